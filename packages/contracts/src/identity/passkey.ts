import * as z from 'zod'
import { Moment } from '../moment.ts'
import { line } from '../text.ts'

// What a browser sends is kept no longer than it takes to judge it; the lengths are those of the largest authenticators there are.
const Base64Url = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most)

const Credential = { id: Base64Url(1400), rawId: Base64Url(1400), type: z.literal('public-key') }

/**
 * A browser's proof that its owner holds a passkey of hers: `AuthenticationResponseJSON` of
 * https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson. What we do not look at is left out.
 */
export const PasskeyAssertion = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Base64Url(4000),
    authenticatorData: Base64Url(4000),
    signature: Base64Url(8000),
    userHandle: Base64Url(100).nullish(),
  }),
})
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>

/** A new passkey as the browser hands it over: `RegistrationResponseJSON` of the same standard. */
export const PasskeyAttestation = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Base64Url(4000),
    attestationObject: Base64Url(20_000),
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
})
export type PasskeyAttestation = z.infer<typeof PasskeyAttestation>

/** What a browser needs to ask its owner for a passkey: `PublicKeyCredentialRequestOptionsJSON` of the same standard. */
export const PasskeyRequest = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(z.strictObject({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) })),
})
export type PasskeyRequest = z.infer<typeof PasskeyRequest>

/** What a browser needs to make a new passkey: `PublicKeyCredentialCreationOptionsJSON` of the same standard. */
export const PasskeyCreation = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: PasskeyRequest.shape.allowCredentials,
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
})
export type PasskeyCreation = z.infer<typeof PasskeyCreation>

/** So many passkeys somebody may have. */
export const mostPasskeys = 10

/** What its owner calls a passkey; it may be empty. */
const PasskeyName = line(60)

export const NewPasskey = z.strictObject({ attestation: PasskeyAttestation, name: PasskeyName })
export const PasskeyRenaming = z.strictObject({ name: PasskeyName })

/** A person's passkeys, for herself. */
export const Passkeys = z.strictObject({
  passkeys: z.array(z.strictObject({ id: z.string(), name: z.string(), createdAt: Moment, lastUsedAt: Moment.nullable() })),
})
export type Passkeys = z.infer<typeof Passkeys>
