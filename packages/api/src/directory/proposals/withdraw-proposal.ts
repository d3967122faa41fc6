import { ProposalMade } from '@kunak/contracts/directory'
import { loadProposal, saveProposal } from '@kunak/data/directory'
import { isOpen } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'

/** Who proposed something takes it back. */
export const withdrawProposal = new Hono<Front>().delete('/proposals/:id', onlyCoordinators, limitRate('change'), async (c) => {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const now = dependencies.now()
  const before = await loadProposal(database, c.req.param('id'))
  if (!before) return answerProblem(c, 'not_found')
  if (before.proposedBy !== viewer.personId) return answerProblem(c, 'not_yours')
  if (!isOpen(before, now)) return answerProblem(c, 'proposal_closed')
  const after = { ...before, version: before.version + 1, state: 'withdrawn' } as const
  const saved = await saveProposal(database, now, { before, after, actor: viewer.actor })
  return saved.ok ? c.json(ProposalMade.parse({ id: after.id, state: after.state })) : answerRefusal(c, saved.refusal)
})
