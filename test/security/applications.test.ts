import type { ApplicationView, FoundOrganisations } from '@kunak/contracts/directory'
import type { Account } from '@kunak/contracts/identity'
import { forgetApplications, loadOrganisations } from '@kunak/data/directory'
import { anApi, anOrganisation, aPerson, aProfile, fixedClock, mailOf, type Someone, type TestApi } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dump } from './dump.ts'

const now = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeEach(async () => {
  now.moveTo('2026-11-22T09:00:00Z')
  house = await anApi({ now })
})
afterEach(() => house[Symbol.asyncDispose]())

const application = (mail: string, said: object = {}) => ({
  names: { ru: 'Тихая гавань', en: 'Quiet Harbour' },
  worksIn: ['RU-DA', 'RU-CE'],
  languages: ['ru', 'ce'],
  country: 'GE',
  website: '',
  knows: 'Вместе вели дело с Мостом доверия.',
  mail,
  locale: 'ru',
  ...said,
})
const apply = (json: unknown, who: Someone | null = null) => house.ask(who, 'POST', '/api/v1/applications', { json })
const accountOf = async (who: Someone) => (await (await house.ask(who, 'GET', '/api/v1/account')).json()) as Account
const timesIn = async (text: string) => (await dump(house.database)).split(text).length - 1

describe('an application', () => {
  it('makes an applicant that its first steward finds when she has signed in', async () => {
    const first = aPerson()
    expect((await apply(application(mailOf(first)))).status).toBe(202)
    const [invitation] = (await accountOf(first)).invitations
    expect(invitation).toMatchObject({ isApplication: true, role: 'steward', names: { ru: 'Тихая гавань' } })
    expect((await house.ask(first, 'POST', `/api/v1/invitations/${invitation?.id}/acceptance`)).status).toBe(200)

    const id = invitation?.organisationId ?? ''
    const [organisation] = await loadOrganisations(house.database, [id as never])
    const steward = { ...first, memberships: [{ organisationId: id as never, role: 'steward' as const }] }
    expect((await accountOf(steward)).memberships).toMatchObject([
      { standing: 'applicant', role: 'steward', isLastSteward: true },
    ])
    expect(organisation).toMatchObject({ standing: 'applicant', profile: { basedIn: 'GE' } })
    const said = await house.ask(steward, 'GET', `/api/v1/organisations/${id}/application`)
    expect(await said.json()).toEqual({
      appliedAt: now().toISOString(),
      country: 'GE',
      knows: 'Вместе вели дело с Мостом доверия.',
      locale: 'ru',
      claimedAt: now().toISOString(),
    })
  })

  it('is answered alike whether it is new, known, frozen or not to be listed; the desk sees which', async () => {
    const coordinator = aPerson({ isCoordinator: true })
    const known = anOrganisation({ profile: aProfile({ names: { ru: 'Тихая гавань' } }) })
    await house.put(known, anOrganisation({ standing: 'frozen', profile: aProfile({ names: { ru: 'Лёд' } }) }))
    await house.ask(coordinator, 'POST', '/api/v1/do-not-list', { json: { names: { ru: 'Тихий дом у моря' } } })
    const answers = []
    for (const [index, ru] of ['Ничья заря', 'Тихая гавань', 'Лёд', 'Тихий дом у моря'].entries()) {
      now.advanceDays(1)
      const answer = await apply(application(`first-${index}@post.example`, { names: { ru } }))
      answers.push(`${answer.status} ${await answer.text()}`)
    }
    expect(new Set(answers)).toEqual(new Set(['202 {"status":"received"}']))

    const found = await (await house.ask(coordinator, 'GET', '/api/v1/organisations?q=гавань')).json()
    const listed = (found as FoundOrganisations).organisations.map(({ organisation }) => organisation.id)
    const applicant = listed.find((id) => id !== known.id)
    const seen = await house.ask(coordinator, 'GET', `/api/v1/organisations/${applicant}/application`)
    const view = (await seen.json()) as ApplicationView
    expect(view.isOnDoNotList).toBe(false)
    expect(view.resembles?.map(({ id }) => id)).toContain(known.id)
  })

  it('names what is missing or wrong', async () => {
    const refused = await apply(application('nobody', { country: 'XX', worksIn: [], knows: ' ' }))
    expect(refused.status).toBe(422)
    const { errors } = (await refused.json()) as { errors: { field: string; code: string }[] }
    expect(errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      '/knows required',
      '/mail not_a_mail_address',
      '/worksIn too_few_items',
    ])
    expect((await (await apply(application('a@post.example', { country: 'XX' }))).json()).errors).toMatchObject([
      { field: '/country', code: 'not_a_country' },
    ])
  })

  it('is taken three times from one source, and none when nobody can count', async () => {
    const statuses = []
    const busy = aPerson()
    for (let index = 0; index < 5; index += 1) statuses.push((await apply(application(`f${index}@post.example`), busy)).status)
    expect(statuses).toEqual([202, 202, 202, 429, 429])
    const broken = { ...house.database, tables: { ...house.database.tables, identity: 'no-such-table' } }
    await using down = await anApi({ database: broken, now })
    expect((await down.ask(null, 'POST', '/api/v1/applications', { json: application('g@post.example') })).status).toBe(500)
  })

  it('goes with all it said after 30 days in which nobody came for it', async () => {
    const [late, prompt] = [aPerson(), aPerson()]
    await apply(application(mailOf(late), { names: { ru: 'Забытая канарейка' } }))
    await apply(application(mailOf(prompt), { names: { ru: 'Живая канарейка' } }))
    const fingerprint = house.dependencies.secrets.fingerprintOfMail(mailOf(late))
    const [claimed] = (await accountOf(prompt)).invitations
    await house.ask(prompt, 'POST', `/api/v1/invitations/${claimed?.id}/acceptance`)
    now.advanceDays(29)
    await forgetApplications({ database: house.database, now })
    expect((await accountOf(late)).invitations).toHaveLength(1)
    now.advanceDays(1)
    now.moveTo(new Date(now().getTime() + 60_000).toISOString())
    expect((await accountOf(late)).invitations).toEqual([])
    await forgetApplications({ database: house.database, now })
    await forgetApplications({ database: house.database, now })
    expect(await timesIn('Забытая канарейка')).toBe(0)
    expect(await timesIn(`INVITED#${fingerprint}`)).toBe(0)
    expect(await timesIn('Живая канарейка')).toBe(1)
  })
})
