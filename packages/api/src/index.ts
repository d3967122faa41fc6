export { type Api, createApi } from './create-api.ts'
export type { Dependencies, LogEntry } from './dependencies.ts'
