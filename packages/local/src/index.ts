export { createTables, namedTables } from './create-tables.ts'
export { type DatabaseKind, type DatabaseProcess, openLocalDatabase, startDatabase } from './database-process.ts'
export { openStreams, type Streams } from './streams/follow-all.ts'
