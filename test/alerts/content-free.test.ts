import { newUlid, UpdateId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { alertLetterEvents } from '@kunak/domain/alerts'
import { aPledge, putPledge, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from '../letters/a-post-office.ts'
import { decoded, travelled, withoutWhatMayDiffer } from '../letters/as-it-travels.ts'
import { aCrowd, alertOf, change, people } from './a-crowd.ts'

/** A word that stands nowhere but in the world. */
const aCanary = fc.string({ unit: fc.constantFrom(...'бвгджзклмнпрстфхцчшщqzxjvkw'), minLength: 12, maxLength: 20 })
const aWorld = fc.record({
  canary: aCanary,
  locales: fc.array(fc.constantFrom('ru' as const, 'en' as const), { minLength: 50, maxLength: 50 }),
  isExercise: fc.boolean(),
  types: fc.shuffledSubarray(
    Object.keys(alertLetterEvents).filter((type) => type !== 'alert_activated' && type !== 'alert_submitted'),
    { minLength: 5, maxLength: 8 },
  ),
})

/** An alert with the word in each field that takes text, through all that may happen to it; answers what no letter may hold. */
async function live(
  office: PostOffice,
  { canary, locales, isExercise, types }: typeof aWorld extends fc.Arbitrary<infer Of> ? Of : never,
) {
  const text = { ru: `${canary} текст`, en: `${canary} text` }
  const crowd = await aCrowd(office, {
    organisations: [{}, {}],
    people: [
      ...people(2, { account: { name: office.secrets.seal(canary) } }),
      ...locales.map((locale) => ({ organisation: 1, account: { locale, name: office.secrets.seal(canary) } })),
    ],
  })
  const restricted = { who: canary, known: canary, notKnown: canary, cautions: canary, authorities: canary, courtPlace: canary }
  const words = alertOf(crowd, { restricted, headline: text, summary: text, isPublic: true })
  const [need] = words.content.needs
  const needs = need ? [{ ...need, unit: canary }] : []
  const by = words.raisedBy
  const updateId = UpdateId.parse(newUlid(Date.parse(storyTime)))
  const alert: Alert = {
    ...words,
    isExercise,
    raiserId: crowd.people[0]?.id ?? null,
    content: { ...words.content, needs, courtAt: storyTime },
    updates: [{ id: updateId, at: storyTime, by, text: canary, publicText: text }],
    extensions: [{ at: storyTime, by, reason: canary }],
  }
  await change(office, null, { after: alert, type: 'alert_activated' })
  await office.deliver()
  const pledger = crowd.people.at(-1)
  const contacts = { pledger: canary, lead: canary }
  const pledge = aPledge(alert, { note: canary, contacts, pledgerId: pledger?.id ?? null })
  await putPledge(office, office.now(), pledge)
  let before = alert
  for (const type of types) {
    const after: Alert = { ...before, version: before.version + 1 }
    await change(office, before, { after, type, data: { pledgeId: pledge.id, personId: pledger?.id ?? '' } })
    before = after
    await office.deliver()
  }
  const closed = { at: office.now().toISOString(), outcome: 'released' as const, note: canary }
  const after: Alert = { ...before, version: before.version + 1, state: 'resolved', closed }
  await change(office, before, { after, type: 'alert_resolved' })
  await office.deliver()
  return [canary, alert.id, pledge.id, by, ...crowd.people.map(({ id }) => id)]
}

it('letters about alerts are the same bytes whatever has happened, and none of thousands holds a word or an id of it', async () => {
  await using office = await aPostOffice()
  const seen = { ru: new Set<string>(), en: new Set<string>() }
  let letters = 0
  await fc.assert(
    fc.asyncProperty(aWorld, async (world) => {
      const before = office.sent.length
      const words = (await live(office, world)).map((word) => word.toLowerCase())
      for (const letter of office.sent.slice(before)) {
        const { raw, stopToken } = await travelled(letter, office.now())
        seen[letter.locale].add(withoutWhatMayDiffer(raw, stopToken))
        // Her own address is hers to read; in these stories it is made of her id.
        const text = decoded(raw.replace(/^To: .*$/m, '')).toLowerCase()
        expect(words.filter((word) => text.includes(word))).toEqual([])
        letters += 1
      }
    }),
    { numRuns: 5 },
  )
  expect([seen.ru.size, seen.en.size]).toEqual([1, 1])
  expect(letters).toBeGreaterThan(2000)
}, 120_000)
