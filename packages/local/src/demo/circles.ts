import { CircleId } from '@kunak/contracts'
import type { Circle, Organisation } from '@kunak/contracts/directory'
import { commit, type Database, type Write } from '@kunak/data'
import { circleWrite, loadCircle, loadOrganisations, organisationWrites } from '@kunak/data/directory'
import { demoId } from './demo-organisation.ts'
import { numbered } from './numbered.ts'

/** Who trusts whom in the demo network: the first has founded the circle, and each has joined some days after the one before. */
const invented: readonly { readonly name: string; readonly purpose: string; readonly members: readonly number[] }[] = [
  {
    name: 'Соседи по хребту · Neighbours along the ridge',
    purpose:
      'Предупреждаем друг друга о проверках и подменяем адвокатов.\nWe warn each other of inspections and stand in for each other’s lawyers.',
    members: [1, 18, 22, 24],
  },
  {
    name: 'Тихая линия · Quiet line',
    purpose: 'Срочные переезды. Ничего отсюда не выносим.\nUrgent relocations. Nothing leaves this circle.',
    members: [9, 10, 33],
  },
]

const dayMs = 86_400_000
const foundedDaysAgo = 60
const daysBetween = 4

/**
 * Brings in the invented circles, each whole and once: one that its organisations have given up since does not come back. They mean the
 * circle where their profiles say so.
 */
export async function loadDemoCircles(database: Database, now: Date): Promise<void> {
  for (const [index, { name, purpose, members }] of invented.entries()) {
    const id = demoCircleId(index)
    if (await loadCircle(database, id)) continue
    const joined = members.map((number, place) => ({
      organisationId: demoId(number),
      since: new Date(now.getTime() - (foundedDaysAgo - place * daysBetween) * dayMs).toISOString(),
    }))
    const createdAt = joined[0]?.since ?? now.toISOString()
    await found(database, now, { id, version: joined.length, name, purpose, createdAt, members: joined, invited: [] })
  }
}

/** The id of an invented circle by its place among them. */
export const demoCircleId = (place: number) => CircleId.parse(numbered('01JDEM0C1RC1ES', place + 1))

async function found(database: Database, now: Date, circle: Circle): Promise<void> {
  const ids = circle.members.map(({ organisationId }) => organisationId)
  const organisations = await loadOrganisations(database, ids)
  if (organisations.length < ids.length) throw new Error('An organisation of an invented circle is not there.')
  await commit(database, now, {
    writes: [
      markOf(database, circle),
      circleWrite(database, null, circle),
      ...organisations.flatMap((before) => organisationWrites(database, now, { before, after: inCircle(before, circle) })),
    ],
    events: ids.map((id, place) => ({
      type: place === 0 ? 'circle_founded' : 'circle_joined',
      subject: `ORGANISATION#${id}`,
      actor: 'system',
      data: {},
    })),
  })
}

const inCircle = (organisation: Organisation, { id }: Circle): Organisation => ({
  ...organisation,
  version: organisation.version + 1,
  circles: [...organisation.circles, id],
  audienceCircle: organisation.audienceCircle ?? id,
})

const markOf = ({ tables }: Database, { id }: Circle): Write => ({
  Put: { TableName: tables.directory, Item: { pk: 'DEMO#CIRCLES', sk: id }, ConditionExpression: 'attribute_not_exists(pk)' },
})
