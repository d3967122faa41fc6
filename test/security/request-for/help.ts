import type { Organisation } from '@kunak/contracts/directory'
import type { Asked } from '@kunak/testing'
import { needBeside, pledgeDay, secondBeside } from '../alert-beside.ts'

/** A right request to each route by which an alert is taken up. */
export const helpRequests: Readonly<Record<string, (about: Organisation) => Asked>> = {
  'post /alerts/{alert}/answer': ({ id }) => ({ json: { answer: 'can_help', organisationId: secondBeside(id) } }),
  'put /alerts/{alert}/reminder': () => ({ json: { hours: 6 } }),
  'post /alerts/{alert}/needs': () => ({ json: { kind: 'transport', quantity: 1, unit: '' } }),
  'put /alerts/{alert}/needs/{need}': () => ({ json: { quantity: 4 } }),
  'post /alerts/{alert}/pledges': ({ id }) => ({
    json: { needId: needBeside(id), organisationId: secondBeside(id), quantity: 1, day: pledgeDay, hasReadNotice: true },
  }),
  'post /alerts/{alert}/pledges/{pledge}/state': () => ({ json: { to: 'accepted' } }),
  'post /alerts/{alert}/pledges/{pledge}/messages': () => ({ json: { text: 'Когда вас ждать?' } }),
  'put /alerts/{alert}/pledges/{pledge}/contact': () => ({ json: { contact: 'signal:@kto-to' } }),
}
