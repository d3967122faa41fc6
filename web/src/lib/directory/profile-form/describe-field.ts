import { audiences } from '@kunak/contracts'
import {
  capacities,
  channels,
  deliveries,
  fieldGroups,
  identifierSchemes,
  legalFlagKinds,
  levels,
} from '@kunak/contracts/directory'
import * as m from '#lib/paraglide/messages.js'
import * as labels from '../labels.ts'
import type { ProfileDraft } from './profile-draft.ts'
import type { PartField } from './profile-parts.ts'

/** The name of a field of the form, for a list of errors or of differences. */
export function fieldLabel(field: string): string {
  const group = groupIn(field)
  if (group) return m.who_sees_what({ what: labels.groupLabel(group) })
  const names: Partial<Record<string, () => string>> = {
    names: m.group_names,
    acronym: m.acronym,
    description: m.group_description,
    legalForm: m.facet_legalForm,
    foundedYear: m.founded_year,
    basedIn: m.based_in,
    identifiers: m.identifiers,
    address: m.group_address,
    worksIn: m.group_work,
    languages: m.facet_language,
    expertise: m.group_expertise,
    website: m.group_website,
    contacts: m.contacts_title,
    safeContact: m.safe_contact,
    legalFlags: m.group_legalFlags,
  }
  return names[field]?.() ?? field
}

/** What stands in a field of a draft, line by line, in words. */
export function describeField(field: PartField, draft: ProfileDraft): string[] {
  const group = groupIn(field)
  if (group) return [audienceOf(draft.audiences[group])]
  return linesOf(field as OwnField, draft).filter((line) => line !== '')
}

type OwnField = Exclude<keyof ProfileDraft, 'audiences'>

function groupIn(field: string) {
  return fieldGroups.find((group) => field === `audiences/${group}`)
}

function linesOf(field: OwnField, draft: ProfileDraft): string[] {
  switch (field) {
    case 'names':
    case 'description':
    case 'safeContact':
      return draft[field].filter(({ text }) => text !== '').map(({ tag, text }) => `${tag}: ${text}`)
    case 'identifiers':
      return draft[field].map(({ scheme, value }) => `${schemeOf(scheme)}: ${value}`)
    case 'worksIn':
      return draft[field].map(({ republic, district }) => joined(labels.republicLabel(republic), district))
    case 'languages':
      return [draft[field].map(labels.languageLabel).join(', ')]
    case 'expertise':
      return draft[field].map((row) =>
        joined(labels.areaLabel(row.area), levelOf(row.level), capacityOf(row.capacity), row.until, deliveryOf(row.delivery)),
      )
    case 'contacts':
      return draft[field].map(({ channel, value, audience }) => joined(`${channelOf(channel)}: ${value}`, audienceOf(audience)))
    case 'legalFlags':
      return draft[field].map(({ flag, since }) => joined(flagOf(flag), since))
    case 'basedIn':
      return [draft[field] && labels.countryLabel(draft[field])]
    case 'legalForm':
      return [labels.legalFormLabel(draft[field])]
    default:
      return [draft[field]]
  }
}

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')

// A form can hold any text where a code belongs; what is no code is shown as it was written.
const labelling =
  <Code extends string>(codes: readonly Code[], labelOf: (code: Code) => string) =>
  (text: string) => {
    const code = codes.find((known) => known === text)
    return code === undefined ? text : labelOf(code)
  }
const schemeOf = labelling(identifierSchemes, labels.schemeLabel)
const levelOf = labelling(levels, labels.levelLabel)
const capacityOf = labelling(capacities, labels.capacityLabel)
const deliveryOf = labelling(deliveries, labels.deliveryLabel)
const channelOf = labelling(channels, labels.channelLabel)
const audienceOf = labelling(audiences, labels.audienceLabel)
const flagOf = labelling(legalFlagKinds, labels.legalFlagLabel)
