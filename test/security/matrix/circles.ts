import type { MatrixRows } from '../matrix.ts'

const nobody = '404 404 404 404 404 404 404 404'
const stewards = (done: number) => ({
  'for the public': `401 403 403 403 403 403 ${done} 403`,
  'for the network': `404 404 404 404 403 403 ${done} 403`,
  frozen: nobody,
})

/** Nobody who does not belong to a circle can tell that it exists; within an organisation only its stewards act. */
export const circleRows: MatrixRows = {
  'get /circles': { 'no organisation': '401 200 200 200 200 200 200 200' },
  'get /circles/{circle}': {
    'no organisation': nobody,
    'in a circle': '404 404 404 404 404 200 200 404',
    'invited to a circle': nobody,
  },
  'post /organisations/{id}/circles': { ...stewards(201), applicant: '404 404 404 404 404 403 409 403' },
  'post /organisations/{id}/circles/{circle}/invitations': {
    ...stewards(404),
    applicant: '404 404 404 404 404 403 404 403',
    'in a circle': '401 403 403 403 403 403 201 403',
    'invited to a circle': '401 403 403 403 403 403 404 403',
  },
  'post /organisations/{id}/circles/{circle}/answer': {
    ...stewards(404),
    applicant: '404 404 404 404 404 403 404 403',
    'in a circle': '401 403 403 403 403 403 404 403',
    'invited to a circle': '401 403 403 403 403 403 200 403',
  },
  'delete /organisations/{id}/circles/{circle}': {
    ...stewards(404),
    applicant: '404 404 404 404 404 403 404 403',
    'in a circle': '401 403 403 403 403 403 200 403',
    'invited to a circle': '401 403 403 403 403 403 404 403',
  },
  'delete /organisations/{id}/circles/{circle}/members/{member}': {
    ...stewards(404),
    applicant: '404 404 404 404 404 403 404 403',
    'in a circle': '401 403 403 403 403 403 200 403',
    'invited to a circle': '401 403 403 403 403 403 404 403',
  },
  'put /organisations/{id}/audience-circle': {
    ...stewards(422),
    applicant: '404 404 404 404 404 403 422 403',
    'in a circle': '401 403 403 403 403 403 200 403',
  },
}
