import type { AlertAnswer, DeskAlerts } from '@kunak/contracts/alerts'
import type { Expertise } from '@kunak/contracts/directory'
import type { OrganisationId } from '@kunak/contracts'
import { saveAnswer } from '@kunak/data/alerts'
import {
  anAlert,
  anApi,
  anOrganisation,
  aPerson,
  aPersonId,
  aProfile,
  everyGroup,
  fixedClock,
  putAlert,
  storyTime,
  type TestApi,
} from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const now = fixedClock(storyTime)
const coordinator = aPerson({ isCoordinator: true })
let house: TestApi
beforeEach(async () => void (house = await anApi({ now })))
afterEach(() => house[Symbol.asyncDispose]())

const desk = async () => (await (await house.ask(coordinator, 'GET', '/api/v1/desk/alerts')).json()) as DeskAlerts
type Said = NonNullable<Parameters<typeof anAlert>[0]>
const put = (said: Said = {}) => putAlert(house.dependencies, now(), anAlert({ state: 'active', ...said }))
const answer = (
  alert: Awaited<ReturnType<typeof put>>,
  what: AlertAnswer['answer'],
  organisationId: OrganisationId | null = null,
) =>
  saveAnswer(house.dependencies, now(), {
    alertId: alert.id,
    after: { version: 1, personId: aPersonId(), answer: what, organisationId, at: storyTime },
    actor: null,
  })

async function anExpert(name: string, republic: 'RU-DA' | 'RU-CE' | 'RU-AD', said: Partial<Expertise> = {}) {
  const entry: Expertise = { area: 'criminal_defence', level: 'lead', capacity: 'open', until: null, delivery: 'both', ...said }
  const profile = aProfile({
    names: { ru: name },
    worksIn: [{ republic, district: '' }],
    expertise: [entry],
    audiences: everyGroup('network'),
  })
  const organisation = anOrganisation({ profile })
  await house.put(organisation)
  return organisation
}
const asked = ({ alerts }: DeskAlerts) =>
  alerts[0]?.canBeAsked.map(({ organisation, how }) => `${organisation.names['ru']} ${how}`)

describe('the desk’s alerts', () => {
  it('are those that live, that the coordinator reads, and with which nobody has offered to help', async () => {
    const alone = await put()
    const seen = await put()
    const helped = await put()
    await put({ content: { audience: 'organisation' } })
    await put({ state: 'resolved', closed: { at: storyTime, outcome: 'released', note: '' } })
    await answer(seen, 'seen')
    await answer(helped, 'can_help')
    const { alerts } = await desk()
    expect(alerts.map(({ id }) => id).sort()).toEqual([alone.id, seen.id].sort())
    expect(alerts.find(({ id }) => id === seen.id)?.seen).toBe(1)
  })

  it('come with the most urgent first', async () => {
    await put({ content: { urgency: 'Future' } })
    await put({ content: { urgency: 'Immediate' } })
    await put({ content: { urgency: 'Expected' } })
    expect((await desk()).alerts.map(({ urgency }) => urgency)).toEqual(['Immediate', 'Expected', 'Future'])
  })

  it('name who knows what is needed and has time: there, next door, then far away', async () => {
    await anExpert('Далеко', 'RU-AD')
    await anExpert('Рядом', 'RU-CE')
    await anExpert('Здесь', 'RU-DA', { level: 'can_support' })
    await anExpert('Занят', 'RU-DA', { capacity: 'none' })
    await anExpert('Учится', 'RU-DA', { level: 'learning' })
    await anExpert('Другое', 'RU-DA', { area: 'arts_film' })
    await put()
    expect(asked(await desk())).toEqual(['Здесь in_republic', 'Рядом next_republic', 'Далеко remote'])
  })

  it('do not name who has answered, who raised it, or who is frozen', async () => {
    const busy = await anExpert('Не может', 'RU-DA')
    const raiser = await anExpert('Сам', 'RU-DA')
    const free = await anExpert('Свободен', 'RU-DA')
    const alert = await put({ raisedBy: raiser.id, content: { concerns: raiser.id } })
    await answer(alert, 'cannot', busy.id)
    expect(asked(await desk())).toEqual(['Свободен in_republic'])
    expect(free.standing).toBe('vetted')
  })
})
