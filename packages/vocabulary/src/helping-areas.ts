import type { ExpertiseArea } from './expertise.ts'
import type { NeedKind } from './need-kinds.ts'
import type { Pressure } from './pressures.ts'

/** Whose expertise meets which need. A need that takes no expertise, such as presence, has none: anybody may be asked. */
const areasByNeed: Readonly<Record<NeedKind, readonly ExpertiseArea[]>> = {
  lawyer_now: ['criminal_defence', 'administrative_law'],
  legal_defence: ['criminal_defence', 'administrative_law', 'fabricated_cases'],
  court_observer: ['monitoring', 'criminal_defence'],
  international_complaint: ['international_litigation'],
  physical_security: ['physical_security'],
  digital_security: ['digital_security'],
  communications: ['digital_security', 'communications'],
  security_training: ['physical_security', 'digital_security', 'training'],
  transport: ['physical_security'],
  medical: ['rehabilitation'],
  psychosocial: ['rehabilitation'],
  family_support: ['rehabilitation', 'child_rights'],
  relocation: ['migration', 'physical_security', 'domestic_violence'],
  advocacy: ['advocacy'],
  media_attention: ['communications', 'media_freedom'],
  media_silence: ['communications', 'media_freedom'],
  parcel: ['prison_monitoring'],
  letters: ['prison_monitoring'],
  translation: ['translation'],
  evidence_preservation: ['torture_documentation', 'digital_security', 'memory'],
  equipment: ['digital_security'],
  office_space: [],
  bridge_funding: ['fundraising', 'finance'],
  compliance: ['ngo_compliance', 'finance'],
  childcare: ['child_rights'],
  presence: [],
  other: [],
}

/** Whose expertise bears on what happened, where no need says more. */
const areasByPressure: Readonly<Partial<Record<Pressure, readonly ExpertiseArea[]>>> = {
  liquidation: ['ngo_compliance'],
  foreign_agent: ['ngo_compliance'],
  undesirable: ['ngo_compliance', 'criminal_defence'],
  inspection: ['ngo_compliance', 'finance'],
  funding_block: ['finance', 'ngo_compliance'],
  disappearance: ['disappearances'],
  abduction: ['disappearances'],
  administrative_case: ['administrative_law'],
  fabricated_case: ['fabricated_cases', 'criminal_defence'],
  torture: ['torture_documentation'],
  surveillance: ['digital_security', 'physical_security'],
  smear: ['communications', 'media_freedom'],
  censorship: ['media_freedom', 'digital_security'],
  cyberattack: ['digital_security'],
  event_ban: ['assembly', 'administrative_law'],
  gender_based: ['domestic_violence', 'womens_rights', 'harmful_practices'],
}
const forAnything: readonly ExpertiseArea[] = ['criminal_defence', 'administrative_law']

/** The areas of expertise that help with some needs; where these name none, with what happened. */
export function helpingAreas(needs: readonly NeedKind[], pressures: readonly Pressure[]): ExpertiseArea[] {
  const byNeed = needs.flatMap((need) => areasByNeed[need])
  const areas = byNeed.length > 0 ? byNeed : pressures.flatMap((pressure) => areasByPressure[pressure] ?? forAnything)
  return [...new Set(areas)]
}
