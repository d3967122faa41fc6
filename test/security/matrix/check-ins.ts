import type { MatrixRows } from '../matrix.ts'

/** A check-in is its owner’s alone: nobody else can tell that there is one, her colleagues and coordinators neither. */
const owner = {
  'no organisation': '401 404 404 404 404 404 404 404',
  'check-in of hers': '401 404 404 404 404 404 200 404',
}

/** In these rows `a steward` has planned the check-in, and `a member` is a colleague of hers. */
export const checkInRows: MatrixRows = {
  'get /check-ins': { 'no organisation': '401 200 200 200 200 200 200 200' },
  'post /check-ins': {
    'for the public': '401 422 422 422 422 201 201 422',
    'for the network': '401 422 422 422 422 201 201 422',
    frozen: '401 422 422 422 422 422 422 422',
    applicant: '401 422 422 422 422 409 409 422',
  },
  'get /check-ins/{checkIn}': owner,
  'put /check-ins/{checkIn}': owner,
  'post /check-ins/{checkIn}/report': owner,
  'post /check-ins/{checkIn}/cancellation': owner,
}
