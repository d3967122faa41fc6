import type { AlertKind } from './alert-beside.ts'
import { alertRows } from './matrix/alerts.ts'
import { alertDeskRows } from './matrix/alert-desk.ts'
import { checkInRows } from './matrix/check-ins.ts'
import { circleRows } from './matrix/circles.ts'
import { feedRows } from './matrix/feeds.ts'
import { helpRows } from './matrix/help.ts'
import { freezeRows } from './matrix/freeze.ts'

import { letterRows } from './matrix/letters.ts'
import { passkeyRows } from './matrix/passkeys.ts'
import { peopleRows } from './matrix/people.ts'
import { reachRows } from './matrix/reach.ts'
import { signInRows } from './matrix/sign-in.ts'

import { standingRows } from './matrix/standing.ts'
import { subscriptionRows } from './matrix/subscriptions.ts'

/** What a question is about: nothing in particular, an organisation of that kind, or an alert of that kind that one has raised. */
export type Target =
  | AlertKind
  | 'check-in of hers'
  | 'no organisation'
  | 'for the public'
  | 'for the network'
  | 'frozen'
  | 'applicant'
  | 'in a circle'
  | 'invited to a circle'
/** By route and kind of organisation, the status that each reader gets, in the order of `readers`. */
export type MatrixRows = Readonly<Record<string, Readonly<Partial<Record<Target, string>>>>>

const everyone = { 'no organisation': '200 200 200 200 200 200 200 200' }
const coordinators = (done: number) => ({ 'no organisation': `401 403 403 403 403 403 403 ${done}` })
const nobody = '404 404 404 404 404 404 404 404'

/**
 * The status that each reader gets, in the order of `readers`, for each route and each kind of organisation. Written by hand, from
 * what is promised, not from the code: what a reader may not know exists is 404.
 */
export const matrix: MatrixRows = {
  ...alertRows,
  ...standingRows,
  ...helpRows,
  ...checkInRows,
  ...circleRows,
  ...alertDeskRows,
  ...feedRows,
  ...freezeRows,
  ...letterRows,
  ...passkeyRows,
  ...peopleRows,
  ...reachRows,
  ...signInRows,
  ...subscriptionRows,
  'get /health': everyone,
  'get /openapi.json': everyone,
  'get /docs': everyone,
  'get /docs.css': everyone,
  'get /vocabulary': everyone,
  'get /me': everyone,
  'get /organisations': everyone,
  'post /organisations': coordinators(201),
  'get /coverage': everyone,
  'get /exports/organisations.csv': everyone,
  'get /exports/organisations.hxl.csv': everyone,
  'get /exports/organisations.hsds.json': everyone,
  'get /exports/coverage.csv': everyone,
  'get /exports/coverage.hxl.csv': everyone,
  'get /imports': coordinators(200),
  'post /imports': coordinators(201),
  'get /imports/{id}': coordinators(404),
  'put /imports/{id}/mapping': coordinators(404),
  'post /imports/{id}/check': coordinators(404),
  'post /imports/{id}/run': coordinators(404),
  'get /imports/{id}/report': coordinators(404),
  'get /audit': coordinators(200),
  'get /do-not-list': coordinators(200),
  'post /do-not-list': coordinators(201),
  'delete /do-not-list/{id}': coordinators(404),
  'get /organisations/{id}/json-ld': {
    'for the public': '200 200 200 200 200 200 200 200',
    'for the network': '404 404 404 404 200 200 200 200',
    frozen: nobody,
    applicant: '404 404 404 404 404 200 200 200',
  },
  'get /organisations/{id}': {
    'for the public': '200 200 200 200 200 200 200 200',
    'for the network': '404 404 404 404 200 200 200 200',
    frozen: nobody,
    applicant: '404 404 404 404 404 200 200 200',
  },
  'get /organisations/{id}/profile': {
    'for the public': '401 403 403 403 403 200 200 403',
    'for the network': '404 404 404 404 403 200 200 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 200 200 403',
  },
  'put /organisations/{id}': {
    'for the public': '401 403 403 403 403 200 200 403',
    'for the network': '404 404 404 404 403 200 200 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 200 200 403',
  },
  'post /organisations/{id}/assurance': {
    'for the public': '401 403 403 403 403 200 200 403',
    'for the network': '404 404 404 404 403 200 200 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 200 200 403',
  },
  'put /organisations/{id}/legal-flags': {
    'for the public': '401 403 403 403 403 403 403 200',
    'for the network': '404 404 404 404 403 403 403 200',
    frozen: nobody,
    applicant: '404 404 404 404 404 403 403 200',
  },
  'post /organisations/{id}/removal': {
    'for the public': '401 403 403 403 403 403 200 403',
    'for the network': '404 404 404 404 403 403 200 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 403 200 200',
  },
}

/** The kinds of organisation that a route's row speaks of. */
export function matrixTargets(key: string): Target[] {
  return Object.keys(matrix[key] ?? {}) as Target[]
}
