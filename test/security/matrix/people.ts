import type { MatrixRows } from '../matrix.ts'

const nobody = '404 404 404 404 404 404 404 404'
const stewards = (done: number) => ({
  'for the public': `401 403 403 403 403 403 ${done} 403`,
  'for the network': `404 404 404 404 403 403 ${done} 403`,
  frozen: nobody,
  applicant: `404 404 404 404 404 403 ${done} 403`,
})
const insiders = (own: number, coordinator: number) => ({
  'for the public': `401 403 403 403 403 ${own} ${own} ${coordinator}`,
  'for the network': `404 404 404 404 403 ${own} ${own} ${coordinator}`,
  frozen: nobody,
  applicant: `404 404 404 404 404 ${own} ${own} ${coordinator}`,
})
const signedIn = (status: number) => ({ 'no organisation': `401 ${Array(7).fill(status).join(' ')}` })

/** Who belongs to an organisation is for its own people; stewards decide about it, and nobody decides over another's account. */
export const peopleRows: MatrixRows = {
  'get /organisations/{id}/people': insiders(200, 200),
  'put /organisations/{id}/people/{personId}': stewards(404),
  'delete /organisations/{id}/people/{personId}': insiders(404, 403),
  'post /organisations/{id}/handover': stewards(404),
  'get /organisations/{id}/invitations': stewards(200),
  'post /organisations/{id}/invitations': stewards(202),
  'delete /organisations/{id}/invitations/{invitationId}': stewards(404),
  'get /organisations/{id}/application': insiders(404, 404),
  'post /applications': { 'no organisation': Array(8).fill(202).join(' ') },
  'post /invitations/{id}/acceptance': signedIn(404),
  'post /invitations/{id}/decline': signedIn(404),
  'get /account': signedIn(200),
  'put /account': signedIn(200),
  'get /account/export': signedIn(200),
  // Whoever is an organisation's only steward hands it over first, frozen or not.
  'delete /account': { 'no organisation': '401 409 409 200 409 200 409 200' },
}
