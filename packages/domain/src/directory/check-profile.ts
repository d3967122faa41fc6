import type { FieldProblemCode, RefusedField } from '@kunak/contracts'
import type { Contact, Profile } from '@kunak/contracts/directory'
import { isCountry } from './countries.ts'
import { checkIdentifier, identifierKey } from './identifiers.ts'

/** The rules of a profile that its shape alone cannot tell; each broken one names its field. `now` is the moment of saving. */
export function checkProfile(profile: Profile, now: Date): RefusedField[] {
  const today = now.toISOString().slice(0, 10)
  return [
    ...(profile.foundedYear !== null && profile.foundedYear > now.getUTCFullYear()
      ? [{ field: '/foundedYear', code: 'in_the_future' as const }]
      : []),
    ...(profile.basedIn !== null && !isCountry(profile.basedIn) ? [{ field: '/basedIn', code: 'not_a_country' as const }] : []),
    ...profile.identifiers.flatMap((identifier, index) => {
      const code = checkIdentifier(identifier)
      return code === null ? [] : [{ field: `/identifiers/${index}/value`, code }]
    }),
    ...repeats('/worksIn/#', profile.worksIn, ({ republic, district }) => `${republic} ${district.toLowerCase()}`),
    ...repeats('/languages/#', profile.languages, (language) => language),
    ...repeats('/expertise/#/area', profile.expertise, ({ area }) => area),
    ...repeats('/identifiers/#/value', profile.identifiers, identifierKey),
    ...repeats('/contacts/#/value', profile.contacts, ({ channel, value }) => `${channel} ${value}`),
    ...repeats('/legalFlags/#/flag', profile.legalFlags, ({ flag }) => flag),
    ...profile.legalFlags.flatMap(({ since }, index) =>
      since !== null && since > today ? [{ field: `/legalFlags/${index}/since`, code: 'in_the_future' as const }] : [],
    ),
    ...profile.contacts.flatMap((contact, index) =>
      isPlausible(contact) ? [] : [{ field: `/contacts/${index}/value`, code: 'not_a_contact' as const }],
    ),
  ]
}

// Shape only, so that a typing error is caught; whether anybody answers there is not ours to find out.
const shapes: Partial<Record<Contact['channel'], RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
  phone: /^\+?[\d\s()-]{5,25}$/,
  web_form: /^https?:\/\/\S+$/,
}

function isPlausible({ channel, value }: Contact): boolean {
  return shapes[channel]?.test(value) ?? true
}

/** Items whose key an earlier one has; `field` points to what is repeated, with `#` for the item's place. */
function repeats<Item>(field: string, items: readonly Item[], keyOf: (item: Item) => string): RefusedField[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const key = keyOf(item)
    const code: FieldProblemCode = 'said_twice'
    if (seen.has(key)) return [{ field: field.replace('#', String(index)), code }]
    seen.add(key)
    return []
  })
}
