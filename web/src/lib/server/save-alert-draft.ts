import { fieldProblem, type ProblemCode, problems } from '@kunak/contracts'
import { type AlertChanged, AlertContent, type AlertDraft } from '@kunak/contracts/alerts'
import { checkAlert } from '@kunak/domain/alerts'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { contentOf } from '../alerts/alert-form/alert-draft.ts'
import { formText } from '../form-text.ts'
import * as m from '../paraglide/messages.js'
import { act, type Refused } from './act.ts'
import { alertFormAgain, findOthers } from './alert-form-again.ts'
import { alertPath } from './alert-to-do.ts'
import { askApi } from './ask-api.ts'
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
  if (!sent.organisation) return refuse(problems.invalid.status, wrong('organisation', m.choose_organisation()))
  if (sent.whose === 'other' && !sent.other) {
    const found = await findOthers(event, again.words)
    return refuse(problems.invalid.status, wrong('concerns', m.alert_other_choose()), { found })
  }
  const content = contentOf(sent)
  const said = { content, isExercise: sent.isExercise }
  const done = await act<AlertChanged>(event, form, {
    ...(id === null
      ? { method: 'POST', path: `/organisations/${encodeURIComponent(sent.organisation)}/alerts`, json: { ...said, id: sent.id } }
      : { method: 'PUT', path: alertPath(id), version, json: said }),
  })
  if (!done.ok) {
    const newest = id === null ? version : await newestVersion(event, { id, version, code: done.problem.code })
    return refuse(done.status, done.refused, { version: newest })
  }
  const path = `/${event.params['locale']}/alerts/${done.value.id}`
  if (formText(form, 'then') !== 'preview') redirect(303, `${path}/edit?done=kept`)
  const lacks = checkAlert(AlertContent.parse(content), new Date())
  if (lacks.length === 0) redirect(303, `${path}/preview`)
  const errors = lacks.map(({ field, code }) => fieldProblem({ field, code }, event.locals.locale))
  return refuse(
    problems.invalid.status,
    { title: m.alert_kept_but_lacks(), errors, stepUp: undefined },
    { version: done.value.version },
  )
}

const wrong = (field: string, message: string): Refused => ({
  title: m.check_form(),
  errors: [{ field, message }],
  stepUp: undefined,
})

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

/** Where she changed it in another window meanwhile, what stands here replaces that when it is sent again. */
async function newestVersion(
  event: RequestEvent,
  { id, version, code }: { readonly id: string; readonly version: number; readonly code: ProblemCode },
): Promise<number> {
  if (code !== 'changed_meanwhile') return version
  const kept = await askApi<AlertDraft>(event, `${alertPath(id)}/content`)
  return kept.ok ? kept.value.version : version
}
