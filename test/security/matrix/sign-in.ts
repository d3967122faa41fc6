import type { MatrixRows } from '../matrix.ts'

const all = (status: number) => ({ 'no organisation': Array(8).fill(status).join(' ') })
const signedIn = (status: number) => ({ 'no organisation': `401 ${Array(7).fill(status).join(' ')}` })

/** Signing in is for everybody and refuses who has asked for nothing; what keeps an account safe is for its owner, whoever she is. */
export const signInRows: MatrixRows = {
  'post /sign-in': all(202),
  'get /sign-in': all(200),
  'post /sign-in/confirmation': all(401),
  'post /sign-in/authenticator': all(401),
  'post /sign-in/recovery-code': all(401),
  'post /sign-in/recovery': all(401),
  'post /sign-out': all(200),
  'get /sessions': signedIn(200),
  'delete /sessions': signedIn(200),
  'delete /sessions/{id}': signedIn(404),
  'get /authenticator': signedIn(200),
  'post /authenticator': signedIn(200),
  'post /authenticator/confirmation': signedIn(404),
  'delete /authenticator': signedIn(200),
  'post /recovery-code': signedIn(200),
  'get /guardians': signedIn(200),
  'post /guardians': signedIn(202),
  'delete /guardians/{id}': signedIn(404),
  'get /wards': signedIn(200),
  'post /wards/{id}/confirmation': signedIn(404),
  'post /guardian-requests/{id}/acceptance': signedIn(404),
  'delete /guardian-requests/{id}': signedIn(404),
  'delete /recovery': signedIn(404),
}
