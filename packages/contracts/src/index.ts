export { Audience, audiences, tlpLabels } from './audience.ts'
export { fieldProblem, type FieldProblemCode, parseFields } from './field-problem.ts'
export {
  Actor,
  AlertId,
  CheckInId,
  CircleId,
  GuardianRequestId,
  ImportId,
  InvitationId,
  MessageId,
  momentOfUlid,
  NeedId,
  newUlid,
  OrganisationId,
  PersonId,
  PledgeId,
  ProposalId,
  ReportId,
  UpdateId,
} from './ids.ts'
export { packIds, unpackIds } from './packed-ids.ts'
export { MailAddress } from './mail-address.ts'
export { Moment } from './moment.ts'
export type { NamedOrganisation } from './named-organisation.ts'
export { FieldProblem, Problem, type ProblemCode, problems } from './problem.ts'
export { ok, refuse, type Result } from './result.ts'
export { bestText, cleanText, type Localised } from './text.ts'
export type { Refusal, RefusedField } from './refusal.ts'
