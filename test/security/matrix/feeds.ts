import type { MatrixRows } from '../matrix.ts'

const everyone = { 'no organisation': '200 200 200 200 200 200 200 200' }
const nobody = { 'no organisation': '404 404 404 404 404 404 404 404' }
const signedIn = (status: number) => ({ 'no organisation': `401 ${Array(7).fill(status).join(' ')}` })

/** A message and a token of nothing: what right ones open is told in `test/feeds`. */
export const feedRows: MatrixRows = {
  'get /feeds/alerts.atom': everyone,
  'get /feeds/alerts/{message}': nobody,
  'get /feeds/court-dates.ics': everyone,
  'get /feeds/own/{token}/news.atom': nobody,
  'get /feeds/own/{token}/calendar.ics': nobody,
  'get /account/feeds': signedIn(200),
  'post /account/feeds': signedIn(201),
  'delete /account/feeds': signedIn(200),
}
