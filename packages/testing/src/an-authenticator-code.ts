import { Secret, TOTP } from 'otpauth'

/** The secret that the authenticator app of everybody in the tests has (base 32). */
export const authenticatorSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** What an authenticator app shows at a moment, by an implementation that is not ours. */
export function anAuthenticatorCode(now: Date, secret = authenticatorSecret): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
}
