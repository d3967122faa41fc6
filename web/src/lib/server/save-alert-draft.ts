import { fieldProblem, problems } from '@kunak/contracts'
import { type AlertChanged, AlertContent } from '@kunak/contracts/alerts'
import { checkAlert } from '@kunak/domain/alerts'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { contentOf } from '../alerts/alert-form/alert-draft.ts'
import { formText } from '../form-text.ts'
import * as m from '../paraglide/messages.js'
import { act, type Refused, wrongField } from './act.ts'
import { alertFormAgain, findOthers } from './alert-form-again.ts'
import { alertPath } from './alert-to-do.ts'
import { readForm } from './read-form.ts'

/**
 * Keeps a draft, a new one or, by its id, one that is kept already. Then it leads back to the form, or on to the page that shows who will
 * see what; there only where nothing is missing, else the form says what is, over the draft that is kept.
 */
export async function saveAlertDraft(event: RequestEvent, id: string | null) {
  const form = await readForm(event)
  const again = await alertFormAgain(event, form)
  if (formText(form, 'find') || formText(form, 'more')) return again
  const { sent, version } = again
  const refuse = (status: number, refused: Refused, other: Partial<typeof again> = {}) =>
    fail(status, { ...again, ...placed(refused), ...other })
  if (!sent.organisation) return refuse(problems.invalid.status, wrongField('organisation', m.choose_organisation()))
  if (sent.whose === 'other' && !sent.other) {
    const found = await findOthers(event, again.words)
    return refuse(problems.invalid.status, wrongField('concerns', m.alert_other_choose()), { found })
  }
  const content = contentOf(sent)
  const said = { content, isExercise: sent.isExercise }
  const done = await act<AlertChanged>(event, form, {
    ...(id === null
      ? { method: 'POST', path: `/organisations/${encodeURIComponent(sent.organisation)}/alerts`, json: { ...said, id: sent.id } }
      : { method: 'PUT', path: alertPath(id), version, json: said }),
  })
  if (!done.ok) {
    // Where she changed it in another window meanwhile, what stands here replaces that when it is sent again.
    const isOld = done.problem.code === 'changed_meanwhile'
    return refuse(done.status, done.refused, isOld ? { version: undefined } : {})
  }
  const path = `/${event.locals.locale}/alerts/${done.value.id}`
  if (formText(form, 'then') !== 'preview') redirect(303, `${path}/edit?done=kept`)
  const lacks = checkAlert(AlertContent.parse(content), new Date())
  if (lacks.length === 0) redirect(303, `${path}/preview`)
  const errors = lacks.map(({ field, code }) => fieldProblem({ field, code }, event.locals.locale))
  const kept = { title: m.alert_kept_but_lacks(), errors, stepUp: undefined }
  return refuse(problems.invalid.status, kept, { version: undefined })
}

/** Where in the form it is that something is wrong. */
function placed({ errors, ...refused }: Refused): Refused {
  const whole: Readonly<Record<string, string>> = {
    headline: 'headline/ru',
    summary: 'summary/ru',
    ladder: 'ladder/0/afterMinutes',
    needs: 'needs/0/kind',
  }
  return {
    ...refused,
    errors: errors.map(({ field, message }) => {
      const name = field.replace(/^\//, '').replace(/^content\//, '')
      return { field: whole[name] ?? name, message }
    }),
  }
}
