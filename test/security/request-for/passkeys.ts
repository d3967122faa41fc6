import { type Asked, softwarePasskey } from '@kunak/testing'

const stray = softwarePasskey('of nobody')

/** What is asked of the routes about passkeys. */
export const passkeyRequests: Readonly<Record<string, () => Asked>> = {
  'post /step-up': () => ({ json: { act: 'A'.repeat(43) } }),
  'post /sign-in/passkey': () => ({ json: stray.answer({ challenge: 'unasked' }) }),
  'post /passkeys': () => ({ json: { attestation: stray.enrol({ challenge: 'unasked' }), name: '' } }),
  'put /passkeys/{id}': () => ({ json: { name: 'Ноутбук' } }),
}
