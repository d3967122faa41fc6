import type { MatrixRows } from '../matrix.ts'

const coordinators = { 'no organisation': '401 403 403 403 403 403 403 200' }

/** What alerts ask of coordinators, and of nobody else. Which alerts one of them is shown is told in `test/feeds/desk.test.ts`. */
export const alertDeskRows: MatrixRows = {
  'get /desk/alerts': coordinators,
  'get /desk/statistics': coordinators,
  'get /exports/alert-statistics.csv': coordinators,
}
