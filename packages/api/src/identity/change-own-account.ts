import type { Refusal, Result } from '@kunak/contracts'
import { Done, type Person } from '@kunak/contracts/identity'
import { savePerson } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { FrontContext } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** The story of a change of the reader's own account and of nothing else: let the domain decide, save it, answer that it is done. */
export async function changeOwnAccount(
  c: FrontContext,
  /** What the event is called. */
  type: string,
  decide: (before: Person) => Result<Person, Refusal>,
): Promise<Response> {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, now } = c.var.dependencies
  const { person: before } = own.value
  const after = decide(before)
  if (!after.ok) return answerRefusal(c, after.refusal)
  const event = { type, actor: actorOf(before), data: {} }
  const saved = await savePerson(database, now(), { before, after: after.value, event })
  return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
}
