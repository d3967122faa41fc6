import type { MatrixRows } from '../matrix.ts'

const coordinators = (done: number) => ({ 'no organisation': `401 403 403 403 403 403 403 ${done}` })
const nobody = '404 404 404 404 404 404 404 404'

/** Vouches, what two people decide, the desk. The coordinator here belongs to no organisation, and so is no party to any decision. */
export const standingRows: MatrixRows = {
  'get /organisations/{id}/vouches': {
    'for the public': '401 403 403 403 403 200 200 200',
    'for the network': '404 404 404 404 403 200 200 200',
    frozen: nobody,
    applicant: '404 404 404 404 404 200 200 200',
  },
  // Her organisation has not been vetted for sixty days, so its own steward hears that it may not vouch yet.
  'post /organisations/{id}/vouches': {
    'for the public': '401 403 403 403 403 403 409 403',
    'for the network': '404 404 404 404 403 403 409 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 403 409 403',
  },
  // It has given no vouch to take back.
  'delete /organisations/{id}/vouches/{to}': {
    'for the public': '401 403 403 403 403 403 404 403',
    'for the network': '404 404 404 404 403 403 404 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 403 404 403',
  },
  'post /organisations/{id}/reports': {
    'for the public': '401 403 403 403 201 201 201 201',
    'for the network': '404 404 404 404 201 201 201 201',
    frozen: nobody,
    applicant: '404 404 404 404 404 403 403 201',
  },
  'post /reports/{id}/closure': coordinators(404),
  'get /proposals': coordinators(200),
  'post /proposals': coordinators(403),
  'post /proposals/{id}/confirmation': coordinators(404),
  'delete /proposals/{id}': coordinators(404),
  'get /desk': coordinators(200),
  'get /desk/vouches': coordinators(200),
  'get /desk/organisations/{id}': {
    'for the public': '401 403 403 403 403 403 403 200',
    'for the network': '401 403 403 403 403 403 403 200',
    frozen: '401 403 403 403 403 403 403 404',
    applicant: '401 403 403 403 403 403 403 200',
  },
}
