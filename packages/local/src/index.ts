export { createTables, namedTables } from './create-tables.ts'
export { type DatabaseKind, type DatabaseProcess, openLocalDatabase, startDatabase } from './database-process.ts'
