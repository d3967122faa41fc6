import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30
const digits = 6

/**
 * The time step whose code of an authenticator app was typed (RFC 6238: SHA-1, 30 seconds, 6 digits), or null where it is not hers. The
 * step before and the one after are taken too, for slow fingers and clocks that are off; `lastStep` and what lies before it never again.
 */
export function verifyAuthenticatorCode(
  code: string,
  { secret, lastStep, now }: { readonly secret: string; readonly lastStep: number; readonly now: Date },
): number | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^[0-9]{6}$/.test(token)) return null
  const totp = new TOTP({ secret: Secret.fromBase32(secret.toUpperCase()), algorithm: 'SHA1', digits, period: stepSeconds })
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = totp.counter({ timestamp: now.getTime() }) + delta
  return step > lastStep ? step : null
}
