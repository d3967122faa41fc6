import {
  Done,
  FactorAdded,
  NewPasskey,
  PasskeyAssertion,
  PasskeyCreation,
  PasskeyRenaming,
  PasskeyRequest,
  Passkeys,
  SignInStep,
  StepUpRequest,
  StepUpWays,
} from '@kunak/contracts/identity'
import type { Endpoint } from './endpoints.ts'

const sent = ['cross_site', 'too_many'] as const
const typed = [...sent, 'invalid', 'unsupported_type', 'bad_request'] as const

/** Passkeys, and confirming a sensitive act with one. */
export const passkeyEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/step-up',
    summary: 'Ask how to confirm an act that was refused with `step_up_needed`',
    who: 'the signed-in',
    body: StepUpRequest,
    answer: { status: 200, body: StepUpWays },
    problems: ['not_signed_in', ...typed],
  },
  {
    method: 'post',
    path: '/sign-in/passkey/options',
    summary: 'What a browser asks a passkey to sign in with',
    who: 'everyone',
    answer: { status: 200, body: PasskeyRequest },
    problems: sent,
  },
  {
    method: 'post',
    path: '/sign-in/passkey',
    summary: 'Sign in with a passkey’s answer',
    who: 'everyone',
    body: PasskeyAssertion,
    answer: { status: 200, body: SignInStep },
    problems: [...typed, 'proof_refused'],
  },
  {
    method: 'get',
    path: '/passkeys',
    summary: 'One’s own passkeys',
    who: 'the signed-in',
    answer: { status: 200, body: Passkeys },
    problems: ['not_signed_in'],
  },
  {
    method: 'post',
    path: '/passkeys/options',
    summary: 'What a browser needs to make a new passkey',
    who: 'the signed-in',
    answer: { status: 200, body: PasskeyCreation },
    problems: ['not_signed_in', 'passkeys_full', ...sent],
  },
  {
    method: 'post',
    path: '/passkeys',
    summary: 'Add a passkey; with the first factor of an account comes its recovery code',
    who: 'the signed-in',
    body: NewPasskey,
    answer: { status: 201, body: FactorAdded },
    problems: ['not_signed_in', 'not_yours', 'passkeys_full', 'changed_meanwhile', 'step_up_needed', ...typed],
    stepUp: true,
  },
  {
    method: 'put',
    path: '/passkeys/{id}',
    summary: 'Call a passkey something else',
    who: 'the signed-in',
    body: PasskeyRenaming,
    answer: { status: 200, body: Done },
    problems: ['not_signed_in', 'not_found', 'changed_meanwhile', ...typed],
  },
  {
    method: 'delete',
    path: '/passkeys/{id}',
    summary: 'Take a passkey away, unless it is the only second factor',
    who: 'the signed-in',
    answer: { status: 200, body: Done },
    problems: ['not_signed_in', 'not_found', 'last_factor', 'changed_meanwhile', 'step_up_needed', ...sent],
    stepUp: true,
  },
]
