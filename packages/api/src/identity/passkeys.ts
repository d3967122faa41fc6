import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { addPasskey } from './add-passkey.ts'
import { beginPasskey } from './begin-passkey.ts'
import { listPasskeys } from './list-passkeys.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey } from './rename-passkey.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'
import { stepUp } from './step-up.ts'

/** Passkeys: having them, signing in with them, and confirming acts. */
export const passkeys = new Hono<Front>()
  .route('/', addPasskey)
  .route('/', beginPasskey)
  .route('/', listPasskeys)
  .route('/', removePasskey)
  .route('/', renamePasskey)
  .route('/', signInWithPasskey)
  .route('/', stepUp)
