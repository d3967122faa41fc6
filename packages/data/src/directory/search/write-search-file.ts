import type { DatabaseSync } from 'node:sqlite'
import type { OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { type SearchDocument, searchDocumentOf, soundKeyOf, stemOf, wordsOf } from '@kunak/domain/directory'
import { packState } from './pack-state.ts'
import { bitsOf, dayNumber, indexedWords, numbered, packExpertise } from './encode-document.ts'

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
  const nature = natureOfWords()
  const groups = Object.entries(readers).map(([group, reader]) => ({ reader, table: groupTables(file, group, nature), group }))

  function applyOne(id: OrganisationId, organisation: Organisation | null): Set<string> | null {
    const before = known.get(id)
    const isListed = organisation !== null && organisation.standing !== 'frozen' && organisation.standing !== 'left'
    if (isListed ? before?.['version'] === organisation.version : before === undefined) return null
    const touched = new Set<string>()
    if (before) {
      const number = Number(before['number'])
      forget.run(number)
      forgetNames.run(number)
      for (const { group, table } of groups) if (table.remove(number)) touched.add(group)
    }
    if (isListed) {
      const number = Number(add.run(id, organisation.version, packState(organisation)).lastInsertRowid)
      for (const soundKey of nameKeys(organisation)) addName.run(soundKey, number)
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
      const groups = new Set<string>()
      let organisations = 0
      file.exec('BEGIN')
      try {
        for (const [id, organisation] of changes) {
          const touched = applyOne(id, organisation)
          if (touched !== null) organisations += 1
          for (const group of touched ?? []) groups.add(group)
        }
        file.exec('COMMIT')
      } catch (error) {
        file.exec('ROLLBACK')
        throw error
      }
      return { organisations, groups }
    },
  }
}

interface Nature {
  readonly stem: string
  readonly soundKey: string
}

// The groups mostly learn the same words.
function natureOfWords(): (word: string) => Nature {
  const known = new Map<string, Nature>()
  return (word) => {
    const nature = known.get(word) ?? { stem: stemOf(word), soundKey: soundKeyOf(word) }
    if (known.size < mostNatures) known.set(word, nature)
    return nature
  }
}
const mostNatures = 200_000

function nameKeys({ profile }: Organisation): Set<string> {
  return new Set([...Object.values(profile.names), profile.acronym].flatMap(wordsOf).map(soundKeyOf))
}

function groupTables(file: DatabaseSync, group: string, nature: (word: string) => Nature) {
  const remove = file.prepare(`DELETE FROM documents_${group} WHERE number = ?`)
  const unindex = file.prepare(`DELETE FROM found_${group} WHERE rowid = ?`)
  const put = file.prepare(`INSERT INTO documents_${group} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const index = file.prepare(`INSERT INTO found_${group} (rowid, words) VALUES (?, ?)`)
  const addWord = file.prepare(`INSERT OR IGNORE INTO words_${group} VALUES (?, ?, ?)`)
  // Words stay when the last organisation that has them goes: by themselves they find nothing.
  const knownWords = new Set(
    file
      .prepare(`SELECT word FROM words_${group}`)
      .all()
      .map(({ word }) => String(word)),
  )
  return {
    remove: (number: number): boolean => {
      const wasThere = remove.run(number).changes > 0
      if (wasThere) unindex.run(number)
      return wasThere
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
      index.run(number, indexedWords(document))
      for (const word of Object.values(document.words).flat())
        if (!knownWords.has(word)) {
          const { stem, soundKey } = nature(word)
          addWord.run(word, stem, soundKey)
          knownWords.add(word)
        }
    },
  }
}
