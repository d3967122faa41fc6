export { Account, AccountChanged, AccountExport, AccountPreferences } from './account.ts'
export { Invitation, invitationDays, Invitations, Invited, mostInvitations, NewInvitation } from './invitation.ts'
export {
  Colleague,
  Colleagues,
  Handover,
  mostMemberships,
  mostPeople,
  OrganisationPeople,
  PeopleChanged,
  RoleChange,
} from './organisation-people.ts'
export { AuditEntry, AuditLink, AuditPage, AuditQuery, type AuditType, auditTypes, ShownAuditEntry } from './audit.ts'
export { Me } from './me.ts'
export {
  mostPasskeys,
  NewPasskey,
  PasskeyAssertion,
  PasskeyAttestation,
  PasskeyCreation,
  PasskeyRenaming,
  PasskeyRequest,
  Passkeys,
} from './passkey.ts'
export { hasSecondFactor, Passkey, Person } from './person.ts'
export { Device, Session, sessionHours, sessionIdleMinutes } from './session.ts'
export { StepUpRequest, StepUpWays } from './step-up.ts'
export { anonymous, Membership, Role, roles, type Viewer } from './viewer.ts'
export {
  AskGuardian,
  Authenticator,
  FactorAdded,
  GuardianRequest,
  guardianRequestDays,
  Guardians,
  mostGuardianRequests,
  RecoveryCode,
  Sessions,
  SessionsQuery,
  Wards,
} from './security.ts'
export {
  AskToSignIn,
  Done,
  MailProof,
  mostWrongTries,
  RecoveryProgress,
  SignIn,
  SignInAsked,
  signInMinutes,
  SignInState,
  SignInStep,
  TypedCode,
} from './sign-in.ts'
export type { Letter, Posted, PostLetter, Pushed } from './letter.ts'
