export { capacityOn } from './capacity-on.ts'
export { dueDays, freshDays, freshnessOf, staleDays } from './freshness.ts'
export { isListedFor, viewOrganisation } from './view-organisation.ts'
