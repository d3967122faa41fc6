import type { Profile } from '@kunak/contracts/directory'

/** A profile that says nothing yet, and not who may see it. */
export const emptyProfile: Omit<Profile, 'audiences'> = {
  names: {},
  acronym: '',
  description: {},
  legalForm: null,
  foundedYear: null,
  basedIn: null,
  identifiers: [],
  address: '',
  worksIn: [],
  languages: [],
  expertise: [],
  website: '',
  contacts: [],
  safeContact: {},
  legalFlags: [],
}
