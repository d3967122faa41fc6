import * as m from '#lib/paraglide/messages.js'
import type { ProfilePart } from './profile-parts.ts'

const titles: Readonly<Record<ProfilePart, () => string>> = {
  names: m.group_names,
  description: m.group_description,
  expertise: m.group_expertise,
  work: m.group_work,
  contacts: m.contacts_title,
  website: m.website_and_address,
  registration: m.group_registration,
  labels: m.group_legalFlags,
}

/** What a part of the profile is called, on its page and in the list of them. */
export const partTitle = (part: ProfilePart): string => titles[part]()
