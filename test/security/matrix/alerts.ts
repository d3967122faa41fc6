import type { MatrixRows } from '../matrix.ts'

const everyone = '200 200 200 200 200 200 200 200'
const nobody = '404 404 404 404 404 404 404 404'
/** Who leads an alert does something about it, whoever else reads it may not, and for everybody else there is none. */
const leaders = {
  'draft of an alert': '404 404 404 404 404 404 409 404',
  'alert that waits': '404 404 404 404 404 409 409 403',
  'alert for the network': '404 404 404 404 403 200 200 403',
  'alert for everybody': '404 404 404 404 403 200 200 403',
  'alert within an organisation': '404 404 404 404 404 200 200 404',
  'alert for coordinators': '404 404 404 404 404 404 200 403',
  'alert that has ended': '404 404 404 404 403 409 409 403',
}
/** A draft is its writer’s alone; nobody else can tell that there is one. */
const writer = {
  'draft of an alert': '404 404 404 404 404 404 200 404',
  'alert for the network': '404 404 404 404 404 404 409 404',
  'alert for coordinators': '404 404 404 404 404 404 409 404',
}

/** In these rows `a steward` has written the alert, and `a member` is a colleague of hers. */
export const alertRows: MatrixRows = {
  'get /alerts': { 'no organisation': everyone },
  'get /alerts/{alert}': {
    'no organisation': nobody,
    'draft of an alert': '404 404 404 404 404 404 200 404',
    'alert that waits': '404 404 404 404 404 200 200 200',
    'alert for the network': '404 404 404 404 200 200 200 200',
    'alert for everybody': everyone,
    'alert within an organisation': '404 404 404 404 404 200 200 404',
    'alert for coordinators': '404 404 404 404 404 404 200 200',
    'alert that has ended': '404 404 404 404 200 200 200 200',
  },
  'post /organisations/{id}/alerts': {
    'for the public': '401 403 403 403 403 201 201 403',
    'for the network': '404 404 404 404 403 201 201 403',
    frozen: nobody,
    applicant: '404 404 404 404 404 409 409 403',
  },
  'get /alerts/{alert}/content': writer,
  'put /alerts/{alert}': writer,
  'delete /alerts/{alert}': writer,
  'post /alerts/{alert}/submission': {
    'draft of an alert': '404 404 404 404 404 404 200 404',
    'alert that waits': '404 404 404 404 404 403 200 403',
    'alert for the network': '404 404 404 404 403 403 200 403',
    'alert for coordinators': '404 404 404 404 404 404 200 403',
  },
  'post /alerts/{alert}/verification': {
    'draft of an alert': '404 404 404 404 404 404 403 404',
    'alert that waits': '404 404 404 404 404 403 403 403',
    'alert for the network': '404 404 404 404 200 403 403 403',
    'alert for everybody': '404 404 404 404 200 403 403 403',
    'alert within an organisation': '404 404 404 404 404 403 403 404',
    'alert for coordinators': '404 404 404 404 404 404 403 403',
    'alert that has ended': '404 404 404 404 409 403 403 403',
  },
  'post /alerts/{alert}/updates': leaders,
  'post /alerts/{alert}/extension': leaders,
  // What has ended so already is answered as it is.
  'post /alerts/{alert}/outcome': { ...leaders, 'alert that has ended': '404 404 404 404 403 200 200 403' },
  'post /alerts/{alert}/cancellation': { ...leaders, 'alert that waits': '404 404 404 404 404 200 200 403' },
}
