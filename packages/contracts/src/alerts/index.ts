export * from './alert-view.ts'
export * from './alert.ts'
export * from './change-alert.ts'
