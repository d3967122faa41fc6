import type { MatrixRows } from '../matrix.ts'

/** A token of no letter: what right ones do is told in `test/letters`. */
export const letterRows: MatrixRows = {
  'get /stop-letters/{token}': { 'no organisation': '303 303 303 303 303 303 303 303' },
  'post /stop-letters/{token}': { 'no organisation': '404 404 404 404 404 404 404 404' },
}
