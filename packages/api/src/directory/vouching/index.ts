import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { giveVouch } from './give-vouch.ts'
import { listVouches } from './list-vouches.ts'
import { revokeVouch } from './revoke-vouch.ts'

export const vouching = new Hono<Front>().route('/', listVouches).route('/', giveVouch).route('/', revokeVouch)
