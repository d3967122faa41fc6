import type { DatabaseSync } from 'node:sqlite'
import type { OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { circleInUse, type SearchDocument, searchDocumentOf, soundKeyOf, stemOf, wordsOf } from '@kunak/domain/directory'
import { bitsOf, dayNumber, numbered, packExpertise } from './encode-document.ts'
import { packState, stateIn } from './pack-state.ts'
import { type Nature, postingsWriter } from './write-postings.ts'

export interface SearchFileWriter {
  /**
   * Puts organisations as they are now into the file, in one transaction; null takes one out. Answers how many that changed (a version
   * that is there already changes nothing), and in which groups.
   */
  readonly apply: (changes: ReadonlyMap<OrganisationId, Organisation | null>) => Applied
}

export interface Applied {
  readonly organisations: number
  readonly groups: ReadonlySet<string>
}

/** Writes a search file whose groups are read by `readers`: what such a reader may not see does not enter her group's tables. */
export function searchFileWriter(file: DatabaseSync, readers: Readonly<Record<string, Viewer>>): SearchFileWriter {
  const known = file.prepare('SELECT number, version FROM organisations WHERE id = ?')
  const add = file.prepare('INSERT INTO organisations (id, version, state) VALUES (?, ?, ?)')
  const forget = file.prepare('DELETE FROM organisations WHERE number = ?')
  const addName = file.prepare('INSERT OR IGNORE INTO name_words VALUES (?, ?)')
  const forgetNames = file.prepare('DELETE FROM name_words WHERE number = ?')
  const addCircle = file.prepare('INSERT INTO circle_readers VALUES (?, ?)')
  const forgetCircle = file.prepare('DELETE FROM circle_readers WHERE circle = ? AND number = ?')
  const natureOf = natureOfWords()
  const groups = Object.entries(readers).map(([group, reader]) => ({ reader, group, table: groupTables(file, group, natureOf) }))

  function applyOne(id: OrganisationId, organisation: Organisation | null): Set<string> | null {
    const before = known.get(id)
    const isListed = organisation !== null && organisation.standing !== 'frozen' && organisation.standing !== 'left'
    if (isListed ? before?.['version'] === organisation.version : before === undefined) return null
    const touched = new Set<string>()
    if (before) {
      const number = Number(before['number'])
      const old = stateIn(file, number)
      forget.run(number)
      forgetNames.run(number)
      forgetCircle.run(circleInUse(old), number)
      for (const { group, table, reader } of groups) {
        const document = searchDocumentOf(reader, old)
        if (document === null) continue
        table.remove(number, document)
        touched.add(group)
      }
    }
    if (isListed) {
      const number = Number(add.run(id, organisation.version, packState(organisation)).lastInsertRowid)
      for (const soundKey of nameKeys(organisation)) addName.run(soundKey, number)
      const circle = circleInUse(organisation)
      if (circle !== null) addCircle.run(circle, number)
      for (const { group, table, reader } of groups) {
        const document = searchDocumentOf(reader, organisation)
        if (document === null) continue
        table.put(number, document)
        touched.add(group)
      }
    }
    return touched
  }

  return {
    apply: (changes) => {
      const touchedGroups = new Set<string>()
      let organisations = 0
      file.exec('BEGIN')
      try {
        for (const [id, organisation] of changes) {
          const touched = applyOne(id, organisation)
          if (touched !== null) organisations += 1
          for (const group of touched ?? []) touchedGroups.add(group)
        }
        for (const { table } of groups) table.flush()
        file.exec('COMMIT')
      } catch (error) {
        file.exec('ROLLBACK')
        throw error
      }
      return { organisations, groups: touchedGroups }
    },
  }
}

// The groups mostly learn the same words.
function natureOfWords(): (word: string) => Nature {
  const lately = new Map<string, Nature>()
  return (word) => {
    const nature = lately.get(word) ?? { stem: stemOf(word), soundKey: soundKeyOf(word) }
    if (lately.size >= mostRemembered) lately.clear()
    lately.set(word, nature)
    return nature
  }
}
const mostRemembered = 50_000

function nameKeys({ profile }: Organisation): Set<string> {
  return new Set([...Object.values(profile.names), profile.acronym].flatMap(wordsOf).map(soundKeyOf))
}

function groupTables(file: DatabaseSync, group: string, natureOf: (word: string) => Nature) {
  const remove = file.prepare(`DELETE FROM documents_${group} WHERE number = ?`)
  const put = file.prepare(`INSERT INTO documents_${group} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const addWholeName = file.prepare(`INSERT OR IGNORE INTO whole_names_${group} VALUES (?, ?)`)
  const forgetWholeNames = file.prepare(`DELETE FROM whole_names_${group} WHERE number = ?`)
  const postings = postingsWriter(file, group, natureOf)
  return {
    flush: postings.flush,
    remove: (number: number, document: SearchDocument): void => {
      remove.run(number)
      forgetWholeNames.run(number)
      postings.remove(number, document)
    },
    put: (number: number, document: SearchDocument): void => {
      put.run(
        document.sortKey,
        document.id,
        number,
        dayNumber(document.assuredOn),
        bitsOf(numbered.republics, document.republics),
        bitsOf(numbered.languages, document.languages),
        document.legalForm === null ? 0 : numbered.legalForms.indexOf(document.legalForm) + 1,
        document.expertise.map(packExpertise).join(','),
      )
      for (const name of document.wholeNames) addWholeName.run(name, number)
      postings.add(number, document)
    },
  }
}
