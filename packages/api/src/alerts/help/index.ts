import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { answerAlert } from './answer-alert.ts'
import { changeNeeds } from './change-needs.ts'
import { getHelp } from './get-help.ts'
import { getPledge } from './get-pledge.ts'
import { getRollCall } from './get-roll-call.ts'
import { movePledge } from './move-pledge.ts'
import { offerPledge } from './offer-pledge.ts'
import { remindOfAlert } from './remind-of-alert.ts'
import { writeToPledge } from './write-to-pledge.ts'

export const help = new Hono<Front>()
  .route('/', answerAlert)
  .route('/', changeNeeds)
  .route('/', getHelp)
  .route('/', getPledge)
  .route('/', getRollCall)
  .route('/', movePledge)
  .route('/', offerPledge)
  .route('/', remindOfAlert)
  .route('/', writeToPledge)
