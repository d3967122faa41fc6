import { pressuresOnOrganisations } from './pressures-on-organisations.ts'
import { pressuresOnPeople } from './pressures-on-people.ts'

/**
 * What is done to organisations and people, as alerts say it. `huridocs` is the term of HURIDOCS’ micro-thesaurus 4, types of acts
 * (https://huridocs.org/resource-library/), by which statistics count; urgency and severity are those that the Common Alerting Protocol
 * knows (https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html) and are only proposed.
 */
export const pressures = [...pressuresOnOrganisations, ...pressuresOnPeople] as const

export type Pressure = (typeof pressures)[number]['code']
