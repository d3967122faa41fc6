import {
  AudienceCircle,
  CircleAnswer,
  CircleChanged,
  CircleInvitation,
  CircleView,
  Frozen,
  FrozenOrganisations,
  MyCircles,
  NewCircle,
  Saved,
} from '@kunak/contracts/directory'
import type { Endpoint } from './endpoints.ts'

const stewards = ['not_signed_in', 'not_yours', 'cross_site', 'changed_meanwhile', 'not_found'] as const
const change = [...stewards, 'too_many'] as const
const told = [...change, 'invalid', 'unsupported_type'] as const
const about = '/organisations/{id}/circles/{circle}'

/** Freezing, and circles of organisations that trust each other. */
export const circleEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/organisations/{id}/freeze',
    summary: 'Hide an organisation everywhere, at once',
    who: 'stewards',
    answer: { status: 200, body: Frozen },
    problems: stewards,
  },
  {
    method: 'get',
    path: '/frozen',
    summary: 'The codes of the frozen organisations of which the reader is a steward',
    who: 'own people',
    answer: { status: 200, body: FrozenOrganisations },
    problems: ['not_signed_in'],
  },
  {
    method: 'get',
    path: '/circles',
    summary: 'The circles of the reader’s organisations, and who asks them into one',
    who: 'own people',
    answer: { status: 200, body: MyCircles },
    problems: ['not_signed_in'],
  },
  {
    method: 'get',
    path: '/circles/{circle}',
    summary: 'One circle and who is in it',
    who: 'own people',
    answer: { status: 200, body: CircleView },
    problems: ['not_found'],
  },
  {
    method: 'post',
    path: '/organisations/{id}/circles',
    summary: 'Found a circle',
    who: 'stewards',
    body: NewCircle,
    answer: { status: 201, body: CircleChanged },
    problems: [...told, 'only_vetted', 'too_many_circles'],
  },
  {
    method: 'post',
    path: `${about}/invitations`,
    summary: 'Ask another organisation into a circle',
    who: 'stewards',
    body: CircleInvitation,
    answer: { status: 201, body: CircleChanged },
    problems: [...told, 'only_vetted', 'already_in_circle', 'circle_full'],
  },
  {
    method: 'post',
    path: `${about}/answer`,
    summary: 'Join a circle, or decline',
    who: 'stewards',
    body: CircleAnswer,
    answer: { status: 200, body: CircleChanged },
    problems: [...told, 'only_vetted', 'too_many_circles'],
  },
  {
    method: 'delete',
    path: about,
    summary: 'Leave a circle, at once',
    who: 'stewards',
    answer: { status: 200, body: CircleChanged },
    problems: change,
  },
  {
    method: 'delete',
    path: `${about}/members/{member}`,
    summary: 'Take an organisation out of a circle, as its first member',
    who: 'stewards',
    answer: { status: 200, body: CircleChanged },
    problems: change,
  },
  {
    method: 'put',
    path: '/organisations/{id}/audience-circle',
    summary: 'Say which circle a profile means',
    who: 'stewards',
    body: AudienceCircle,
    answer: { status: 200, body: Saved },
    problems: [...told, 'step_up_needed'],
    stepUp: true,
  },
]
