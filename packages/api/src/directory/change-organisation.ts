import { OrganisationId, type Refusal, type Result } from '@kunak/contracts'
import { type Organisation, Saved } from '@kunak/contracts/directory'
import type { Write } from '@kunak/data'
import { loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { FrontContext } from '../front-door/front.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'

/** The organisation that the address names, or null where there is none. Whether the reader may know of it is the domain's to say. */
export async function organisationOf(c: FrontContext): Promise<Organisation | null> {
  const id = OrganisationId.safeParse(c.req.param('id'))
  return id.success ? loadOrganisation(c.var.dependencies.database, id.data) : null
}

/** The story of every change to an organisation: load it, let the domain decide, save if nobody was faster, answer the new version. */
export async function changeOrganisation(
  c: FrontContext,
  change: {
    /** What the event is called. */
    readonly type: string
    readonly decide: (before: Organisation, now: Date) => Result<Organisation, Refusal>
    /** Whether it is done only with a proof for exactly this act. */
    readonly needsProof?: (before: Organisation, after: Organisation) => boolean
    /** What else is written in the same transaction. */
    readonly also?: (before: Organisation, now: Date) => readonly Write[] | Promise<readonly Write[]>
  },
) {
  const { viewer, dependencies } = c.var
  const now = dependencies.now()
  const before = await organisationOf(c)
  if (!before) return answerProblem(c, 'not_found')
  const decided = change.decide(before, now)
  if (!decided.ok) return answerRefusal(c, decided.refusal)
  const after = decided.value
  const unproven = change.needsProof?.(before, after) ? await refuseWithoutStepUp(c) : null
  if (unproven) return unproven
  const event = { type: change.type, actor: viewer.actor, data: { version: after.version } }
  const saved = await saveOrganisation(dependencies.database, now, {
    before,
    after,
    event,
    also: (await change.also?.(before, now)) ?? [],
  })
  return saved.ok ? c.json(Saved.parse({ id: after.id, version: after.version })) : answerRefusal(c, saved.refusal)
}
