import * as z from 'zod'
import { OrganisationId, PersonId, ProposalId } from '../ids.ts'
import { MailAddress } from '../mail-address.ts'
import { Moment } from '../moment.ts'
import { paragraphs } from '../text.ts'
import { Names } from './organisation.ts'

/** What one person alone must not be able to do. */
export const organisationActs = ['vet', 'suspend', 'reinstate', 'freeze', 'unfreeze', 'add_founding', 'remove_founding'] as const
export const personActs = ['grant_coordinator', 'revoke_coordinator'] as const
export const OrganisationAct = z.enum(organisationActs)
export type OrganisationAct = z.infer<typeof OrganisationAct>
export const PersonAct = z.enum(personActs)
export type PersonAct = z.infer<typeof PersonAct>
export const Act = z.enum([...organisationActs, ...personActs])
export type Act = z.infer<typeof Act>

/** How long a proposal waits for a second person. */
export const proposalDays = 14

/** An act that one coordinator proposes and another, of another organisation, confirms; as it is kept. */
export const Proposal = z.strictObject({
  id: ProposalId,
  version: z.int().min(1),
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organisation'), act: OrganisationAct, organisationId: OrganisationId }),
    /** By the fingerprint of her address; the address itself, for those who decide, is sealed. */
    z.strictObject({ kind: z.literal('person'), act: PersonAct, mail: z.string(), mailFingerprint: z.string() }),
  ]),
  reason: z.string(),
  state: z.enum(['open', 'done', 'withdrawn']),
  proposedAt: Moment,
  until: Moment,
  proposedBy: PersonId,
  /** The organisations that she belonged to when she proposed it. */
  organisationIds: z.array(OrganisationId),
  confirmedBy: PersonId.nullable(),
})
export type Proposal = z.infer<typeof Proposal>

/** A proposal: about an organisation, about a frozen one by the code that its people read out, or about a person by her mail address. */
export const NewProposal = z
  .strictObject({
    act: Act,
    organisationId: OrganisationId.optional(),
    freezeCode: z.string().max(20).optional(),
    mail: MailAddress.optional(),
    reason: paragraphs(600).default(''),
  })
  .superRefine((said, context) => {
    const wanted = subjectField(said.act)
    for (const field of ['organisationId', 'freezeCode', 'mail'] as const) {
      if (field === wanted && !said[field]) context.addIssue({ code: 'custom', path: [field], params: { code: 'required' } })
      if (field !== wanted && said[field] !== undefined)
        context.addIssue({ code: 'custom', path: [field], params: { code: 'not_known' } })
    }
  })
export type NewProposal = z.infer<typeof NewProposal>

/** Which field of a new proposal says what it is about. */
function subjectField(act: Act): 'organisationId' | 'freezeCode' | 'mail' {
  if (act === 'grant_coordinator' || act === 'revoke_coordinator') return 'mail'
  return act === 'unfreeze' ? 'freezeCode' : 'organisationId'
}

/** A proposal as a coordinator sees it. What it is about is by name, by freeze code, or by mail address. */
export const ProposalView = z.strictObject({
  id: ProposalId,
  act: Act,
  organisation: z.strictObject({ id: OrganisationId, names: Names }).optional(),
  freezeCode: z.string().optional(),
  mail: z.string().optional(),
  reason: z.string(),
  proposedAt: Moment,
  until: Moment,
  isMine: z.boolean(),
  /** The organisations that the proposer speaks for, as far as the reader may see them. */
  proposedFor: z.array(Names),
  mayConfirm: z.boolean(),
})
export type ProposalView = z.infer<typeof ProposalView>

export const Proposals = z.strictObject({ proposals: z.array(ProposalView) })
export type Proposals = z.infer<typeof Proposals>

export const ProposalMade = z.strictObject({ id: ProposalId, state: Proposal.shape.state })
export type ProposalMade = z.infer<typeof ProposalMade>
