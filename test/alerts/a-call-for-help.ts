import type { AlertHelp, Pledge, PledgeView } from '@kunak/contracts/alerts'
import { type OrganisationId, PledgeId } from '@kunak/contracts'
import { inPartition, queryAll } from '@kunak/data'
import { advanceAlerts, advanceHelp } from '@kunak/data/alerts'
import {
  anAlert,
  anApi,
  anOrganisation,
  aPerson,
  aPersonOf,
  aPledgeId,
  fixedClock,
  putAlert,
  type Someone,
  storyTime,
} from '@kunak/testing'

/** An alert for the network that needs five lawyers, and the people around it. */
export async function aCallForHelp(content: Parameters<typeof anAlert>[0] = {}) {
  const clock = fixedClock(storyTime)
  const house = await anApi({ now: clock })
  const [raising, helping, other] = [anOrganisation(), anOrganisation(), anOrganisation()]
  await house.put(raising, helping, other)
  const lead = aPersonOf(raising.id)
  const helper = aPersonOf(helping.id, 'member')
  const alert = await putAlert(
    house.dependencies,
    clock(),
    anAlert({ state: 'active', raisedBy: raising.id, raiserId: lead.personId, ...content }),
  )
  const [need] = alert.content.needs
  if (!need) throw new Error('The alert of the test needs something.')
  const path = `/api/v1/alerts/${alert.id}`
  const store = { database: house.database, secrets: house.dependencies.secrets }
  return {
    house,
    clock,
    store,
    alert,
    need,
    path,
    raising,
    helping,
    other,
    lead,
    helper,
    stranger: aPersonOf(other.id),
    coordinator: aPerson({ isCoordinator: true }),
    /** An offer to it, as a form sends it. */
    offer: (
      said: {
        readonly id?: PledgeId
        readonly organisationId?: OrganisationId
        readonly quantity?: number
        readonly day?: string
      } = {},
    ) => ({
      json: {
        id: aPledgeId(),
        needId: need.id,
        organisationId: helping.id,
        quantity: 1,
        day: '2026-11-25',
        hasReadNotice: true,
        ...said,
      },
    }),
    /** What somebody sees of how it was taken up. */
    seen: async (who: Someone): Promise<AlertHelp> => bodyOf<AlertHelp>(await house.ask(who, 'GET', `${path}/help`)),
    pledge: async (who: Someone, id: string): Promise<PledgeView> =>
      bodyOf<PledgeView>(await house.ask(who, 'GET', `${path}/pledges/${id}`)),
    move: (who: Someone, id: string, to: Pledge['state']) =>
      house.ask(who, 'POST', `${path}/pledges/${id}/state`, { json: { to } }),
    /** What the clock does once a minute. */
    tick: async () => {
      await advanceAlerts(store, clock())
      await advanceHelp(store, clock())
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}
export type CallForHelp = Awaited<ReturnType<typeof aCallForHelp>>

/** What was answered, taken by its contract's type: the API parses it on its way out. */
export async function bodyOf<Body>(response: Response): Promise<Body> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as Body
}

/** The pledge that somebody offers and is told of. */
export async function offered({ house, path, helper, offer }: CallForHelp, said: Parameters<CallForHelp['offer']>[0] = {}) {
  const { id } = await bodyOf<{ id: string }>(await house.ask(helper, 'POST', `${path}/pledges`, offer(said)))
  return PledgeId.parse(id)
}

/** What has happened, as the workers hear of it: kinds of events in order. */
export async function eventsOf({ house, alert }: CallForHelp) {
  return await queryAll(house.database, 'events', inPartition(`ALERT#${alert.id}`))
}
