export { changedSince, loadOrganisation, loadOrganisations, saveOrganisation } from './organisations.ts'
export type { BadCursor, EncodedAnswer, NameCandidate, Search, SearchDependencies } from './search/search.ts'
export type { SnapshotStore } from './snapshots.ts'
