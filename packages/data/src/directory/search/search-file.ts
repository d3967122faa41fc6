import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import { statePhrases } from './state-phrases.ts'

// Raise it whenever how a word is folded, stemmed, sounded or put into blocks, or how a state is packed, changes: the tables do not
// tell that.
const wording = 4

const tables = `
  CREATE TABLE IF NOT EXISTS organisations (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL, state BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS name_words (sound_key TEXT, number INTEGER, PRIMARY KEY (sound_key, number)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS name_words_number ON name_words (number);
  CREATE TABLE IF NOT EXISTS circle_readers (circle TEXT, number INTEGER, PRIMARY KEY (circle, number)) WITHOUT ROWID;`

const tablesOf = (group: string) => `
  CREATE TABLE IF NOT EXISTS documents_${group} (sort_key TEXT, id TEXT, number INTEGER, assured_day INTEGER, republics INTEGER,
    languages INTEGER, legal_form INTEGER, expertise TEXT, PRIMARY KEY (sort_key, id)) WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS documents_${group}_number ON documents_${group} (number);
  CREATE TABLE IF NOT EXISTS words_${group} (word TEXT PRIMARY KEY, stem TEXT, sound_key TEXT) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS words_${group}_stem ON words_${group} (stem);
  CREATE INDEX IF NOT EXISTS words_${group}_sound ON words_${group} (sound_key);
  CREATE TABLE IF NOT EXISTS postings_${group} (word TEXT, block INTEGER, documents BLOB, PRIMARY KEY (word, block)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS whole_names_${group} (name TEXT, number INTEGER, PRIMARY KEY (name, number)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS whole_names_${group}_number ON whole_names_${group} (number);`

/** What a search file depends on besides the organisations: files of different schemas cannot stand in for each other. */
export const searchSchema = `${wording}-${createHash('sha256')
  .update(JSON.stringify([republics, expertiseAreas, languages, legalForms, statePhrases, tables, tablesOf('')]))
  .digest('hex')
  .slice(0, 8)}`

/**
 * Opens or creates a search file: the organisations' states, which of them show something to a circle, and for each group of readers
 * its documents in order of name, the words it knows, and for each word the documents that have it (see `postings.ts`). Each group has
 * its tables to itself, so that what it may not see takes no part in its answers.
 */
export function openSearchFile(path: string, groups: readonly string[]): DatabaseSync {
  const file = new DatabaseSync(path)
  // A working copy is thrown away after a crash, so it needs no protection against one; what is deleted from it is gone. Its cache is
  // large, because words arrive in no order and would be written to disk and read again all the time.
  file.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536')
  file.exec(tables)
  for (const group of groups) file.exec(tablesOf(group))
  return file
}
