import { Done } from '@kunak/contracts/identity'
import { readStopToken, stopLetters as stop } from '@kunak/data/letters'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'

/**
 * Ends news to the address that a letter went to. Programs of mail post here without a cookie and from anywhere (RFC 8058): the token of
 * the letter is all the proof there is. Following the address only shows the page that asks; it changes nothing.
 */
export const stopLetters = new Hono<Front>()
  .get('/stop-letters/:token', (c) => {
    const location = `/${c.var.locale}/stop-letters?token=${encodeURIComponent(c.req.param('token'))}`
    return c.body('', 303, { location, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  })
  .post('/stop-letters/:token', limitRate('change'), async (c) => {
    const { database, secrets, now } = c.var.dependencies
    const mailFingerprint = readStopToken(secrets, c.req.param('token'))
    if (mailFingerprint === null) return answerProblem(c, 'not_found')
    await stop(database, now(), { mailFingerprint, why: 'unwanted' })
    return c.json(Done.parse({ status: 'done' }), 200, { 'cache-control': 'no-store' })
  })
