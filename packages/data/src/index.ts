export { commit, type Event, type Write } from './commit.ts'
export { type Database, openDatabase } from './database.ts'
export { loadItem, loadItems } from './load-items.ts'
export { inPartition, queryAll, scanPages } from './query-items.ts'
