import { CircleId, type OrganisationId } from '@kunak/contracts'
import type { Circle } from '@kunak/contracts/directory'
import type { Database } from '@kunak/data'
import { circleWrite, loadCircle, loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { demoId } from './demo-organisation.ts'

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

/** Brings in the invented circles that were never there; its organisations mean the circle where their profiles say so. */
export async function loadDemoCircles(database: Database, now: Date): Promise<void> {
  for (const [index, { name, purpose, members }] of invented.entries()) {
    const id = CircleId.parse(`01JDEM0C1RC1ES${String(index + 1).padStart(12, '0')}`)
    if (await loadCircle(database, id)) continue
    const states: Circle[] = []
    for (const [place, number] of members.entries()) {
      const since = new Date(now.getTime() - (foundedDaysAgo - place * daysBetween) * dayMs).toISOString()
      const before = states.at(-1) ?? null
      const joined = { organisationId: demoId(number), since }
      const after = before
        ? { ...before, version: before.version + 1, members: [...before.members, joined] }
        : { id, version: 1, name, purpose, createdAt: since, members: [joined], invited: [] }
      await join(database, now, { organisationId: joined.organisationId, before, after })
      states.push(after)
    }
  }
}

async function join(
  database: Database,
  now: Date,
  { organisationId, before, after }: { organisationId: OrganisationId; before: Circle | null; after: Circle },
): Promise<void> {
  const organisation = await loadOrganisation(database, organisationId)
  if (!organisation) throw new Error('An organisation of an invented circle is not there.')
  const saved = await saveOrganisation(database, now, {
    before: organisation,
    after: {
      ...organisation,
      version: organisation.version + 1,
      circles: [...organisation.circles, after.id],
      audienceCircle: organisation.audienceCircle ?? after.id,
    },
    event: { type: before ? 'circle_joined' : 'circle_founded', actor: 'system', data: {} },
    also: [circleWrite(database, before, after)],
  })
  if (!saved.ok) throw new Error('An organisation of an invented circle is being changed by somebody else.')
}
