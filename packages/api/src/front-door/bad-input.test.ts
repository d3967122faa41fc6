import type { Problem } from '@kunak/contracts'
import { anApi, anOrganisation, aPersonOf, aProfile, everyGroup, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let house: TestApi
const own = anOrganisation({ profile: { audiences: everyGroup('public') } })
const steward = aPersonOf(own.id)
const edit = `/api/v1/organisations/${own.id}`
const version = { 'if-match': '"1"' }

beforeAll(async () => {
  house = await anApi()
  await house.put(own)
})
afterAll(() => house[Symbol.asyncDispose]())

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem: Problem = await response.json()
  expect(problem.status).toBe(response.status)
  expect(problem.title).not.toBe('')
  return problem
}
const put = (json: unknown, headers: Record<string, string> = version) => house.ask(steward, 'PUT', edit, { json, headers })
const fieldsOf = ({ errors = [] }: Problem) => errors.map(({ field, code }) => `${field} ${code}`)

describe('bad input', () => {
  it('names a query parameter that is wrong, unknown or too long', async () => {
    const response = await house.ask(
      null,
      'GET',
      `/api/v1/organisations?republic=RU-XX&limit=1000&order=name&q=${'я'.repeat(201)}`,
    )
    expect(response.status).toBe(422)
    expect(fieldsOf(await problemOf(response)).sort()).toEqual([
      '/limit too_big',
      '/order not_known',
      '/q too_long',
      '/republic not_one_of',
    ])
  })

  it.each(['x', 'AAAA', 'eyJub25zZW5zZSI6MX0', '%00', 'я'.repeat(100)])('refuses the cursor %s', async (cursor) => {
    const response = await house.ask(null, 'GET', `/api/v1/organisations?cursor=${encodeURIComponent(cursor)}`)
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad_cursor' })
  })

  it.each(['nothing', '01ARZ3NDEKTSV4RRFFQ69G5FAV', "'; drop table", '%E0%A4%A'])('knows no organisation %s', async (id) => {
    const response = await house.ask(null, 'GET', `/api/v1/organisations/${id}`)
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('names every field of a profile that is wrong, in the reader’s language', async () => {
    const profile = {
      ...aProfile(),
      names: { ru: 'и'.repeat(201) },
      website: 'javascript:alert(1)',
      foundedYear: 'давно',
      expertise: [{ area: 'flying', level: 'lead', capacity: 'open', until: null, delivery: 'both' }],
      nickname: 'x',
    }
    const response = await put(profile, { ...version, 'accept-language': 'ru' })
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 422, code: 'invalid', title: 'Проверьте, пожалуйста, форму.' })
    expect(fieldsOf(problem).sort()).toEqual([
      '/expertise/0/area not_one_of',
      '/foundedYear not_a_number',
      '/names/ru too_long',
      '/nickname not_known',
      '/website not_a_url',
    ])
    expect(problem.errors?.find(({ field }) => field === '/names/ru')?.message).toBe('Слишком длинно: не больше 200 знаков.')
    const english = await problemOf(await put(profile, { ...version, 'accept-language': 'en-GB,ru;q=0.5' }))
    expect(english.errors?.find(({ field }) => field === '/names/ru')?.message).toBe('Too long: 200 characters at most.')
  })

  it.each([
    ['a missing field', { ...aProfile(), names: undefined }, '/names required'],
    ['an organisation without a name', { ...aProfile(), names: { ru: ' \u202e ' } }, '/names required'],
    ['a language that is none', { ...aProfile(), names: { 'не язык': 'имя' } }, '/names/не язык not_a_language_tag'],
    [
      'an audience that is none',
      { ...aProfile(), audiences: { ...everyGroup('public'), names: 'everybody' } },
      '/audiences/names not_one_of',
    ],
    [
      'an end to an open capacity',
      { ...aProfile(), expertise: [{ ...aProfile().expertise[0], until: '2027-01-01' }] },
      '/expertise/0/until needs_limited',
    ],
  ])('names %s', async (_, profile, expected) => {
    const response = await put(profile)
    expect(response.status).toBe(422)
    expect(fieldsOf(await problemOf(response))).toContain(expected)
  })

  it.each([
    ['broken JSON', '{"names": ', 'application/json', 400, 'bad_request'],
    ['a form', 'names=x', 'application/x-www-form-urlencoded', 415, 'unsupported_type'],
    ['nothing', '', 'application/json', 400, 'bad_request'],
    ['a list', '[]', 'application/json', 422, 'invalid'],
    ['null', 'null', 'application/json', 422, 'invalid'],
    ['very deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'application/json', 422, 'invalid'],
    ['a body that never ends', `"${'x'.repeat(7 * 1024 * 1024)}"`, 'application/json', 413, 'too_large'],
  ])('takes %s for what it is', async (_, body, type, status, code) => {
    const response = await house.ask(steward, 'PUT', edit, { body, headers: { ...version, 'content-type': type } })
    expect(await problemOf(response)).toMatchObject({ status, code })
  })

  it.each(['', '*', 'W/"1"', '"one"', '1'])('wants to know which version is changed, not "%s"', async (match) => {
    expect(await problemOf(await put(own.profile, { 'if-match': match }))).toMatchObject({ status: 428 })
  })

  it('keeps the first of two edits of one version whole, and tells the second', async () => {
    const two = anOrganisation()
    await house.put(two)
    const who = aPersonOf(two.id)
    const save = (acronym: string) =>
      house.ask(who, 'PUT', `/api/v1/organisations/${two.id}`, { json: { ...two.profile, acronym }, headers: version })
    const answers = await Promise.all(['ПЕРВ', 'ВТОР'].map(save))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused && (await problemOf(refused)).code).toBe('changed_meanwhile')
    const kept = await (await house.ask(who, 'GET', `/api/v1/organisations/${two.id}/profile`)).json()
    expect(kept.version).toBe(2)
    expect(kept.profile).toEqual({ ...two.profile, acronym: answers[0]?.status === 200 ? 'ПЕРВ' : 'ВТОР' })
  })

  it('answers a fault with an id and nothing of what broke', async () => {
    const broken = { ...house.database, tables: { ...house.database.tables, directory: 'no-such-table' } }
    await using down = await anApi({ database: broken })
    const response = await down.ask(null, 'GET', `/api/v1/organisations/${own.id}`)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 500, code: 'fault' })
    expect(JSON.stringify(problem)).not.toMatch(/no-such-table|Exception|at \w+ \(/)
    expect(down.logged.at(-1)).toMatchObject({ status: 500, fault: 'ResourceNotFoundException', requestId: problem.requestId })
  })
})
