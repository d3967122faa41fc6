import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { getMe } from './get-me.ts'
import { people } from './people.ts'
import { searchAudit } from './search-audit.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { stepUp } from './step-up.ts'

export const identity = new Hono<Front>()
  .route('/', getMe)
  .route('/', signInRoutes)
  .route('/', people)
  .route('/', searchAudit)
  .route('/', stepUp)
