export { listAlertIds } from './alert-lists.ts'
export { type AlertStore, alertIdOf, alertSubject, alertWrites, loadAlert, loadAlerts, saveAlert } from './alerts.ts'
export { dueAlerts, loadDue } from './due.ts'
