export { challengeMs, isChallengeOpen, issueChallenge, useChallengeWrite } from './challenges.ts'
export { takeToken } from './take-token.ts'
export { hashOf, newToken, type Secrets, secretsOf } from './secrets-of.ts'
export {
  findPersonByMail,
  findPersonByPasskey,
  loadPeople,
  loadPerson,
  personUnchanged,
  personWrites,
  savePerson,
} from './people.ts'
export { loadOrganisationPeople, organisationPeopleWrite } from './organisation-people.ts'
export { checkSession, endSessionWrites, listSessions, loadSession, sessionWrites, touchSession } from './sessions.ts'
export { type AuditKeys, auditKeysOf } from './audit-keys.ts'
export { auditEntryOfImage, readEntriesAbout, readEntriesOn, readWholeLog, sealEntries } from './audit-log.ts'
export { changePeople } from './change-people.ts'
export {
  endInvitationWrites,
  forgetInvitationWrites,
  invitationBy,
  invitationsFor,
  invitationsOf,
  invitationTo,
  invitationWrites,
} from './invitations.ts'
export { countTry, endSignInWrite, isProof, loadSignIn, signInProofs, signInWrite } from './sign-ins.ts'
export { hashOfRecoveryCode, newRecoveryCode } from './recovery-code.ts'
export {
  endPendingAuthenticatorWrite,
  keepPendingAuthenticator,
  loadPendingAuthenticator,
  newAuthenticatorSecret,
} from './pending-authenticator.ts'
export {
  endGuardianRequestWrites,
  endWardWrite,
  guardianRequestWrites,
  listGuardianRequests,
  listGuardianRequestsTo,
  listWards,
  wardWrite,
} from './guardians.ts'
export { eraseAccount, mayErase } from './erase-account.ts'
export { organisationPeopleUnchanged } from './organisation-people-unchanged.ts'
export { peopleOfOrganisations } from './people-of-organisations.ts'
export { coordinatorsPartition, subscriberKey, subscriberPartitions } from './subscribers.ts'
export { endFeedLinkWrites, feedLinksOf, feedLinkWrites, findFeedLink } from './feed-links.ts'
export { type Browser, browserGoneWrites, browserWrites, forgetBrowser, listBrowsers } from './browsers.ts'
export { type PushKeys, pushKeysOf } from './push-keys.ts'
