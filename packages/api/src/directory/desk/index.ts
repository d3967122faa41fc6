import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { getDeskOrganisation } from './get-desk-organisation.ts'
import { getDesk } from './get-desk.ts'
import { getVouchPicture } from './get-vouch-picture.ts'

export const desk = new Hono<Front>().route('/', getDesk).route('/', getDeskOrganisation).route('/', getVouchPicture)
