import { type OrganisationView, Profile } from '@kunak/contracts/directory'
import { hsdsOrganization, planImport, uuidOfUlid, viewOrganisation } from '@kunak/domain/directory'
import { aMember, anApi, anOrganisation, aPerson, everyGroup, organisations, storyTime, type TestApi } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeIn } from './take-in.ts'

const now = new Date(storyTime)
const mapping = {
  columns: {},
  source: 'list',
  standing: 'applicant',
  expertise: { level: 'lead', capacity: 'open', delivery: 'both' },
} as const

/** What of a view an import can know: all but who confirmed it when, and who recorded a label. */
function importable({ id: _, freshness: __, assuredOn: ___, standing: ____, ...said }: OrganisationView) {
  return {
    ...said,
    ...(said.legalFlags && { legalFlags: said.legalFlags.map((flag) => ({ ...flag, recordedBy: 'coordinator' })) }),
  }
}

describe('HSDS 3', () => {
  it('brings back everything that a reader could see', () => {
    fc.assert(
      fc.property(organisations, (any) => {
        const organisation = { ...any, standing: 'vetted' } as const
        const reader = aMember(organisation.id)
        const view = viewOrganisation(reader, organisation, now)
        if (!view) throw new Error('Its own people see it.')
        const bytes = new TextEncoder().encode(JSON.stringify([hsdsOrganization(view)]))
        const planned = planImport({ bytes, format: 'hsds' }, { maxMegabytes: 1, mapping, now })
        if (!planned.ok) throw new Error(planned.refusal.code)
        const [row] = planned.value
        expect([row?.refusal, row?.problems]).toEqual([null, []])
        const profile = Profile.parse({ ...row?.profile, audiences: everyGroup('public') })
        const back = viewOrganisation(reader, { ...organisation, profile }, now)
        expect(back && importable(back)).toEqual(importable(view))
      }),
      { numRuns: 200 },
    )
  })

  it('writes ids as UUIDs, the same ones every time', () => {
    expect(uuidOfUlid('00000000000000000000000000')).toBe('00000000-0000-0000-0000-000000000000')
    expect(uuidOfUlid('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff')
    const view = viewOrganisation(aMember(), anOrganisation(), now)
    if (!view) throw new Error('The network sees it.')
    expect(hsdsOrganization(view)).toEqual(hsdsOrganization(view))
    expect(JSON.stringify(hsdsOrganization(view)).match(/"id":"(?![0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")/g)).toBeNull()
  })
})

describe('what is carried out', () => {
  let house: TestApi
  const hidden = anOrganisation({ profile: { names: { ru: 'Невидимка' }, audiences: everyGroup('network') } })
  const open = Array.from({ length: 120 }, (_, at) =>
    anOrganisation({ profile: { names: { ru: `=Тропа ${at}`, en: `Trail ${at}` }, audiences: everyGroup('public') } }),
  )
  beforeAll(async () => {
    house = await anApi()
    await house.put(hidden, ...open)
  })
  afterAll(() => house[Symbol.asyncDispose]())

  const carry = async (path: string, who = null as ReturnType<typeof aPerson> | null) => {
    const response = await house.ask(who, 'GET', `/api/v1${path}`, { headers: { 'accept-language': 'en' } })
    return {
      type: response.headers.get('content-type'),
      name: response.headers.get('content-disposition'),
      text: await response.text(),
    }
  }

  it('is every page of what its reader may see, and nothing else', async () => {
    const coordinator = aPerson({ isCoordinator: true })
    for (const path of ['/exports/organisations.csv', '/exports/organisations.hxl.csv', '/exports/organisations.hsds.json']) {
      const [forAll, forHer] = [await carry(path), await carry(path, coordinator)]
      for (const { profile } of open) expect(forAll.text).toContain(profile.names['en'])
      expect(forAll.text).not.toContain(hidden.id)
      expect(forAll.text).not.toContain('Bridge of Trust')
      expect(forHer.text).toContain('Невидимка')
      expect(forAll.name).toMatch(/^attachment; filename="kunak-[\w.-]+"$/)
    }
  })

  it('holds no formula and can be taken in again', async () => {
    const { text } = await carry('/exports/organisations.csv')
    expect(text).toContain(`"'=Тропа 7"`)
    await using elsewhere = await anApi()
    const { sums } = await takeIn(elsewhere, text)
    expect(sums).toMatchObject({ rows: 120, imported: 120 })
    expect((await takeIn(house, text)).sums.imported).toBe(0)
  })

  it('is a page of HSDS that can be taken in again', async () => {
    const { text, type } = await carry('/exports/organisations.hsds.json')
    expect(type).toContain('application/json')
    expect(JSON.parse(text)).toMatchObject({ total_items: 120, total_pages: 1, last_page: true, empty: false })
    await using elsewhere = await anApi()
    expect((await takeIn(elsewhere, text, { format: 'hsds' })).sums).toMatchObject({ imported: 120 })
  })

  it('names columns by HXL hashtags in the second line', async () => {
    const [, tags] = (await carry('/exports/organisations.hxl.csv')).text.split('\r\n')
    expect(tags).toBe(
      '"#org+name","#org+code+v_kunak","#country+code+v_iso2","#sector+name","#sector+code+v_kunak","#sector+code+v_dac","#adm1+name","#adm1+code+v_iso_3166_2"',
    )
    const [, coverageTags, cell] = (await carry('/exports/coverage.hxl.csv')).text.split('\r\n')
    expect(coverageTags).toContain('"#sector+name"')
    expect(cell).toBe('"Criminal defence","criminal_defence","15130","Dagestan","RU-DA","120","120"')
  })

  it('comes to its end past organisations of which nothing can be listed', async () => {
    await using elsewhere = await anApi()
    await elsewhere.put(anOrganisation({ profile: { expertise: [], audiences: everyGroup('public') } }))
    const response = await elsewhere.ask(null, 'GET', '/api/v1/exports/organisations.hxl.csv')
    expect((await response.text()).trim().split('\r\n')).toHaveLength(2)
  })

  it('is filtered as a search is', async () => {
    expect((await carry('/exports/organisations.csv?republic=RU-CE')).text.trim().split('\r\n')).toHaveLength(1)
  })

  it('describes one organisation to machines, and cannot break out of a page', async () => {
    const sly = anOrganisation({ profile: { names: { en: '</script><script>alert(1)' }, audiences: everyGroup('public') } })
    await house.put(sly)
    const { text, type } = await carry(`/organisations/${sly.id}/json-ld`)
    expect(type).toBe('application/ld+json')
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toMatchObject({
      '@type': 'NGO',
      name: [{ '@language': 'en', '@value': '</script><script>alert(1)' }],
    })
    expect((await carry(`/organisations/${hidden.id}/json-ld`)).type).toContain('problem+json')
  })
})
