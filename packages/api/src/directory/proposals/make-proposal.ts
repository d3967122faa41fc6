import { ok, ProposalId, type Refusal, refuse, type Result } from '@kunak/contracts'
import { NewProposal, OrganisationAct, PersonAct, type Proposal, ProposalMade } from '@kunak/contracts/directory'
import { frozenByCode, loadOpenProposals, saveProposal } from '@kunak/data/directory'
import { proposalUntil, readFreezeCode } from '@kunak/domain/directory'
import { mayDecide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { needStepUp } from '../../front-door/need-step-up.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { viewsOf } from '../../front-door/views-of.ts'
import { actUpon } from './act-upon.ts'
import { partyOf } from './party-of.ts'

/** A coordinator proposes what she cannot do alone. What is not possible now is refused at once; it is judged again when confirmed. */
export const makeProposal = new Hono<Front>().post(
  '/proposals',
  onlyCoordinators,
  limitRate('change'),
  onlyJson,
  body(NewProposal),
  needStepUp,
  async (c) => {
    const { viewer, dependencies } = c.var
    const { database, newId } = dependencies
    const now = dependencies.now()
    const said = c.req.valid('json')
    const about = await subjectOf(c, said)
    if (!about.ok) return answerRefusal(c, about.refusal)
    const party = await partyOf(database, viewer.personId)
    const isConcerned = about.value.kind === 'person' && about.value.mailFingerprint === party?.person.mailFingerprint
    const subject = about.value.kind === 'organisation' ? about.value : null
    if (!party || isConcerned || !mayDecide(party, subject)) return answerProblem(c, 'needs_another_party')
    const waiting = await loadOpenProposals(database, now)
    if (waiting.some((other) => isSame(other.about, about.value))) return answerProblem(c, 'already_proposed')
    const proposal: Proposal = {
      id: ProposalId.parse(newId()),
      version: 1,
      about: about.value,
      reason: said.reason,
      state: 'open',
      proposedAt: now.toISOString(),
      until: proposalUntil(now),
      proposedBy: party.personId,
      organisationIds: [...party.organisationIds],
      confirmedBy: null,
    }
    const possible = subject ? await actUpon(c, proposal) : ok(undefined)
    if (!possible.ok) return answerRefusal(c, possible.refusal)
    const saved = await saveProposal(database, now, { before: null, after: proposal, actor: viewer.actor })
    return saved.ok ? c.json(ProposalMade.parse({ id: proposal.id, state: 'open' }), 201) : answerRefusal(c, saved.refusal)
  },
)

type About = Proposal['about']

/** What a proposal is about. Whether anybody has the address that is named stays unsaid until a second person confirms. */
async function subjectOf(c: FrontContext, said: NewProposal): Promise<Result<About, Refusal>> {
  const { database, secrets } = c.var.dependencies
  const personAct = PersonAct.safeParse(said.act)
  if (personAct.success) {
    const mail = said.mail ?? ''
    const named = { mail: secrets.seal(mail), mailFingerprint: secrets.fingerprintOfMail(mail) }
    return ok({ kind: 'person', act: personAct.data, ...named })
  }
  const act = OrganisationAct.parse(said.act)
  const code = said.freezeCode === undefined ? null : readFreezeCode(said.freezeCode)
  const id = act === 'unfreeze' ? code && (await frozenByCode(database, code)) : said.organisationId
  const isSeen = id && (act === 'unfreeze' || (await viewsOf(c, [id])).has(id))
  const field = act === 'unfreeze' ? '/freezeCode' : '/organisationId'
  if (!isSeen) return refuse({ code: 'invalid', fields: [{ field, code: 'no_such_organisation' }] })
  return ok({ kind: 'organisation', act, organisationId: id })
}

function isSame(one: About, other: About): boolean {
  if (one.act !== other.act) return false
  return one.kind === 'organisation'
    ? other.kind === 'organisation' && one.organisationId === other.organisationId
    : other.kind === 'person' && one.mailFingerprint === other.mailFingerprint
}
