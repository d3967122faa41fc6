import { mostBrowsers, NewBrowser } from '@kunak/contracts/alerts'
import { Done } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { browserGoneWrites, browserWrites, hashOf, listBrowsers, personUnchanged } from '@kunak/data/identity'
import { isPushAddress } from '@kunak/domain/alerts'
import { actorOf } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import { beginsAt } from '../../front-door/begins-at.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { ownAccount } from '../../front-door/own-account.ts'
import { body, onlyJson } from '../../front-door/parse.ts'

/** A browser of hers takes notes from now on; where she has more than enough, the oldest one no longer does. */
const add = new Hono<Front>().post(
  '/account/browsers',
  onlySignedIn,
  limitRate('change'),
  onlyJson,
  body(NewBrowser),
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, secrets, now, pushAlsoAt } = c.var.dependencies
    const { endpoint } = c.req.valid('json')
    if (!isPushAddress(endpoint, pushAlsoAt))
      return answerRefusal(c, { code: 'invalid', fields: [{ field: '/endpoint', code: 'no_push_service' }] })
    const { person, session } = own.value
    const others = (await listBrowsers(database, secrets, person.id)).filter(({ id }) => id !== hashOf(endpoint))
    const added = { personId: person.id, endpoint, device: session.device, since: beginsAt(c, person) }
    const saved = await commit(database, now(), {
      writes: [
        personUnchanged(database, person),
        ...browserWrites(database, secrets, added),
        ...others
          .slice(mostBrowsers - 1)
          .flatMap(({ id }) => browserGoneWrites(database, { personId: person.id, id, isLast: false })),
      ],
      events: [{ type: 'browser_added', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }],
    })
    return saved.ok ? c.json(Done.parse({ status: 'done' }), 201) : answerProblem(c, 'changed_meanwhile')
  },
)

/** One of hers, or with `all` every one, takes no notes any more. */
const remove = new Hono<Front>().delete('/account/browsers/:browser', onlySignedIn, limitRate('change'), async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, secrets, now } = c.var.dependencies
  const { person } = own.value
  const asked = c.req.param('browser')
  const all = await listBrowsers(database, secrets, person.id)
  const going = all.filter(({ id }) => asked === 'all' || id === asked)
  if (going.length === 0) return asked === 'all' ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, 'not_found')
  const isLast = going.length === all.length
  const saved = await commit(database, now(), {
    writes: going.flatMap(({ id }, place) =>
      browserGoneWrites(database, { personId: person.id, id, isLast: isLast && place === 0 }),
    ),
    events: [{ type: 'browser_removed', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }],
  })
  return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, 'changed_meanwhile')
})

export const ownBrowsers = new Hono<Front>().route('/', add).route('/', remove)
