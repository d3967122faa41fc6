import { OwnFeedAddresses, OwnFeeds } from '@kunak/contracts/alerts'
import { Done } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endFeedLinkWrites, feedLinksOf, feedLinkWrites, hashOf, newToken, personUnchanged } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import { beginsAt } from '../../front-door/begins-at.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { needStepUp } from '../../front-door/need-step-up.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { ownAccount } from '../../front-door/own-account.ts'
import { readerBy } from './own-feeds-of.ts'

/** Whether she has feeds of her own whose address still opens something. */
const getOwn = new Hono<Front>().get('/account/feeds', onlySignedIn, async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { person } = own.value
  const [link] = await feedLinksOf(c.var.dependencies.database, person.id)
  const isOpen = link && readerBy(link, person, c.var.organisations) !== null
  return c.json(OwnFeeds.parse({ since: isOpen ? link.since : null }))
})

/** Makes the addresses of her own feeds, shown this once; those that she had before open nothing any more. */
const make = new Hono<Front>().post('/account/feeds', onlySignedIn, limitRate('change'), needStepUp, async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, now, origin } = c.var.dependencies
  const { person } = own.value
  const token = newToken()
  const before = await feedLinksOf(database, person.id)
  const saved = await commit(database, now(), {
    writes: [
      personUnchanged(database, person),
      ...endFeedLinkWrites(database, before),
      ...feedLinkWrites(database, { hash: hashOf(token), personId: person.id, since: beginsAt(c, person) }),
    ],
    events: [{ type: 'feeds_made', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }],
  })
  if (!saved.ok) return answerProblem(c, 'changed_meanwhile')
  const at = `${origin}/feeds/own/${token}`
  return c.json(OwnFeedAddresses.parse({ news: `${at}/news.atom`, calendar: `${at}/calendar.ics` }), 201)
})

/** Ends them: their addresses open nothing from the next read on. */
const end = new Hono<Front>().delete('/account/feeds', onlySignedIn, limitRate('change'), async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, now } = c.var.dependencies
  const { person } = own.value
  const links = await feedLinksOf(database, person.id)
  if (links.length === 0) return c.json(Done.parse({ status: 'done' }))
  const event = { type: 'feeds_ended', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }
  const saved = await commit(database, now(), { writes: endFeedLinkWrites(database, links), events: [event] })
  return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerProblem(c, 'changed_meanwhile')
})

export const changeOwnFeeds = new Hono<Front>().route('/', getOwn).route('/', make).route('/', end)
