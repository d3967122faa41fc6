export { Account, AccountChanged, AccountExport, AccountPreferences } from './account.ts'
export { Application, applicationDays, ApplicationView, Applied, NewApplication } from './application.ts'
export { Invitation, invitationDays, Invitations, Invited, mostInvitations, NewInvitation } from './invitation.ts'
export { MailAddress } from './mail-address.ts'
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
export { AuditEntry, AuditLink, AuditPage, AuditQuery, ShownAuditEntry } from './audit.ts'
export { Me } from './me.ts'
export { hasSecondFactor, Passkey, Person } from './person.ts'
export { Device, devices, Session, sessionHours, sessionIdleMinutes } from './session.ts'
export { anonymous, Membership, Role, roles, type Viewer } from './viewer.ts'
