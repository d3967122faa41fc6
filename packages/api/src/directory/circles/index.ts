import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { answerCircleInvitation } from './answer-circle-invitation.ts'
import { chooseAudienceCircle } from './choose-audience-circle.ts'
import { foundCircle } from './found-circle.ts'
import { getCircle, getCircles } from './get-circles.ts'
import { inviteToCircle } from './invite-to-circle.ts'
import { leaveCircle, removeFromCircle } from './leave-circle.ts'

export const circles = new Hono<Front>()
  .route('/', getCircles)
  .route('/', getCircle)
  .route('/', foundCircle)
  .route('/', inviteToCircle)
  .route('/', answerCircleInvitation)
  .route('/', leaveCircle)
  .route('/', removeFromCircle)
  .route('/', chooseAudienceCircle)
