import { AlertId } from '@kunak/contracts'
import type { AlertList } from '@kunak/domain/alerts'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { inPartition, queryAll } from '../query-items.ts'

/** Where an alert stands: in which lists, and among what lives or what is over. */
interface Place {
  readonly lists: readonly AlertList[]
  readonly isOpen: boolean
}

const placeKey = (list: AlertList, isOpen: boolean, id: AlertId | '') => ({
  pk: `LIST#${list}`,
  sk: `${isOpen ? 'OPEN' : 'ENDED'}#${id}`,
})

/** What moves an alert from the lists in which it stood to those in which it stands now. */
export function alertListWrites(
  database: Database,
  id: AlertId,
  { before, after }: { readonly before: Place | null; readonly after: Place },
): Write[] {
  const TableName = database.tables.alerts
  const stood = new Map((before?.lists ?? []).map((list) => keyed(placeKey(list, before?.isOpen ?? true, id))))
  const stands = new Map(after.lists.map((list) => keyed(placeKey(list, after.isOpen, id))))
  return [
    ...[...stood].filter(([text]) => !stands.has(text)).map(([, Key]): Write => ({ Delete: { TableName, Key } })),
    ...[...stands].filter(([text]) => !stood.has(text)).map(([, Item]): Write => ({ Put: { TableName, Item } })),
  ]
}

const keyed = (key: { readonly pk: string; readonly sk: string }) => [`${key.pk} ${key.sk}`, key] as const

/** The alerts of some lists (strongly consistent), each once, newest first: those that came before `before`, `limit` at most. */
export async function listAlertIds(
  database: Database,
  asked: {
    readonly lists: readonly AlertList[]
    readonly isOpen: boolean
    readonly before?: AlertId | undefined
    readonly limit: number
  },
): Promise<AlertId[]> {
  const { lists, isOpen, before, limit } = asked
  const each = await Promise.all(
    lists.map((list) => {
      const { pk, sk } = placeKey(list, isOpen, '')
      const older = {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :before',
        ExpressionAttributeValues: { ':pk': pk, ':first': sk, ':before': `${sk}${before ?? ''}` },
      }
      // The one that she has seen comes once more, and is left out below.
      const query = before === undefined ? inPartition(pk, sk) : older
      return queryAll(database, 'alerts', { ...query, ScanIndexForward: false, Limit: limit + 1 })
    }),
  )
  const ids = new Set(each.flat().map((item) => AlertId.parse(String(item['sk']).split('#')[1])))
  if (before !== undefined) ids.delete(before)
  return [...ids].sort().reverse().slice(0, limit)
}
