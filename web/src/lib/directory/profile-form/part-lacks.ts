import { type EditableProfile } from '@kunak/contracts/directory'
import { uiLocales } from '@kunak/vocabulary'
import { formatDay } from '#lib/format-day.ts'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { areaLabel, languageLabel } from '../labels.ts'
import { audiencesOf, type ProfilePart } from './profile-parts.ts'

/** What is missing in a part of a profile, or is due to be looked at, in words. What need not be given is never missing. */
export function partLacks({ profile, audienceCircle }: EditableProfile, part: ProfilePart, today: string): string[] {
  const shown = audiencesOf(part).map((group) => profile.audiences[group])
  const rows = part === 'contacts' ? profile.contacts.map(({ audience }) => audience) : []
  const meansNoCircle = audienceCircle === null && [...shown, ...rows].includes('circle')
  return [...contentLacks(profile, part, today), ...(meansNoCircle ? [m.part_lacks_circle()] : [])]
}

function contentLacks(profile: EditableProfile['profile'], part: ProfilePart, today: string): string[] {
  switch (part) {
    case 'names':
    case 'description':
      return languagesMissing(profile[part])
    case 'expertise':
      return [...(profile.expertise.length === 0 ? [m.part_lacks_expertise()] : []), ...capacityOver(profile, today)]
    case 'work':
      return [
        ...(profile.worksIn.length === 0 ? [m.part_lacks_republic()] : []),
        ...(profile.languages.length === 0 ? [m.part_lacks_work_language()] : []),
      ]
    case 'contacts':
      return [
        ...(profile.contacts.length === 0 ? [m.part_lacks_contact()] : []),
        ...(Object.keys(profile.safeContact).length === 0 ? [m.part_lacks_safe_contact()] : []),
      ]
    default:
      return []
  }
}

const languagesMissing = (texts: Readonly<Record<string, string>>) =>
  uiLocales.filter((tag) => !texts[tag]).map((tag) => m.part_lacks_text({ language: languageLabel(tag) }))

/** Entries whose limit has run out, so that everybody reads them as open again. */
const capacityOver = ({ expertise }: EditableProfile['profile'], today: string) =>
  expertise.flatMap(({ area, until }) =>
    until !== null && until < today ? [m.part_until_over({ area: areaLabel(area), day: formatDay(until, getLocale()) })] : [],
  )
