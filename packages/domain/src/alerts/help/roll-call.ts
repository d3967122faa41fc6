import { ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Alert, AlertAnswer, AnswerCounts, RollCall } from '@kunak/contracts/alerts'
import type { OrganisationView } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../../identity/index.ts'
import { namedAs } from '../named-for.ts'
import { readsAlert } from '../reads-alert.ts'
import { seesAllPledges } from './pledge-sides.ts'

const mostSilent = 100

/** Whether somebody may see who has answered. Refuses who does not read the alert (`not_found`), and others with `not_yours`. */
export function maySeeRollCall(viewer: Viewer, alert: Alert): Result<undefined, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  return seesAllPledges(viewer, alert) ? ok(undefined) : refuseStranger(viewer)
}

/** Whom of the asked organisations the answers came from, and who is still silent; `views` are those that the reader may know of. */
export function rollCallOf(
  answers: readonly AlertAnswer[],
  { asked, views }: { readonly asked: readonly OrganisationId[]; readonly views: ReadonlyMap<OrganisationId, OrganisationView> },
): RollCall {
  const answered = new Map<OrganisationId, { answers: AnswerCounts; at: string }>()
  let others = noAnswers
  for (const { organisationId, answer, at } of answers) {
    if (organisationId === null || !views.has(organisationId)) {
      others = counted(others, answer)
      continue
    }
    const so = answered.get(organisationId)
    answered.set(organisationId, { answers: counted(so?.answers ?? noAnswers, answer), at: so && so.at > at ? so.at : at })
  }
  const said = new Set(answers.map(({ organisationId }) => organisationId))
  const silent = asked.flatMap((id) => (said.has(id) ? [] : (views.get(id) ?? []))).map(namedAs)
  return {
    answered: [...answered].flatMap(([id, of]) => {
      const view = views.get(id)
      return view ? [{ organisation: namedAs(view), ...of }] : []
    }),
    others,
    silent: silent.slice(0, mostSilent),
    moreSilent: Math.max(0, silent.length - mostSilent),
  }
}

/** Nobody has said anything yet. */
const noAnswers: AnswerCounts = { seen: 0, can_help: 0, cannot: 0 }

const counted = (counts: AnswerCounts, answer: AlertAnswer['answer']): AnswerCounts => ({
  ...counts,
  [answer]: counts[answer] + 1,
})
