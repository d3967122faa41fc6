import * as z from 'zod'
import { line } from './text.ts'

/** A mail address, as somebody typed it: at most 254 characters (RFC 5321 §4.5.3.1.3, less its brackets). */
export const MailAddress = line(254).pipe(
  z
    .string()
    .min(1)
    .refine(looksLikeMail, { params: { code: 'not_a_mail_address' } }),
)
export type MailAddress = z.infer<typeof MailAddress>

// Addresses in any script are written today (RFC 6531); whether one works, only a letter shows.
function looksLikeMail(text: string): boolean {
  return text === '' || /^[^\s@,;<>()"\\]{1,64}@[^\s@,;<>()"\\]+\.[^\s@,;<>()"\\.]{2,}$/u.test(text)
}
