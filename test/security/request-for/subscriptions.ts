import type { Organisation } from '@kunak/contracts/directory'
import { type Asked, storyTime } from '@kunak/testing'

const everything = { republics: [], pressures: [], leastUrgency: 'Immediate', languages: [] }

export const subscriptionRequests: Readonly<Record<string, (about: Organisation) => Asked>> = {
  'put /account/subscription': () => ({
    json: { rules: [{ ...everything, channels: ['mail', 'app'] }], digestHour: 9, timeZone: 'Europe/Moscow', quiet: null },
  }),
  'post /account/browsers': () => ({ json: { endpoint: 'https://fcm.googleapis.com/fcm/send/a-browser' } }),
  'put /stop-letters/{token}/choice': () => ({ json: { rule: everything, hours: null } }),
  'post /notifications/seen': () => ({ json: { upTo: storyTime } }),
}
