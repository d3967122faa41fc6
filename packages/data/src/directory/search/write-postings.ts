import type { DatabaseSync } from 'node:sqlite'
import type { SearchDocument } from '@kunak/domain/directory'
import { type BlockChange, blockOf, changeBlock, fieldsByWord } from './postings.ts'

export interface Nature {
  readonly stem: string
  readonly soundKey: string
}

/** Collects the words of documents that come and go, and writes each word's block once for all of them. */
export interface PostingsWriter {
  readonly add: (number: number, document: SearchDocument) => void
  readonly remove: (number: number, document: SearchDocument) => void
  readonly flush: () => void
}

export function postingsWriter(file: DatabaseSync, group: string, natureOf: (word: string) => Nature): PostingsWriter {
  const readBlock = file.prepare(`SELECT documents FROM postings_${group} WHERE word = ? AND block = ?`)
  const writeBlock = file.prepare(`INSERT OR REPLACE INTO postings_${group} VALUES (?, ?, ?)`)
  const dropBlock = file.prepare(`DELETE FROM postings_${group} WHERE word = ? AND block = ?`)
  const anyBlock = file.prepare(`SELECT 1 FROM postings_${group} WHERE word = ? LIMIT 1`)
  const addWord = file.prepare(`INSERT OR IGNORE INTO words_${group} VALUES (?, ?, ?)`)
  const dropWord = file.prepare(`DELETE FROM words_${group} WHERE word = ?`)
  const changes = new Map<string, Map<number, BlockChange>>()

  const changeOf = (word: string, number: number): BlockChange => {
    let blocks = changes.get(word)
    if (blocks === undefined) changes.set(word, (blocks = new Map<number, BlockChange>()))
    let change = blocks.get(blockOf(number))
    if (change === undefined) blocks.set(blockOf(number), (change = { gone: [], come: [] }))
    return change
  }

  function writeWord(word: string, blocks: ReadonlyMap<number, BlockChange>): void {
    let isNew = false
    let isLess = false
    for (const [block, change] of blocks) {
      const before = readBlock.get(word, block)?.['documents']
      const after = changeBlock(before instanceof Uint8Array ? before : null, change)
      if (after.length > 0) writeBlock.run(word, block, after)
      else dropBlock.run(word, block)
      isNew ||= before === undefined && after.length > 0
      isLess ||= after.length === 0
    }
    if (isNew) {
      const { stem, soundKey } = natureOf(word)
      addWord.run(word, stem, soundKey)
    }
    if (isLess && anyBlock.get(word) === undefined) dropWord.run(word)
  }

  return {
    add: (number, document) => {
      for (const [word, fields] of fieldsByWord(document)) changeOf(word, number).come.push(number, fields)
    },
    remove: (number, document) => {
      for (const word of fieldsByWord(document).keys()) changeOf(word, number).gone.push(number)
    },
    flush: () => {
      // In their order, neighbours in the file are written one after the other.
      for (const word of [...changes.keys()].sort()) writeWord(word, changes.get(word) ?? new Map())
      changes.clear()
    },
  }
}
