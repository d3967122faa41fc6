import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { getMe } from './get-me.ts'
import { passkeys } from './passkeys.ts'
import { people } from './people.ts'
import { searchAudit } from './search-audit.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { stopLetters } from './stop-letters.ts'

export const identity = new Hono<Front>()
  .route('/', getMe)
  .route('/', signInRoutes)
  .route('/', people)
  .route('/', searchAudit)
  .route('/', passkeys)
  .route('/', stopLetters)
