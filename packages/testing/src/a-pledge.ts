import type { Dependencies } from '@kunak/api'
import { newUlid, PledgeId } from '@kunak/contracts'
import type { Alert, Pledge } from '@kunak/contracts/alerts'
import { loadTally, savePledge } from '@kunak/data/alerts'
import { movedTally } from '@kunak/domain/alerts'
import { anOrganisationId, aPersonId, storyTime } from './ids.ts'

/** An id that nothing else has. */
export const aPledgeId = (): PledgeId => PledgeId.parse(newUlid(Date.parse(storyTime)))

/** An offer of one of the first need of an alert, to be there in three days, unless a test says otherwise. */
export function aPledge({ id: alertId, content }: Pick<Alert, 'id' | 'content'>, said: Partial<Pledge> = {}): Pledge {
  const [need] = content.needs
  if (!need) throw new Error('The alert of the test needs nothing.')
  return {
    id: aPledgeId(),
    version: 1,
    alertId,
    needId: need.id,
    organisationId: anOrganisationId(),
    pledgerId: aPersonId(),
    quantity: 1,
    day: '2026-11-25',
    note: '',
    state: 'offered',
    steps: [{ state: 'offered', at: new Date(storyTime).toISOString() }],
    contacts: { pledger: null, lead: null },
    ...said,
  }
}

/** Puts a pledge into the store as it is, past every rule, counted in the tally of its need. */
export async function putPledge(
  { database, secrets }: Pick<Dependencies, 'database' | 'secrets'>,
  now: Date,
  pledge: Pledge,
): Promise<Pledge> {
  const store = { database, secrets }
  const before = await loadTally(store, pledge.alertId, pledge.needId)
  const tally = movedTally(before, { from: null, to: pledge.state, quantity: pledge.quantity })
  const saved = await savePledge(store, now, { change: { pledge, tally, event: null }, actor: null })
  if (!saved.ok) throw new Error('A pledge of the test is already there.')
  return pledge
}
