import { OwnSubscription, SubscriptionChoice } from '@kunak/contracts/alerts'
import { Done, type Person } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { loadSubscription, subscriptionWrite } from '@kunak/data/alerts'
import { listBrowsers, personUnchanged } from '@kunak/data/identity'
import { actorOf, isLocalMailProvider } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { ownAccount } from '../../front-door/own-account.ts'
import { body, onlyJson } from '../../front-door/parse.ts'

/** Of which alerts a person wants to hear, how and when: she sees it, and says it anew as a whole. */
export const ownSubscription = new Hono<Front>()
  .get('/account/subscription', async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, secrets, pushKey } = c.var.dependencies
    const { person } = own.value
    const [{ personId: _, ...subscription }, browsers] = await Promise.all([
      loadSubscription(database, person.id),
      listBrowsers(database, secrets, person.id),
    ])
    const shown: OwnSubscription = {
      ...subscription,
      letters: lettersOf(person),
      isLocalMail: isLocalMailProvider(secrets.unseal(person.mail)),
      browsers: browsers.map(({ id, device, since }) => ({ id, device, since })),
      pushKey,
    }
    return c.json(OwnSubscription.parse(shown), 200, { 'cache-control': 'no-store' })
  })
  .put('/account/subscription', onlySignedIn, limitRate('change'), onlyJson, body(SubscriptionChoice), async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { person } = own.value
    const chosen = { ...c.req.valid('json'), personId: person.id, isChosen: true }
    const saved = await commit(database, now(), {
      writes: [personUnchanged(database, person), subscriptionWrite(database, chosen)],
      events: [{ type: 'subscription_set', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }],
    })
    return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, 'changed_meanwhile')
  })

function lettersOf({ wantsLetters, undeliverable }: Person): OwnSubscription['letters'] {
  if (undeliverable !== null) return 'undeliverable'
  return wantsLetters ? 'on' : 'off'
}
