export { applyToJoin } from './apply-to-join.ts'
export { assureProfile } from './assure-profile.ts'
export {
  answerCircleInvitation,
  type CircleAct,
  chooseAudienceCircle,
  circleInUse,
  circleWithout,
  foundCircle,
  inviteToCircle,
  leaveCircle,
  openInvitations,
  removeFromCircle,
  viewCircle,
} from './circles/index.ts'
export { compareText } from './compare-text.ts'
export { cellShown, type CountedCell, countShown } from './coverage.ts'
export { checkProfile } from './check-profile.ts'
export { editProfile, widensAudience } from './edit-profile.ts'
export { emptyProfile } from './empty-profile.ts'
export { dueDays, freshDays, freshnessOf, staleDays } from './freshness.ts'
export { freezeCodeOf, readFreezeCode } from './freeze-code.ts'
export { freezeOrganisation } from './freeze-organisation.ts'
export { identifierKey } from './identifiers.ts'
export { listOrganisation } from './list-organisation.ts'
export { newOrganisation } from './new-organisation.ts'
export { recordLegalFlags } from './record-legal-flags.ts'
export { forgetApplicant, removeOrganisation } from './remove-organisation.ts'
export { unfreezeOrganisation } from './unfreeze-organisation.ts'
export { isListedFor, viewOrganisation } from './view-organisation.ts'
export {
  canHelp,
  deliveredBy,
  gapRepublics,
  helpersByNearness,
  mostHelpers,
  nearestHelpers,
  type PossibleHelper,
} from './gaps.ts'
export {
  listedFreshness,
  type ReaderClass,
  readerClasses,
  readerClassOf,
  readerOf,
  type SearchDocument,
  searchDocumentOf,
  type SearchField,
  searchFields,
  wholeNameOf,
} from './search-document.ts'
export { type AskedWord, askedWords, beginningsOf, isNear, isSoundTelling, likenessOf } from './search-words-question.ts'
export { nameKeysOf, nameSimilarity } from './search-words-names.ts'
export { soundKeyOf, wholeSoundOf } from './search-words-spelling.ts'
export { stemOf, wordsOf } from './search-words.ts'
export { byNames, type Resemblance, resemblance, type Verdict } from './duplicates.ts'
export { mostErrorsIn, withoutArticle } from './names-alike.ts'
export { doNotListFingerprints } from './do-not-list.ts'
export { coverageCsv } from './export/coverage-csv.ts'
export { csvBeginning, csvLine } from './export/csv.ts'
export { hsdsOrganization, hsdsPage, uuidOfUlid } from './export/hsds.ts'
export { coverageHxl, threeWHead, threeWLines } from './export/hxl.ts'
export { jsonLd, jsonLdText } from './export/json-ld.ts'
export { organisationCsvLine, organisationsCsvHead } from './export/organisations-csv.ts'
export { everybodyAt } from './import/audiences.ts'
export { checkMapping } from './import/check-mapping.ts'
export { decideRow, type RowDecision } from './import/decide-row.ts'
export { type PlannedRow } from './import/plan-rows.ts'
export { type ImportFile, type ImportOutline, outlineImport, planImport, sourceFrom } from './import/read-import.ts'
export { changeCoordinator } from './proposals/change-coordinator.ts'
export { changeStanding } from './proposals/change-standing.ts'
export { isOpen, proposalUntil } from './proposals/proposal-state.ts'
export { countsFrom, isLive } from './vouching/counting-vouches.ts'
export { giveVouch, vouchesLeft } from './vouching/give-vouch.ts'
export { loseSupport, mayTakeSupport, standingNoteOf, standingsLost } from './vouching/review-standings.ts'
export { revokeVouch } from './vouching/revoke-vouch.ts'
export { type SupportedOrganisations, supportedOrganisations, type VouchingGraph } from './vouching/supported-organisations.ts'
export { monthsLater } from './vouching/months-later.ts'
