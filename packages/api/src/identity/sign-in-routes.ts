import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { answerGuardianRequest } from './answer-guardian-request.ts'
import { askGuardian } from './ask-guardian.ts'
import { askToSignIn } from './ask-to-sign-in.ts'
import { beginAuthenticator } from './begin-authenticator.ts'
import { cancelRecovery } from './cancel-recovery.ts'
import { confirmAuthenticator } from './confirm-authenticator.ts'
import { confirmRecovery } from './confirm-recovery.ts'
import { confirmSignIn } from './confirm-sign-in.ts'
import { endSession } from './end-session.ts'
import { endSessions } from './end-sessions.ts'
import { getAuthenticator } from './get-authenticator.ts'
import { getSignIn } from './get-sign-in.ts'
import { listGuardians } from './list-guardians.ts'
import { listSessions } from './list-sessions.ts'
import { listWards } from './list-wards.ts'
import { recoverByGuardians } from './recover-by-guardians.ts'
import { removeAuthenticator } from './remove-authenticator.ts'
import { removeGuardian } from './remove-guardian.ts'
import { renewRecoveryCode } from './renew-recovery-code.ts'
import { signOut } from './sign-out.ts'
import { useAuthenticator } from './use-authenticator.ts'
import { useRecoveryCode } from './use-recovery-code.ts'

/** Signing in and out, and everything by which somebody keeps her account safe but passkeys. */
export const signInRoutes = new Hono<Front>()
  .route('/', answerGuardianRequest)
  .route('/', askGuardian)
  .route('/', askToSignIn)
  .route('/', beginAuthenticator)
  .route('/', cancelRecovery)
  .route('/', confirmAuthenticator)
  .route('/', confirmRecovery)
  .route('/', confirmSignIn)
  .route('/', endSession)
  .route('/', endSessions)
  .route('/', getAuthenticator)
  .route('/', getSignIn)
  .route('/', listGuardians)
  .route('/', listSessions)
  .route('/', listWards)
  .route('/', recoverByGuardians)
  .route('/', removeAuthenticator)
  .route('/', removeGuardian)
  .route('/', renewRecoveryCode)
  .route('/', signOut)
  .route('/', useAuthenticator)
  .route('/', useRecoveryCode)
