import { AlertContent } from '@kunak/contracts/alerts'
import { describe, expect, it } from 'vitest'
import { contentOf, draftOf, newDraft } from './alert-draft.ts'
import { readAlertForm } from './read-alert-form.ts'

const organisation = '01JDEM0NETW0RK000000000001'
const id = '01JDEM0NETW0RK00000000000A'
const needId = '01JDEM0NETW0RK00000000000B'

/** What a phone sends of a form: two rows of needs, of which the first was left empty. */
function sentForm(): FormData {
  const form = new FormData()
  for (const [name, value] of [
    ['id', id],
    ['organisation', organisation],
    ['pressures', 'raid'],
    ['pressures', 'seizure'],
    ['republic', 'RU-DA'],
    ['happenedAt', '2026-11-22T12:30'],
    ['concerns', 'own'],
    ['restricted/known', 'Идёт обыск.\r\nАдвоката не пускают.'],
    ['consent', 'obtained'],
    ['audience', 'network'],
    ['circleId', needId],
    ['language', 'ru'],
    ['needs/0/id', id],
    ['needs/0/kind', ''],
    ['needs/0/quantity', '1'],
    ['needs/0/unit', ''],
    ['needs/1/id', needId],
    ['needs/1/kind', 'lawyer_now'],
    ['needs/1/quantity', '2'],
    ['needs/1/unit', ''],
    ['headline/ru', ''],
    ['headline/en', 'A search'],
  ] as const)
    form.append(name, value)
  return form
}

describe('the form of an alert', () => {
  it('becomes what the API keeps: moments of Moscow, proposed levels, only the rows that say something', () => {
    const content = AlertContent.parse(contentOf(readAlertForm(sentForm())))
    expect(content).toMatchObject({
      concerns: organisation,
      pressures: ['raid', 'seizure'],
      happenedAt: '2026-11-22T09:30:00.000Z',
      circleId: needId,
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Observed',
      restricted: { known: 'Идёт обыск.\nАдвоката не пускают.' },
      needs: [{ id: needId, kind: 'lawyer_now', quantity: 2, unit: '' }],
      headline: { en: 'A search' },
      ladder: [],
    })
  })

  it('means the only circle where she has but one, and none where it is for neither a circle nor the network', () => {
    const form = sentForm()
    form.set('circleId', '')
    form.set('onlyCircle', id)
    const circleFor = (audience: string) => {
      form.set('audience', audience)
      return contentOf(readAlertForm(form)).circleId
    }
    expect(['network', 'circle', 'organisation', 'coordinators'].map(circleFor)).toEqual([null, id, null, null])
    form.set('circleId', needId)
    expect(['network', 'circle', 'organisation', 'coordinators'].map(circleFor)).toEqual([needId, needId, null, null])
  })

  it('shows again exactly what was kept', () => {
    const draft = readAlertForm(sentForm())
    const content = AlertContent.parse(contentOf(draft))
    const shown = draftOf({ id, raisedBy: organisation, isExercise: false, content })
    expect(AlertContent.parse(contentOf(shown))).toEqual(content)
    expect(shown).toMatchObject({ whose: 'own', happenedAt: '2026-11-22T12:30', urgency: '' })
  })

  it('sends what cannot be read as it was written, so that it is refused and not lost', () => {
    const form = sentForm()
    form.set('happenedAt', 'вчера')
    form.set('needs/1/quantity', 'много')
    const content = contentOf(readAlertForm(form))
    expect(content).toMatchObject({ happenedAt: 'вчера', needs: [{ quantity: 'много' }] })
    expect(AlertContent.safeParse(content).success).toBe(false)
  })

  it('keeps every row that somebody wrote in, of too many too, for the API to refuse', () => {
    const form = sentForm()
    for (let row = 2; row <= 22; row += 1) form.set(`needs/${row}/kind`, 'lawyer_now')
    expect(readAlertForm(form).needs).toHaveLength(22)
  })

  it('begins as something that an hour of fear does not have to fill in', () => {
    const now = new Date('2026-11-22T09:30:00Z')
    const content = AlertContent.parse(contentOf(newDraft({ id, organisation, language: 'ru', now })))
    expect(content).toMatchObject({ concerns: organisation, audience: 'network', happenedAt: now.toISOString(), isPublic: false })
    expect(newDraft({ id, organisation, language: 'ru', now, about: needId })).toMatchObject({ whose: 'other', other: needId })
  })
})
