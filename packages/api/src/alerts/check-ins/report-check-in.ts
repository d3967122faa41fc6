import { checkInSubject, saveCheckIn } from '@kunak/data/alerts'
import { reportCheckIn as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertStore } from '../change-alert.ts'
import { answerCheckIn, ownCheckIn } from './own-check-in.ts'

/** She reports that all is well. It wants no proof but her session, and a second click changes nothing. */
export const reportCheckIn = new Hono<Front>().post('/check-ins/:checkIn/report', onlySignedIn, limitRate('change'), (c) =>
  untilSaved(c, async () => {
    const { viewer, dependencies } = c.var
    const now = dependencies.now()
    const before = await ownCheckIn(c)
    if (!before) return answerProblem(c, 'not_found')
    const decided = decide(before, now)
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const after = decided.value
    if (!after) return answerCheckIn(c, before)
    const event = { subject: checkInSubject(before.id), actor: viewer.actor, data: {} }
    const ended = after.state === 'ended' ? [{ ...event, type: 'check_in_ended' }] : []
    const events = [{ ...event, type: 'check_in_reported' }, ...ended]
    const saved = await saveCheckIn(alertStore(c), now, { before, after, events })
    return saved.ok ? answerCheckIn(c, after) : null
  }),
)
