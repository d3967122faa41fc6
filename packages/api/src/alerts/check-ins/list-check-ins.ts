import { CheckIns } from '@kunak/contracts/alerts'
import { listCheckIns as list } from '@kunak/data/alerts'
import { viewCheckIn } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { ownAccount } from '../../front-door/own-account.ts'
import { alertStore } from '../change-alert.ts'
import { answerCheckIn, ownCheckIn } from './own-check-in.ts'

/** The reader's own check-ins, for nobody else. */
export const listCheckIns = new Hono<Front>()
  .get('/check-ins', onlySignedIn, async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { id } = own.value.person
    const now = c.var.dependencies.now()
    const items = (await list(alertStore(c), now, id)).flatMap((checkIn) => viewCheckIn(id, checkIn, now) ?? [])
    return c.json(CheckIns.parse({ items }))
  })
  .get('/check-ins/:checkIn', onlySignedIn, async (c) => answerCheckIn(c, await ownCheckIn(c)))
