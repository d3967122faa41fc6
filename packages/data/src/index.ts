export { commit, type Event, type Write } from './commit.ts'
export { type Database, openDatabase } from './database.ts'
