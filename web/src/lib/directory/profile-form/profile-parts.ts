import type { FieldGroup } from '@kunak/contracts/directory'
import type { ProfileDraft } from './profile-draft.ts'

type OwnField = Exclude<keyof ProfileDraft, 'audiences'>

/** One thing that the form asks: a field of the profile, or who sees a group of its fields. */
export type PartField = OwnField | `audiences/${FieldGroup}`

/** What stands in each field of a part. */
export type PartValues = Readonly<Partial<Record<PartField, unknown>>>

interface Part {
  readonly fields: readonly OwnField[]
  readonly audiences: readonly FieldGroup[]
}

/** The pages on which a profile is edited, one question group each, in order: what a page asks, and whose audience stands beside it. */
const parts = {
  names: { fields: ['names', 'acronym'], audiences: ['names'] },
  description: { fields: ['description'], audiences: ['description'] },
  expertise: { fields: ['expertise'], audiences: ['expertise'] },
  work: { fields: ['worksIn', 'languages'], audiences: ['work'] },
  contacts: { fields: ['contacts', 'safeContact'], audiences: ['contact'] },
  website: { fields: ['website', 'address'], audiences: ['website', 'address'] },
  registration: { fields: ['legalForm', 'foundedYear', 'basedIn', 'identifiers'], audiences: ['registration'] },
  labels: { fields: ['legalFlags'], audiences: ['legalFlags'] },
} as const satisfies Record<string, Part>

export type ProfilePart = keyof typeof parts

/** The parts by the last step of their pages' addresses. */
export const profileParts = Object.keys(parts) as ProfilePart[]

export const isProfilePart = (text: string): text is ProfilePart => Object.hasOwn(parts, text)

/** Where saving a part may go on to; nothing behind the last. */
export const partAfter = (part: ProfilePart): ProfilePart | undefined => profileParts[profileParts.indexOf(part) + 1]

/** The groups of fields whose audiences a part asks for. */
export const audiencesOf = (part: ProfilePart): readonly FieldGroup[] => parts[part].audiences

/** What a part of a profile holds, field by field. */
export function valuesOf(draft: ProfileDraft, part: ProfilePart): PartValues {
  const { fields, audiences }: Part = parts[part]
  return Object.fromEntries<unknown>([
    ...fields.map((field) => [field, draft[field]] as const),
    ...audiences.map((group) => [`audiences/${group}`, draft.audiences[group]] as const),
  ])
}

/** A profile with other content in some of its fields, and everything else as it stands. */
export function withValues(draft: ProfileDraft, values: PartValues): ProfileDraft {
  const entries = Object.entries(values)
  const audiences = entries.flatMap(([field, value]) =>
    isAudience(field) ? [[field.slice(prefix.length), String(value)] as const] : [],
  )
  return {
    ...draft,
    ...Object.fromEntries(entries.filter(([field]) => !isAudience(field))),
    audiences: { ...draft.audiences, ...Object.fromEntries(audiences) },
  }
}

/** The part that asks for what a JSON pointer into the profile is about. */
export function partOfPointer(pointer: string): ProfilePart | undefined {
  const [, first = '', second = ''] = pointer.split('/')
  return profileParts.find((part) => {
    const { fields, audiences }: Part = parts[part]
    const names: readonly string[] = first === 'audiences' ? audiences : fields
    return names.includes(first === 'audiences' ? second : first)
  })
}

const prefix = 'audiences/'
const isAudience = (field: string) => field.startsWith(prefix)
