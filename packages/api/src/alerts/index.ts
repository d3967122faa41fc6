import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { checkIns } from './check-ins/index.ts'
import { alertDesk } from './desk/index.ts'
import { draftAlert } from './draft-alert.ts'
import { editDraft } from './edit-draft.ts'
import { feeds } from './feeds/index.ts'
import { findAlerts } from './find-alerts.ts'
import { getAlert } from './get-alert.ts'
import { getReach } from './get-reach.ts'
import { help } from './help/index.ts'
import { leadAlert } from './lead-alert.ts'
import { notifications } from './notifications/index.ts'
import { submitAlert } from './submit-alert.ts'
import { subscriptions } from './subscriptions/index.ts'
import { verifyAlert } from './verify-alert.ts'

export const alerts = new Hono<Front>()
  .route('/', findAlerts)
  .route('/', getAlert)
  .route('/', getReach)
  .route('/', draftAlert)
  .route('/', editDraft)
  .route('/', submitAlert)
  .route('/', verifyAlert)
  .route('/', leadAlert)
  .route('/', checkIns)
  .route('/', help)
  .route('/', feeds)
  .route('/', alertDesk)
  .route('/', subscriptions)
  .route('/', notifications)
