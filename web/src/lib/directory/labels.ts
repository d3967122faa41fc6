import type { Audience } from '@kunak/contracts'
import type {
  Capacity,
  Contact,
  Expertise,
  Facet,
  FieldGroup,
  Freshness,
  Identifier,
  LegalFlag,
  Level,
  Reason,
  Standing,
} from '@kunak/contracts/directory'
import { expertiseAreas, labelOf, languages, legalForms, republics } from '@kunak/vocabulary'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'

// Every code that pages show, in the reader's language: codes of the vocabulary from there, codes of the contracts from the catalogue.

export const republicLabel = (code: string) => labelOf(republics, code, getLocale())
export const areaLabel = (code: string) => labelOf(expertiseAreas, code, getLocale())
export const legalFormLabel = (code: string) => labelOf(legalForms, code, getLocale())
export const levelLabel = (level: Level) => m[`level_${level}`]()
export const capacityLabel = (capacity: Capacity) => m[`capacity_${capacity}`]()
export const deliveryLabel = (delivery: Expertise['delivery']) => m[`delivery_${delivery}`]()
export const freshnessLabel = (freshness: Freshness) => m[`freshness_${freshness}`]()
export const standingLabel = (standing: Standing) => m[`standing_${standing}`]()
export const reasonLabel = (reason: Reason) => m[`reason_${reason}`]()
export const facetLabel = (facet: Facet) => m[`facet_${facet}`]()
export const groupLabel = (group: FieldGroup) => m[`group_${group}`]()
export const channelLabel = (channel: Contact['channel']) => m[`channel_${channel}`]()
export const schemeLabel = (scheme: Identifier['scheme']) => m[`scheme_${scheme.replaceAll('-', '_') as SchemeKey}`]()
export const legalFlagLabel = (flag: LegalFlag['flag']) => m[`flag_${flag}`]()
export const audienceLabel = (audience: Audience) => m[`audience_${audience}`]()

type SchemeKey = 'RU_OGRN' | 'RU_INN' | 'GB_CHC' | 'GE_NAPR' | 'other'

/** The name of a language: ours where the vocabulary has it, else the platform's own; what is no language answers itself. */
export function languageLabel(tag: string): string {
  return languages.some(({ code }) => code === tag) ? labelOf(languages, tag, getLocale()) : displayName('language', tag)
}

export const countryLabel = (code: string) => displayName('region', code)

function displayName(type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames(getLocale(), { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** The label of one value of a facet. */
export function facetValueLabel(facet: Facet, value: string): string {
  switch (facet) {
    case 'republic':
      return republicLabel(value)
    case 'expertise':
      return areaLabel(value)
    case 'level':
      return levelLabel(value as Level)
    case 'capacity':
      return capacityLabel(value as Capacity)
    case 'language':
      return languageLabel(value)
    case 'legalForm':
      return legalFormLabel(value)
    case 'freshness':
      return freshnessLabel(value as Freshness)
  }
}
