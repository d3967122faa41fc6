import { MailAddress, parseFields, refuse, type Result } from '@kunak/contracts'
import { Names, Profile, RepublicCode } from '@kunak/contracts/directory'
import * as z from 'zod'

/** A founding organisation as the operator names it. */
export const Founder = z.strictObject({
  names: Names,
  country: Profile.shape.basedIn.default(null),
  republics: z.array(RepublicCode).min(1).max(20),
  stewards: z.array(MailAddress).min(2).max(10),
})
export type Founder = z.infer<typeof Founder>
const mostFounders = 6

/**
 * The founding organisations, if a network can begin with them: two at least, because every newcomer needs two chains that start from
 * different ones; working in two republics together, or nobody's vouchers would; with two stewards each, and nobody named twice.
 */
export function readFounders(said: unknown): Result<readonly Founder[], string> {
  const founders = parseFields(z.array(Founder).min(1).max(mostFounders), said, 'en')
  if (!founders.ok) return refuse(founders.refusal.map(({ field, message }) => `${field}: ${message}`).join(' '))
  if (founders.value.length < 2) return refuse('Name at least two founding organisations.')
  if (new Set(founders.value.flatMap(({ republics }) => republics)).size < 2)
    return refuse('The founding organisations must work in two republics at least.')
  const mails = founders.value.flatMap(({ stewards }) => stewards.map((mail) => mail.toLowerCase()))
  if (new Set(mails).size < mails.length) return refuse('Nobody can be a steward twice: name each address once.')
  return founders
}
