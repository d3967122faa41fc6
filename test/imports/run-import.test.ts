import { loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { anApi, anOrganisation, type TestApi } from '@kunak/testing'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { messyCsv, messyRows } from './messy-list.ts'
import { takeIn } from './take-in.ts'

let house: TestApi
beforeEach(async () => void (house = await anApi()))
afterEach(() => house[Symbol.asyncDispose]())

const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome)
const list = (...rows: readonly string[]) => ['id;name;country;inn;founded', ...rows].join('\n')

describe('taking in a list', () => {
  it('gives every row one end, brings nothing in twice, and foresees exactly what it does', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(messyRows, async (rows) => {
        await using fresh = await anApi()
        const text = messyCsv(rows)
        const foreseen = await takeIn(fresh, text, { isDryRun: true })
        const first = await takeIn(fresh, text)
        const second = await takeIn(fresh, text)
        const { imported, merged, unchanged, reported } = first.sums
        expect(imported + merged + unchanged + reported).toBe(first.sums.rows)
        expect(foreseen.sums).toEqual(first.sums)
        expect(second.sums).toEqual({ ...first.sums, imported: 0, merged: 0, unchanged: first.sums.rows - reported, reported })
      }),
      { numRuns: 15 },
    )
  })

  it('goes on where it was killed, as if it never had been', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(messyRows, fc.nat(29), async (rows, at) => {
        await using whole = await anApi()
        await using broken = await anApi()
        const text = messyCsv(rows)
        const { sums } = await takeIn(whole, text)
        const before = await takeIn(broken, text, { stopAfter: at + 1 })
        const after = await takeIn(broken, text)
        expect(after.sums.reported).toBe(sums.reported)
        expect(before.sums.imported + after.sums.imported).toBe(sums.imported)
      }),
      { numRuns: 15 },
    )
  })

  it('writes nothing in a trial', async () => {
    await takeIn(house, list('1;Juniper Bridge;GE;;'), { isDryRun: true })
    expect((await takeIn(house, list('1;Juniper Bridge;GE;;'))).sums.imported).toBe(1)
  })

  it('fills what an organisation of the directory lacks when the name or the register number is the same', async () => {
    const organisation = anOrganisation({
      profile: { names: { ru: 'Тихая тропа надежды' }, basedIn: 'GE', foundedYear: null, identifiers: [] },
    })
    await house.put(organisation)
    const { results } = await takeIn(
      house,
      list('1;ТИХАЯ ТРОПА НАДЕЖДЫ;GE;7707083893;2011', '2;Совсем другое имя;GE;7707083893;'),
    )
    expect(outcomes(results)).toEqual(['merged', 'merged'])
    expect(results.map(({ organisationId }) => organisationId)).toEqual([organisation.id, organisation.id])
    const after = await loadOrganisation(house.database, organisation.id)
    expect(after?.profile).toMatchObject({ foundedYear: 2011, identifiers: [{ scheme: 'RU-INN', value: '7707083893' }] })
  })

  it('finds an organisation by a register number that it was listed with under another name', async () => {
    const organisation = anOrganisation({
      profile: { names: { ru: 'Мост' }, identifiers: [{ scheme: 'RU-INN', value: '7707083893' }] },
    })
    await house.put(organisation)
    const { results } = await takeIn(house, list('1;Juniper Bridge;RU;7707 083893;'))
    expect(results).toMatchObject([
      { outcome: 'merged', organisationId: organisation.id, problems: [{ code: 'same_as_organisation' }] },
    ])
    expect((await takeIn(house, list('1;Juniper Bridge;RU;7707 083893;'))).sums.unchanged).toBe(1)
  })

  it('reports what may be somebody who is already there, instead of guessing', async () => {
    await house.put(anOrganisation({ profile: { names: { en: 'Juniper Bridge' }, basedIn: 'GE' } }))
    const { results } = await takeIn(house, list('1;Juniper Bridge;;;'))
    expect(results[0]).toMatchObject({
      outcome: 'reported',
      problems: [{ code: 'perhaps_same_organisation' }, { code: 'no_country' }],
    })
  })

  it('reports a key that stands for two names, and keeps the first', async () => {
    const { results } = await takeIn(house, list('1;Juniper Bridge;GE;;', '1;Quiet House;GE;;', '1;Juniper bridge;TR;;'))
    expect(outcomes(results)).toEqual(['imported', 'reported', 'merged'])
    expect(results[1]?.problems).toMatchObject([{ code: 'same_key_other_name', values: { other: 2 } }])
  })

  it('never brings back who left or was frozen, though the list still has them', async () => {
    for (const standing of ['left', 'frozen'] as const) {
      const source = `list-${standing}`
      const { results } = await takeIn(house, list(`1;Juniper ${standing} Bridge;GE;;`), { source })
      const id = results[0]?.organisationId
      if (!id) throw new Error('Nothing was imported.')
      const organisation = await loadOrganisation(house.database, id)
      if (!organisation) throw new Error('Nothing was saved.')
      const after = { ...organisation, version: organisation.version + 1, standing }
      const event = { type: `organisation_${standing}`, actor: null, data: {} }
      await saveOrganisation(house.database, house.dependencies.now(), { before: organisation, after, event })
      const again = await takeIn(house, list(`1;Juniper ${standing} Bridge;GE;;`), { source })
      expect(again.results).toMatchObject([{ outcome: 'reported', problems: [{ code: 'on_do_not_list' }] }])
    }
  })

  it('shows a new organisation to coordinators or the network, as told, and never to the public', async () => {
    const { results } = await takeIn(house, list('1;Juniper Bridge;GE;;'))
    const organisation = await loadOrganisation(house.database, results[0]!.organisationId!)
    expect(organisation?.standing).toBe('applicant')
    expect(Object.values(organisation?.profile.audiences ?? {})).not.toContain('public')
  })
})
