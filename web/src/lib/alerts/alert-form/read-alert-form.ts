import { formText, formTexts } from '#lib/form-text.ts'
import type { AlertDraftForm, LadderRow, NeedRow } from './alert-draft.ts'

/** Reads an alert out of a sent form, whose fields are called as the API calls them. Rows in which nothing was written are left out. */
export function readAlertForm(form: FormData): AlertDraftForm {
  const text = (name: string) => formText(form, name)
  const isChosen = (name: string) => text(name) !== ''
  const words = (group: string) => wordsOf(form, group)
  return {
    id: text('id'),
    organisation: text('organisation'),
    isExercise: isChosen('isExercise'),
    pressures: [...new Set(formTexts(form, 'pressures'))],
    republic: text('republic'),
    happenedAt: text('happenedAt'),
    whose: text('concerns'),
    other: text('other'),
    who: text('restricted/who'),
    known: text('restricted/known'),
    consent: text('consent'),
    audience: text('audience'),
    circleId: text('circleId') || (text('audience') === 'circle' ? text('onlyCircle') : ''),
    needs: needRows(form),
    notKnown: text('restricted/notKnown'),
    cautions: text('restricted/cautions'),
    authorities: text('restricted/authorities'),
    courtAt: text('courtAt'),
    courtPlace: text('restricted/courtPlace'),
    isCourtPublic: isChosen('isCourtPublic'),
    language: text('language'),
    urgency: text('urgency'),
    severity: text('severity'),
    certainty: text('certainty'),
    isPublic: isChosen('isPublic'),
    headline: words('headline'),
    summary: words('summary'),
    ladder: ladderRows(form),
  }
}

function needRows(form: FormData): NeedRow[] {
  return rowsOf(form, 'needs', ['id', 'kind', 'quantity', 'unit'] as const).filter(({ kind, unit }) => kind !== '' || unit !== '')
}

function ladderRows(form: FormData): LadderRow[] {
  return rowsOf(form, 'ladder', ['afterMinutes', 'atLeast', 'to'] as const).filter(({ afterMinutes }) => afterMinutes !== '')
}

function rowsOf<const Fields extends readonly string[]>(form: FormData, group: string, fields: Fields) {
  const numbers = new Set<number>()
  for (const name of form.keys()) {
    const [first, row] = name.split('/')
    if (first === group && /^\d{1,2}$/.test(row ?? '')) numbers.add(Number(row))
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map(
      (number) =>
        Object.fromEntries(fields.map((field) => [field, formText(form, `${group}/${number}/${field}`)])) as Record<
          Fields[number],
          string
        >,
    )
}

function wordsOf(form: FormData, group: string): Record<string, string> {
  const tags = [...form.keys()].filter((name) => name.startsWith(`${group}/`)).map((name) => name.slice(group.length + 1))
  const said = tags.map((tag) => [tag, formText(form, `${group}/${tag}`)] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}
