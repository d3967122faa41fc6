import type { MatrixRows } from '../matrix.ts'

const nobody = '404 404 404 404 404 404 404 404'
/** Whoever reads the whole of an alert reads how it was taken up. */
const readers = {
  'draft of an alert': '404 404 404 404 404 404 200 404',
  'alert that waits': '404 404 404 404 404 200 200 200',
  'alert for the network': '404 404 404 404 200 200 200 200',
  'alert for everybody': '404 404 404 404 200 200 200 200',
  'alert within an organisation': '404 404 404 404 404 200 200 404',
  'alert for coordinators': '404 404 404 404 404 404 200 200',
  'alert that has ended': '404 404 404 404 200 200 200 200',
}
/** Who leads an alert says what is needed. */
const leaders = (done: number) => ({
  'draft of an alert': '404 404 404 404 404 404 409 404',
  'alert that waits': '404 404 404 404 404 409 409 403',
  'alert for the network': `404 404 404 404 403 ${done} ${done} 403`,
  'alert for everybody': `404 404 404 404 403 ${done} ${done} 403`,
  'alert within an organisation': `404 404 404 404 404 ${done} ${done} 404`,
  'alert for coordinators': `404 404 404 404 404 404 ${done} 403`,
  'alert that has ended': '404 404 404 404 403 409 409 403',
})
/** `a steward of another organisation` has pledged, so she and those who lead the alert are the two sides. */
const pledged = (...rows: readonly string[]) => ({
  'alert for the network': nobody,
  'alert that was pledged to': rows[0] ?? '',
})

/** In these rows the body names the organisation of `a steward of another organisation`, so that nobody else may act for it. */
export const helpRows: MatrixRows = {
  'get /alerts/{alert}/help': readers,
  'post /alerts/{alert}/answer': {
    'draft of an alert': '404 404 404 404 404 404 403 404',
    'alert that waits': '404 404 404 404 404 403 403 403',
    'alert for the network': '404 404 404 404 200 403 403 403',
    'alert for everybody': '404 404 404 404 200 403 403 403',
    'alert within an organisation': '404 404 404 404 404 403 403 404',
    'alert for coordinators': '404 404 404 404 404 404 403 403',
    'alert that has ended': '404 404 404 404 409 403 403 403',
  },
  'get /alerts/{alert}/roll-call': {
    ...readers,
    'alert for the network': '404 404 404 404 403 200 200 200',
    'alert for everybody': '404 404 404 404 403 200 200 200',
    'alert that has ended': '404 404 404 404 403 200 200 200',
  },
  'put /alerts/{alert}/reminder': {
    'draft of an alert': '404 404 404 404 404 404 409 404',
    'alert that waits': '404 404 404 404 404 409 409 409',
    'alert for the network': '404 404 404 404 200 200 200 200',
    'alert for coordinators': '404 404 404 404 404 404 200 200',
    'alert that has ended': '404 404 404 404 409 409 409 409',
  },
  'delete /alerts/{alert}/reminder': readers,
  'post /alerts/{alert}/needs': leaders(200),
  'put /alerts/{alert}/needs/{need}': leaders(200),
  'post /alerts/{alert}/pledges': {
    'draft of an alert': '404 404 404 404 404 404 403 404',
    'alert that waits': '404 404 404 404 404 403 403 403',
    'alert for the network': '404 404 404 404 201 403 403 403',
    'alert for everybody': '404 404 404 404 201 403 403 403',
    'alert within an organisation': '404 404 404 404 404 403 403 404',
    'alert for coordinators': '404 404 404 404 404 404 403 403',
    'alert that has ended': '404 404 404 404 409 403 403 403',
  },
  'get /alerts/{alert}/pledges/{pledge}': pledged('404 404 404 404 200 200 200 200'),
  'post /alerts/{alert}/pledges/{pledge}/state': pledged('404 404 404 404 403 200 200 403'),
  'post /alerts/{alert}/pledges/{pledge}/messages': pledged('404 404 404 404 201 201 201 403'),
  'put /alerts/{alert}/pledges/{pledge}/contact': pledged('404 404 404 404 200 200 200 403'),
}
