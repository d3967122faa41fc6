import type { Organisation } from '@kunak/contracts/directory'
import { type Asked, numberedId } from '@kunak/testing'

export const standingRequests: Readonly<Record<string, (about: Organisation) => Asked>> = {
  'post /organisations/{id}/vouches': () => ({ json: { to: numberedId(7), how: 'Мы вместе вели приём в сёлах.' } }),
  'post /organisations/{id}/reports': () => ({ json: { kind: 'wrong_information', text: 'Телефон чужой.' } }),
  'post /proposals': ({ id }) => ({ json: { act: 'suspend', organisationId: id } }),
}
