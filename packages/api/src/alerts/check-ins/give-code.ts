import { AlertId, type Refusal, type Result } from '@kunak/contracts'
import type { CheckIn } from '@kunak/contracts/alerts'
import type { Event, Write } from '@kunak/data'
import { alertSubject, alertWrites, codeGiven, saveCheckIn } from '@kunak/data/alerts'
import { silentAlertOf } from '@kunak/domain/alerts'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { FrontContext } from '../../front-door/front.ts'
import { refuseTooMany } from '../../front-door/limit-rate.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertStore } from '../change-alert.ts'
import { answerCheckIn, ownCheckIn } from './own-check-in.ts'

/** What a code opens: the check-in as it is then, and what is written with it. Null where it is so already. */
export interface Opened {
  readonly after: CheckIn
  readonly events: readonly Event[]
  readonly also?: readonly Write[]
}

/**
 * The story of what wants a code. Both codes open the same and are answered alike, after as many calls to the store; with the one for
 * duress coordinators are told in the same transaction, once for each check-in. Wrong codes are few: tries are counted before a code is
 * looked at.
 */
export function giveCode(
  c: FrontContext,
  code: string,
  decide: (before: CheckIn, now: Date) => Promise<Result<Opened | null, Refusal>>,
): Promise<Response> {
  const { dependencies } = c.var
  let isCounted = false
  return untilSaved(c, async () => {
    const now = dependencies.now()
    const before = await ownCheckIn(c)
    if (!before) return answerProblem(c, 'not_found')
    const tooMany = isCounted ? null : await refuseTooMany(c, 'check_in_code', before.id)
    if (tooMany) return tooMany
    isCounted = true
    const given = codeGiven(dependencies.secrets, before, code)
    if (given === null) return answerRefusal(c, { code: 'invalid', fields: [{ field: '/code', code: 'not_its_code' }] })
    const decided = await decide(before, now)
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    // What is so already is written once more: that nothing has changed must not tell which code it was, nor keep it from being heard.
    const { after, events, also = [] } = decided.value ?? { after: { ...before, version: before.version + 1 }, events: [] }
    const silent = silently(c, { before, given, now })
    const saved = await saveCheckIn(alertStore(c), now, {
      before,
      after: { ...after, duress: silent.duress },
      also: [...also, ...silent.writes],
      events: [...events, ...silent.events],
    })
    return saved.ok ? answerCheckIn(c, after) : null
  })
}

interface Silent {
  readonly duress: CheckIn['duress']
  readonly writes: readonly Write[]
  readonly events: readonly Event[]
}

/** What is written besides, of which its owner sees nothing. Where she practises alone, nobody else hears of it either. */
function silently(
  c: FrontContext,
  { before, given, now }: { readonly before: CheckIn; readonly given: 'cancel' | 'duress'; readonly now: Date },
): Silent {
  const { viewer, dependencies } = c.var
  const alertId = AlertId.parse(dependencies.newId())
  const { actor } = viewer
  if (given === 'cancel' || before.duress === 1 || actor === null) return { duress: before.duress, writes: [], events: [] }
  if (before.plan.drill === 'alone') return { duress: 1, writes: [], events: [] }
  const { after, event } = silentAlertOf(before, { alertId, now, keptFrom: actor })
  return {
    duress: 1,
    writes: alertWrites(alertStore(c), null, after),
    events: [{ ...event, actor: 'system', subject: alertSubject(alertId) }],
  }
}
