import type { Organisation } from '@kunak/contracts/directory'
import { alertContent, type Asked } from '@kunak/testing'
import { secondBeside } from '../alert-beside.ts'

/** A right request to each route that raises, confirms or leads an alert. */
export const alertRequests: Readonly<Record<string, (about: Organisation) => Asked>> = {
  'post /organisations/{id}/alerts': () => ({ json: { content: alertContent(), isExercise: false } }),
  'put /alerts/{alert}': () => ({ json: { content: alertContent(), isExercise: true }, headers: { 'if-match': '"1"' } }),
  'post /alerts/{alert}/submission': () => ({ json: { atOnce: false } }),
  'post /alerts/{alert}/verification': ({ id }) => ({ json: { organisationId: secondBeside(id) } }),
  'post /alerts/{alert}/updates': () => ({ json: { text: 'Адвоката впустили.' } }),
  'post /alerts/{alert}/extension': () => ({ json: { reason: 'Обыск продолжается.' } }),
  'post /alerts/{alert}/outcome': () => ({ json: { outcome: 'released' } }),
  'post /alerts/{alert}/cancellation': () => ({ json: {} }),
}
