import type { MatrixRows } from '../matrix.ts'

/** Whom an alert reaches is said to whoever wrote it or leads it; in these rows `a steward` has written it, `a member` is a colleague. */
export const reachRows: MatrixRows = {
  'get /alerts/{alert}/reach': {
    'no organisation': '404 404 404 404 404 404 404 404',
    'draft of an alert': '404 404 404 404 404 404 200 404',
    'alert that waits': '404 404 404 404 404 200 200 403',
    'alert for the network': '404 404 404 404 403 200 200 403',
    'alert for everybody': '404 404 404 404 403 200 200 403',
    'alert within an organisation': '404 404 404 404 404 200 200 404',
    'alert for coordinators': '404 404 404 404 404 404 200 403',
    'alert that has ended': '404 404 404 404 403 409 409 403',
  },
}
