import { type Alert, endings } from '@kunak/contracts/alerts'
import { RepublicCode } from '@kunak/contracts/directory'
import { type Counter, countedEnd } from '@kunak/domain/alerts'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { inPartition, queryAll } from '../query-items.ts'

const yearKey = (year: number) => `STATISTICS#${year}`

/** What counts an alert that ends, in the transaction that ends it; nothing for any other change. */
export function statisticsWrites({ tables }: Database, before: Alert | null, after: Alert): Write[] {
  const counted = countedEnd(before, after)
  if (!counted) return []
  const { year, isExercise, republic, terms, ending } = counted
  return terms.map((term) => ({
    Update: {
      TableName: tables.alerts,
      Key: { pk: yearKey(year), sk: `${isExercise ? 'EXERCISE' : 'REAL'}#${republic}#${term}` },
      UpdateExpression: 'ADD #ending :one',
      ExpressionAttributeNames: { '#ending': ending },
      ExpressionAttributeValues: { ':one': 1 },
    },
  }))
}

/** The counters of a year. */
export async function loadStatistics(database: Database, year: number): Promise<Counter[]> {
  const items = await queryAll(database, 'alerts', inPartition(yearKey(year)))
  return items.map((item) => {
    const [kind, republic, term = ''] = String(item['sk']).split('#')
    const counts = Object.fromEntries(endings.map((ending) => [ending, Number(item[ending] ?? 0)])) as Counter['counts']
    return { isExercise: kind === 'EXERCISE', republic: RepublicCode.parse(republic), term, counts }
  })
}
