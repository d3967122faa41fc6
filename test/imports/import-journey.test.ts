import type { Problem } from '@kunak/contracts'
import type { ImportJob, ReportPage } from '@kunak/contracts/directory'
import { continueImports, loadImport, startImport, workOnImport } from '@kunak/data/directory'
import { aPerson, anApi, fixedClock, type TestApi } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const coordinator = aPerson({ isCoordinator: true })
const now = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeEach(async () => {
  now.moveTo('2026-11-22T09:00:00Z')
  house = await anApi({ now })
})
afterEach(() => house[Symbol.asyncDispose]())

async function ask(method: string, path: string, json?: unknown) {
  const headers = { 'accept-language': 'en' }
  const response = await house.ask(coordinator, method, `/api/v1${path}`, json === undefined ? { headers } : { json, headers })
  return { status: response.status, body: (await response.json()) as ImportJob & Problem & ReportPage & { total: number } }
}

async function upload(text: string | Uint8Array<ArrayBuffer>, said: Record<string, string> = {}, language = 'en') {
  const body = new FormData()
  body.set('file', new File([text], 'Список НКО.csv'))
  for (const [name, value] of Object.entries(said)) body.set(name, value)
  const response = await house.ask(coordinator, 'POST', '/api/v1/imports', { body, headers: { 'accept-language': language } })
  return { status: response.status, body: (await response.json()) as ImportJob & Problem }
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => `${at};Тропа ${wordOf(at)};Грузия`).join('\n')
const wordOf = (at: number) => [...String(at)].map((digit) => 'абвгдежзик'[Number(digit)]?.repeat(4)).join(' ')
const list = (count: number) => `id;Название;Страна\n${rows(count)}\n`

/** A worker of the clock with hardly any time: it does one row and gives the job back. */
const hurried = () => ({ ...house.dependencies, doNotListKey: house.dependencies.keys.doNotList })

