import type { ProblemCode } from '@kunak/contracts'
import {
  Coverage,
  EditableProfile,
  FoundOrganisations,
  LegalFlagRecord,
  NewOrganisation,
  OrganisationQuery,
  OrganisationView,
  Profile,
  ProfileEdit,
  Removal,
  Saved,
} from '@kunak/contracts/directory'
import { Me } from '@kunak/contracts/identity'
import * as z from 'zod'
import { alertDeskEndpoints } from './alert-desk-endpoints.ts'
import { alertEndpoints } from './alert-endpoints.ts'
import { auditEndpoints } from './audit-endpoints.ts'
import { checkInEndpoints } from './check-in-endpoints.ts'
import { circleEndpoints } from './circle-endpoints.ts'
import { feedEndpoints } from './feed-endpoints.ts'
import { helpEndpoints } from './help-endpoints.ts'
import { letterEndpoints } from './letter-endpoints.ts'
import { listEndpoints } from './list-endpoints.ts'
import { passkeyEndpoints } from './passkey-endpoints.ts'
import { reachEndpoints } from './reach-endpoints.ts'
import { standingEndpoints } from './standing-endpoints.ts'
import { subscriptionEndpoints } from './subscription-endpoints.ts'
import { peopleEndpoints } from './people-endpoints.ts'
import { signInEndpoints } from './sign-in-endpoints.ts'

/** Who gets more than a refusal. What a reader may not know exists is `not_found` for her, whatever stands here. */
export type Who =
  'everyone' | 'the signed-in' | 'the network' | 'own people' | 'stewards' | 'stewards and coordinators' | 'coordinators'

/** One row for each route: the reference, the OpenAPI document, the authorisation matrix and the tests' parsing come from it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`, with OpenAPI's braces. */
  readonly path: string
  readonly summary: string
  readonly who: Who
  readonly query?: z.ZodObject
  /** A JSON body by its contract, or the media types of a file. */
  readonly body?: z.ZodType | readonly string[]
  /** JSON by its contract, or another media type. */
  readonly answer: { readonly status: 200 | 201 | 202 | 303; readonly body: z.ZodType | string }
  readonly problems: readonly ProblemCode[]
  /** Whether it is done only with a proof for exactly this act (`needStepUp`). */
  readonly stepUp?: true
  /** Whether it is taken from anywhere, because its address is the proof and no cookie is looked at. */
  readonly fromAnywhere?: true
}

const change = ['not_signed_in', 'not_yours', 'cross_site', 'changed_meanwhile', 'invalid', 'too_many'] as const
const Labels = z.array(z.looseObject({ code: z.string(), ru: z.string(), en: z.string() }))

export const endpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/health',
    summary: 'Whether the service answers',
    who: 'everyone',
    answer: { status: 200, body: z.strictObject({ status: z.literal('ok') }) },
    problems: [],
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This reference as an OpenAPI 3.1 document',
    who: 'everyone',
    answer: { status: 200, body: z.looseObject({ openapi: z.string() }) },
    problems: [],
  },
  {
    method: 'get',
    path: '/docs',
    summary: 'This reference as a page',
    who: 'everyone',
    answer: { status: 200, body: 'text/html' },
    problems: [],
  },
  {
    method: 'get',
    path: '/docs.css',
    summary: 'The style of that page',
    who: 'everyone',
    answer: { status: 200, body: 'text/css' },
    problems: [],
  },
  {
    method: 'get',
    path: '/vocabulary',
    summary: 'Codes and labels: republics, areas of expertise, languages, legal forms',
    who: 'everyone',
    answer: {
      status: 200,
      body: z.strictObject({ republics: Labels, expertise: Labels, languages: Labels, legalForms: Labels }),
    },
    problems: [],
  },
  {
    method: 'get',
    path: '/me',
    summary: 'What the reader may know of herself',
    who: 'everyone',
    answer: { status: 200, body: Me },
    problems: [],
  },
  {
    method: 'get',
    path: '/organisations',
    summary: 'Search and filter the directory',
    who: 'everyone',
    query: OrganisationQuery,
    answer: { status: 200, body: FoundOrganisations },
    problems: ['invalid', 'bad_cursor', 'unavailable'],
  },
  {
    method: 'post',
    path: '/organisations',
    summary: 'List an organisation',
    who: 'coordinators',
    body: NewOrganisation,
    answer: { status: 201, body: Saved },
    problems: [...change, 'unsupported_type', 'on_do_not_list'],
  },
  {
    method: 'get',
    path: '/organisations/{id}',
    summary: 'One organisation',
    who: 'everyone',
    answer: { status: 200, body: OrganisationView },
    problems: ['not_found'],
  },
  {
    method: 'put',
    path: '/organisations/{id}',
    summary: 'Change a profile, for the version named in If-Match',
    who: 'own people',
    query: ProfileEdit,
    body: Profile,
    answer: { status: 200, body: Saved },
    problems: [...change, 'not_found', 'precondition_required', 'unsupported_type', 'step_up_needed'],
  },
  {
    method: 'get',
    path: '/organisations/{id}/profile',
    summary: 'The whole profile with its audiences, to edit it',
    who: 'own people',
    answer: { status: 200, body: EditableProfile },
    problems: ['not_signed_in', 'not_yours', 'not_found'],
  },
  {
    method: 'post',
    path: '/organisations/{id}/assurance',
    summary: 'Say that nothing has changed',
    who: 'own people',
    answer: { status: 200, body: Saved },
    problems: [...change, 'not_found'],
  },
  {
    method: 'put',
    path: '/organisations/{id}/legal-flags',
    summary: 'Record the legal labels found in a state register',
    who: 'coordinators',
    body: LegalFlagRecord,
    answer: { status: 200, body: Saved },
    problems: [...change, 'not_found', 'unsupported_type'],
  },
  {
    method: 'post',
    path: '/organisations/{id}/removal',
    summary: 'Take an organisation out of the directory',
    who: 'stewards and coordinators',
    body: Removal,
    answer: { status: 200, body: Saved },
    problems: [...change, 'not_found', 'unsupported_type'],
  },
  {
    method: 'get',
    path: '/coverage',
    summary: 'The expertise map: counts by expertise and republic, and the gaps',
    who: 'everyone',
    answer: { status: 200, body: Coverage },
    problems: ['unavailable'],
  },
  ...alertDeskEndpoints,
  ...alertEndpoints,
  ...reachEndpoints,
  ...helpEndpoints,
  ...checkInEndpoints,
  ...listEndpoints,
  ...feedEndpoints,
  ...letterEndpoints,
  ...passkeyEndpoints,
  ...peopleEndpoints,
  ...circleEndpoints,
  ...auditEndpoints,
  ...signInEndpoints,
  ...standingEndpoints,
  ...subscriptionEndpoints,
]
