import { type FieldProblem, parseFields, problems } from '@kunak/contracts'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText, formTexts } from '../form-text.ts'
import {
  type ApplicationSent,
  type ApplicationStep,
  askedAt,
  isLastStep,
  stepAsking,
  stepBeside,
  stepNamed,
} from '../identity/people/application-steps.ts'
import * as m from '../paraglide/messages.js'
import { act } from './act.ts'
import { readForm } from './read-form.ts'

/**
 * Takes one page of an application on to the next, or back, and sends all of it from the last. Until then what was written travels with the
 * form and is kept nowhere.
 */
export async function applyToJoin(event: RequestEvent) {
  const form = await readForm(event)
  const sent = readApplication(form)
  const step = stepNamed(formText(form, 'step'))
  if (formText(form, 'to') === 'back') return at(stepBeside(step, -1), sent)
  const { contract, said } = askedAt(step, sent)
  const parsed = parseFields(contract, said, event.locals.locale)
  if (!parsed.ok) return fail(problems.invalid.status, at(step, sent, { title: m.check_form(), errors: parsed.refusal }))
  if (!isLastStep(step)) return at(stepBeside(step, 1), sent)
  const json = { ...sent, locale: event.locals.locale }
  const done = await act(event, form, { method: 'POST', path: '/applications', json })
  if (done.ok) redirect(303, `${event.url.pathname}?done=received`)
  const { title, errors = [] } = done.problem
  // What is wrong on an earlier page, she is led back to, and reads there.
  const placed = errors.map((error) => ({ ...error, step: stepAsking(error.field.split('/')[1] ?? '') ?? step }))
  const shown = placed[0]?.step ?? step
  return fail(done.status, at(shown, sent, { title, errors: placed.filter((error) => error.step === shown) }))
}

function at(
  step: ApplicationStep,
  sent: ApplicationSent,
  { title, errors }: { readonly title?: string; readonly errors: readonly FieldProblem[] } = { errors: [] },
) {
  return { step, sent, title, errors: errors.map(({ field, message }) => ({ field: placeOf(field), message })) }
}

/** The name of the form's field that a JSON pointer of the contract is about. */
function placeOf(pointer: string): string {
  const [, field = '', key] = pointer.split('/')
  return field === 'names' ? `names/${key ?? 'ru'}` : field
}

function readApplication(form: FormData): ApplicationSent {
  const said = (name: string) => formText(form, name)
  return {
    names: { ru: said('names/ru'), en: said('names/en') },
    website: said('website'),
    worksIn: formTexts(form, 'worksIn'),
    languages: formTexts(form, 'languages'),
    country: said('country'),
    knows: said('knows'),
    mail: said('mail'),
  }
}
