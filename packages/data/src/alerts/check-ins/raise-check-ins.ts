import { AlertId, CheckInId } from '@kunak/contracts'
import type { CheckIn } from '@kunak/contracts/alerts'
import { advanceCheckIn, alertOfCheckIn, audienceNow, raised, reminded } from '@kunak/domain/alerts'
import { loadOrganisation } from '../../directory/index.ts'
import { loadPerson } from '../../identity/index.ts'
import { doEach } from '../../do-each.ts'
import { dueBy } from '../../due-by.ts'
import type { Item } from '../../load-items.ts'
import { queryItems } from '../../query-items.ts'
import { alertSubject } from '../alert-key.ts'
import { type AlertStore, alertWrites } from '../alerts.ts'
import { checkInSubject, dueCheckIns, forgetCheckIns, loadCheckIn, saveCheckIn } from './check-ins.ts'

export interface CheckInKeeper extends AlertStore {
  readonly now: () => Date
  readonly newId: () => string
}

const mostTries = 5
const mostFaults = 50

/**
 * Does to each check-in what time has made due: reminds its owner, or sends its alert out. The alert and the new state of the check-in
 * are one transaction, decided on what is stored, so that called late, twice or beside another it sends each once. What cannot be done
 * for one keeps none of the others from being done; then it throws.
 */
export async function raiseCheckIns(keeper: CheckInKeeper): Promise<void> {
  const due = queryItems(keeper.database, 'alerts', dueBy(dueCheckIns, keeper.now()))
  const see = async ({ pk }: Item) => {
    const id = CheckInId.safeParse(String(pk).split('#')[1])
    if (id.success) await advance(keeper, id.data)
  }
  await doEach(due, see, mostFaults)
}

async function advance(keeper: CheckInKeeper, id: CheckInId): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const now = keeper.now()
    const before = await loadCheckIn(keeper, now, id)
    const what = before && advanceCheckIn(before, now)
    if (!before || !what) return
    const saved = what === 'remind' ? await remind(keeper, before, now) : await raise(keeper, before, now)
    if (saved.ok) return
  }
}

function remind(keeper: CheckInKeeper, before: CheckIn, now: Date) {
  const events = [eventOf(before, 'check_in_missed')]
  return saveCheckIn(keeper, now, { before, after: reminded(before, now), events })
}

async function raise(keeper: CheckInKeeper, before: CheckIn, now: Date) {
  const { plan, ownerId } = before
  const person = await loadPerson(keeper.database, ownerId)
  // Her account was erased at the very moment at which she began it: nobody is waited for.
  if (!person) {
    await forgetCheckIns(keeper, now, [before])
    return { ok: true as const }
  }
  const at = now.toISOString()
  const audience = audienceNow(plan, await loadOrganisation(keeper.database, plan.organisationId), person)
  const event = eventOf(before, 'check_in_raised')
  if (plan.drill === 'alone')
    return saveCheckIn(keeper, now, { before, after: raised(before, { at, alertId: null, audience }), events: [event] })
  const alertId = AlertId.parse(keeper.newId())
  const alert = alertOfCheckIn(before, { alertId, now, audience })
  return saveCheckIn(keeper, now, {
    before,
    after: raised(before, { at, alertId, audience }),
    also: alertWrites(keeper, null, alert.after),
    events: [event, { ...alert.event, actor: 'system', subject: alertSubject(alertId) }],
  })
}

function eventOf({ id, ownerId }: CheckIn, type: 'check_in_missed' | 'check_in_raised') {
  return { type, subject: checkInSubject(id), actor: 'system' as const, data: { personId: ownerId } }
}
