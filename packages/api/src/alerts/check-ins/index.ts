import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { cancelCheckIn } from './cancel-check-in.ts'
import { changeCheckIn } from './change-check-in.ts'
import { listCheckIns } from './list-check-ins.ts'
import { planCheckIn } from './plan-check-in.ts'
import { reportCheckIn } from './report-check-in.ts'

export const checkIns = new Hono<Front>()
  .route('/', listCheckIns)
  .route('/', planCheckIn)
  .route('/', changeCheckIn)
  .route('/', reportCheckIn)
  .route('/', cancelCheckIn)