describe('a coordinator brings a list in', () => {
  it('uploads, maps, checks, runs and reads what became of each row', async () => {
    const uploaded = await upload(list(3))
    expect(uploaded).toMatchObject({
      status: 201,
      body: { state: 'uploaded', rows: 3, mapping: { columns: { id: 'key', Название: 'name', Страна: 'country' } } },
    })
    const path = `/imports/${uploaded.body.id}`
    expect((await ask('POST', `${path}/run`)).body.code).toBe('check_first')
    const mapping = { ...uploaded.body.mapping, columns: { Название: 'name:ru', Страна: 'country' } }
    // Vetting takes two people, whoever brings the list.
    expect((await ask('PUT', `${path}/mapping`, { ...mapping, standing: 'vetted' })).body.errors).toMatchObject([
      { field: '/standing', code: 'not_one_of' },
    ])
    expect(await ask('PUT', `${path}/mapping`, mapping)).toMatchObject({ status: 200, body: { mapping } })
    expect(await ask('POST', `${path}/check`)).toMatchObject({
      status: 200,
      body: { state: 'checked', sums: { imported: 3, reported: 0 } },
    })
    expect((await ask('GET', '/organisations')).body.total).toBe(0)
    expect((await ask('GET', `${path}/report?limit=2`)).body).toMatchObject({
      rows: [{ row: 2, outcome: 'imported' }, { row: 3 }],
      next: 3,
    })
    expect(await ask('POST', `${path}/run`)).toMatchObject({
      status: 202,
      body: { state: 'done', done: 3, sums: { imported: 3 } },
    })
    expect((await ask('GET', '/organisations')).body.total).toBe(3)
    const { body } = await ask('GET', `${path}/report?after=3&outcome=imported`)
    expect(body).toMatchObject({
      rows: [{ row: 4, outcome: 'imported', organisationId: expect.stringMatching(/^\w{26}$/) }],
      next: null,
    })
    expect(await ask('GET', '/imports')).toMatchObject({ body: { imports: [{ id: uploaded.body.id, state: 'done' }] } })
  })

  it('sees one of two who start it at once win', async () => {
    const { body } = await upload(list(4))
    await ask('POST', `/imports/${body.id}/check`)
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask('POST', `/imports/${body.id}/run`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(Array(3).fill('already_running'))
    expect((await ask('GET', `/imports/${body.id}`)).body).toMatchObject({ sums: { rows: 4, imported: 4 } })
  })

  it('leaves the rest to the clock, which goes on after every minute and after a worker that died', async () => {
    const { body } = await upload(list(6))
    await ask('POST', `/imports/${body.id}/check`)
    const stored = await loadImport(house.database, now(), body.id)
    if (!stored) throw new Error('The import is gone.')
    const started = await startImport(house.database, now(), stored)
    if (!started.ok) throw new Error(started.refusal.code)
    await workOnImport(hurried(), started.value, 0)
    expect((await ask('GET', `/imports/${body.id}`)).body).toMatchObject({ state: 'running', done: 1 })
    let count = 0
    const dying = { ...hurried(), newId: () => (++count > 3 ? died() : house.dependencies.newId()) }
    now.moveTo('2026-11-22T09:01:00Z')
    await expect(continueImports(dying, 10_000)).rejects.toThrow('died')
    await continueImports(hurried(), 10_000)
    expect((await ask('GET', `/imports/${body.id}`)).body).toMatchObject({ state: 'running' })
    now.moveTo('2026-11-22T09:03:00Z')
    await continueImports(hurried(), 10_000)
    expect((await ask('GET', `/imports/${body.id}`)).body).toMatchObject({ state: 'done', sums: { rows: 6, imported: 6 } })
    expect((await ask('GET', '/organisations')).body.total).toBe(6)
  })

  it('hears what is wrong with a file or a mapping, in her language', async () => {
    const broken = 'Название;Сайт\nМост;x\n"Тропа;y\n'
    for (const [language, sentence] of [
      ['ru', 'Строка таблицы 3, столбец 1: кавычка открыта и не закрыта.'],
      ['en', 'Row 3, column 1: a quotation mark is opened and never closed.'],
    ] as const)
      expect(await upload(broken, {}, language)).toMatchObject({
        status: 422,
        body: { code: 'unreadable_file', errors: [{ field: '/file', message: sentence }] },
      })
    expect(await upload('a', { encoding: 'koi8-r' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: '/encoding', code: 'not_one_of' }] },
    })
    const { body } = await upload(list(1))
    const wrong = { ...body.mapping, columns: { Имя: 'name' } }
    expect(await ask('PUT', `/imports/${body.id}/mapping`, wrong)).toMatchObject({
      status: 422,
      body: { errors: [{ field: '/columns', code: 'no_such_column' }] },
    })
  })

  it('has to check again after another mapping', async () => {
    const { body } = await upload(list(1))
    await ask('POST', `/imports/${body.id}/check`)
    await ask('PUT', `/imports/${body.id}/mapping`, body.mapping)
    expect((await ask('POST', `/imports/${body.id}/run`)).body.code).toBe('check_first')
  })

  it('finds nothing of it after seven days', async () => {
    const { body } = await upload(list(1))
    now.advanceDays(8)
    expect((await ask('GET', `/imports/${body.id}`)).status).toBe(404)
    expect(await ask('GET', '/imports')).toMatchObject({ body: { imports: [] } })
  })

  it('brings in a large file piece by piece', async () => {
    const large = `id;Название;Описание\n1;Тропа надежды;${'я'.repeat(90_000)}\n${Array.from({ length: 8 }, (_, at) => `x${at};-;${'я'.repeat(90_000)}`).join('\n')}\n`
    const { body } = await upload(large)
    expect(await ask('POST', `/imports/${body.id}/check`)).toMatchObject({
      body: { sums: { rows: 9, imported: 1, reported: 8 } },
    })
  })
})

function died(): never {
  throw new Error('The worker died.')
}
