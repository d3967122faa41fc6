import type { MatrixRows } from '../matrix.ts'

/** One steward is enough to freeze; a coordinator alone is not, and what is frozen is there for nobody. */
export const freezeRows: MatrixRows = {
  'get /frozen': { 'no organisation': '401 200 200 200 200 200 200 200' },
  'post /organisations/{id}/freeze': {
    'for the public': '401 403 403 403 403 403 200 403',
    'for the network': '404 404 404 404 403 403 200 403',
    frozen: '404 404 404 404 404 404 404 404',
    applicant: '404 404 404 404 404 403 200 403',
  },
}
