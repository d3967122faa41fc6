import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type Act, type Proposal, ProposalMade } from '@kunak/contracts/directory'
import type { Write } from '@kunak/data'
import {
  freezeWrites,
  loadProposal,
  organisationUnchanged,
  proposalWrite,
  reviewStandings,
  saveOrganisation,
} from '@kunak/data/directory'
import { findPersonByMail, organisationPeopleUnchanged, personUnchanged, savePerson } from '@kunak/data/identity'
import { changeCoordinator, isOpen } from '@kunak/domain/directory'
import { areTwoParties } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { needStepUp } from '../../front-door/need-step-up.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { atOnce } from '../vouching/review-at-once.ts'
import { actUpon } from './act-upon.ts'
import { partyOf, type StoredParty } from './party-of.ts'

const eventOf = {
  vet: 'organisation_vetted',
  suspend: 'organisation_suspended',
  reinstate: 'organisation_reinstated',
  freeze: 'organisation_frozen',
  unfreeze: 'organisation_unfrozen',
  add_founding: 'founding_added',
  remove_founding: 'founding_removed',
  grant_coordinator: 'coordinator_granted',
  revoke_coordinator: 'coordinator_revoked',
} as const satisfies Record<Act, string>

/**
 * A second coordinator, of another organisation, confirms: the act and the end of its proposal are one transaction, which also fails if
 * either of the two, or an organisation that they speak for, is no longer what it was. So it happens once, and by two.
 */
export const confirmProposal = new Hono<Front>().post(
  '/proposals/:id/confirmation',
  onlyCoordinators,
  limitRate('change'),
  needStepUp,
  (c) =>
    untilSaved(c, async () => {
      const proposal = await loadProposal(c.var.dependencies.database, c.req.param('id'))
      if (!proposal) return answerProblem(c, 'not_found')
      const done = await confirm(c, proposal)
      if (done.ok) return c.json(ProposalMade.parse({ id: proposal.id, state: 'done' }))
      return done.refusal.code === 'changed_meanwhile' ? null : answerRefusal(c, done.refusal)
    }),
)

async function confirm(c: FrontContext, before: Proposal): Promise<Result<undefined, Refusal>> {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  if (!isOpen(before, dependencies.now())) return refuse({ code: 'proposal_closed' })
  const one = await partyOf(database, before.proposedBy, before.organisationIds)
  const other = await partyOf(database, viewer.personId)
  if (!one || !other) return refuse({ code: 'needs_another_party' })
  const also = [
    proposalWrite(database, before, { ...before, version: before.version + 1, state: 'done', confirmedBy: other.personId }),
    ...[one, other].flatMap((party) => partyUnchanged(c, party)),
  ]
  return before.about.kind === 'organisation'
    ? await changeOrganisation(c, { proposal: before, parties: [one, other], also })
    : await changePerson(c, { proposal: before, parties: [one, other], also })
}

interface Decision {
  readonly proposal: Proposal
  readonly parties: readonly [StoredParty, StoredParty]
  readonly also: readonly Write[]
}

async function changeOrganisation(c: FrontContext, { proposal, parties, also }: Decision): Promise<Result<undefined, Refusal>> {
  const { viewer, dependencies } = c.var
  const { database, keys } = dependencies
  const now = dependencies.now()
  const { about } = proposal
  if (about.kind !== 'organisation') return refuse({ code: 'not_found' })
  if (!areTwoParties(...parties, { organisationId: about.organisationId })) return refuse({ code: 'needs_another_party' })
  const acted = await actUpon(c, proposal)
  if (!acted.ok) return acted
  const { before, after, people } = acted.value
  const saved = await saveOrganisation(database, now, {
    before,
    after,
    event: { type: eventOf[about.act], actor: viewer.actor, data: { version: after.version, proposal: proposal.id } },
    also: [
      ...also,
      ...freezeWrites(database, { before, after, key: keys.doNotList }),
      ...(about.act === 'vet' ? [organisationPeopleUnchanged(database, before.id, people)] : []),
    ],
  })
  if (!saved.ok) return saved
  await reviewStandings(database, now, atOnce)
  return ok(undefined)
}

async function changePerson(c: FrontContext, { proposal, parties, also }: Decision): Promise<Result<undefined, Refusal>> {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const { about } = proposal
  if (about.kind !== 'person') return refuse({ code: 'not_found' })
  const isConcerned = parties.some(({ person }) => person.mailFingerprint === about.mailFingerprint)
  if (isConcerned || !areTwoParties(...parties, null)) return refuse({ code: 'needs_another_party' })
  const before = await findPersonByMail(database, about.mailFingerprint)
  if (!before) return refuse({ code: 'no_such_account' })
  const changed = changeCoordinator(about.act, before)
  if (!changed.ok) return changed
  const event = { type: eventOf[about.act], actor: viewer.actor, data: { proposal: proposal.id } }
  return savePerson(database, dependencies.now(), { before, after: changed.value, event, also })
}

function partyUnchanged(c: FrontContext, { person, vetted }: StoredParty): Write[] {
  const { database } = c.var.dependencies
  const [first] = vetted
  return [personUnchanged(database, person), ...(first ? [organisationUnchanged(database, first)] : [])]
}
