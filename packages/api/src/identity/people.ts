import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeRole } from './change-role.ts'
import { declineInvitation } from './decline-invitation.ts'
import { eraseAccount } from './erase-account.ts'
import { exportAccount } from './export-account.ts'
import { getAccount } from './get-account.ts'
import { handOver } from './hand-over.ts'
import { invitePerson } from './invite-person.ts'
import { listInvitations } from './list-invitations.ts'
import { listPeople } from './list-people.ts'
import { removePerson } from './remove-person.ts'
import { setPreferences } from './set-preferences.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

/** People of organisations, and each one's own account. */
export const people = new Hono<Front>()
  .route('/', listPeople)
  .route('/', changeRole)
  .route('/', removePerson)
  .route('/', handOver)
  .route('/', invitePerson)
  .route('/', listInvitations)
  .route('/', withdrawInvitation)
  .route('/', acceptInvitation)
  .route('/', declineInvitation)
  .route('/', getAccount)
  .route('/', setPreferences)
  .route('/', exportAccount)
  .route('/', eraseAccount)
