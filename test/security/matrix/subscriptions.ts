import type { MatrixRows } from '../matrix.ts'

const signedIn = (status: number) => ({ 'no organisation': `401 ${Array(7).fill(status).join(' ')}` })

/** Each one's own alone; by the link in a letter, here a token of no letter, nobody is anybody. */
export const subscriptionRows: MatrixRows = {
  'get /account/subscription': signedIn(200),
  'put /account/subscription': signedIn(200),
  'post /account/browsers': signedIn(201),
  'delete /account/browsers/{browser}': signedIn(404),
  'put /stop-letters/{token}/choice': { 'no organisation': Array(8).fill(404).join(' ') },
  'get /notifications': signedIn(200),
  'post /notifications/seen': signedIn(200),
}
