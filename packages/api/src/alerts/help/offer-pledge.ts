import { PledgeId } from '@kunak/contracts'
import { OfferPledge, type Pledge, PledgeChanged } from '@kunak/contracts/alerts'
import { loadPledge, loadTally, savePledge } from '@kunak/data/alerts'
import { offerAgain, offerPledge as decide, readsAlert } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { untilSaved } from '../../front-door/until-saved.ts'
import { alertOf, alertStore } from '../change-alert.ts'
import { partyOf } from '../party-of.ts'

/** Answers which pledge it is and how it stands now. */
export const answerPledge = (c: FrontContext, { id, version, state }: Pledge, status: 200 | 201 = 200) =>
  c.json(PledgeChanged.parse({ id, version, state }), status)

/** An organisation offers a part of what is unmet. Under an id that its page brought along it offers once, however often it is sent. */
export const offerPledge = new Hono<Front>().post(
  '/alerts/:alert/pledges',
  limitRate('change'),
  onlyJson,
  body(OfferPledge),
  (c) => {
    const { id = PledgeId.parse(c.var.dependencies.newId()), hasReadNotice: _, ...offer } = c.req.valid('json')
    const said = { id, ...offer }
    return untilSaved(c, async () => {
      const { viewer, dependencies } = c.var
      const now = dependencies.now()
      const alert = await alertOf(c)
      if (!alert || !readsAlert(viewer, alert)) return answerProblem(c, 'not_found')
      const before = await loadPledge(alertStore(c), alert.id, id)
      if (before) {
        const again = offerAgain(viewer, alert, { before, said })
        return again.ok ? answerPledge(c, again.value, 201) : answerRefusal(c, again.refusal)
      }
      const organisation = await partyOf(c, said.organisationId)
      if (!organisation) return answerProblem(c, 'not_yours')
      const tally = await loadTally(alertStore(c), alert.id, said.needId)
      const decided = decide(viewer, alert, { organisation, tally, said, now })
      if (!decided.ok) return answerRefusal(c, decided.refusal)
      const saved = await savePledge(alertStore(c), now, { change: decided.value, actor: viewer.actor, alert })
      return saved.ok ? answerPledge(c, decided.value.pledge, 201) : null
    })
  },
)
