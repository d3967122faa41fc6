import { createHmac, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
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
  const typed = Buffer.from(code.replaceAll(/\s/g, ''))
  if (typed.length !== digits) return null
  const present = Math.floor(now.getTime() / 1000 / stepSeconds)
  const steps = [present - 1, present, present + 1].filter((step) => step > lastStep)
  return steps.find((step) => timingSafeEqual(Buffer.from(codeOfStep(secret, step)), typed)) ?? null
}

/** The code of one time step by RFC 4226, dynamic truncation included. */
function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOfBase32(secret)).update(counter).digest()
  const number = mac.readUInt32BE((mac[mac.length - 1] ?? 0) & 0xf) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The bytes that a secret spells (RFC 4648, base 32), as apps and people write it: in any case, with or without padding. */
function bytesOfBase32(secret: string): Buffer {
  const values = [...secret.toUpperCase()].map((letter) => alphabet.indexOf(letter)).filter((value) => value >= 0)
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
