import type { Labelled } from '@kunak/vocabulary'
import { uiLocales } from '@kunak/vocabulary'
import { foldName } from '../fold-name.ts'

const indexes = new WeakMap<readonly Labelled[], ReadonlyMap<string, string>>()

/** The code that a word means: the code itself or its exact label in either language, whatever the case; null otherwise. */
export function resolveTerm<Code extends string>(vocabulary: readonly Labelled<Code>[], word: string): Code | null {
  let index = indexes.get(vocabulary)
  if (!index) {
    index = new Map(
      vocabulary.flatMap((entry) =>
        [entry.code, ...uiLocales.map((locale) => entry[locale])].map((text) => [foldName(text), entry.code]),
      ),
    )
    indexes.set(vocabulary, index)
  }
  return (index.get(foldName(word)) as Code | undefined) ?? null
}

/**
 * The words of a cell that lists several, divided by semicolons, bars or line ends, or by commas where a part with its commas is no
 * label itself. `resolve` says whether a word is known; what nobody knows comes back as it was written.
 */
export function splitTerms(cell: string, resolve: (word: string) => string | null): string[] {
  return cell
    .split(/[;|\n؛]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => (resolve(part) === null ? joinKnown(part.split(/[,،]/), resolve) : [part]))
}

// No label has more commas.
const mostPieces = 4

/** Puts pieces together again where only together they are a label: "Migrants, refugees, displaced people". */
function joinKnown(pieces: readonly string[], resolve: (word: string) => string | null): string[] {
  const words: string[] = []
  for (let start = 0; start < pieces.length;) {
    let end = Math.min(pieces.length, start + mostPieces)
    while (end > start + 1 && resolve(pieces.slice(start, end).join(',').trim()) === null) end -= 1
    const word = pieces.slice(start, end).join(',').trim()
    if (word !== '') words.push(word)
    start = end
  }
  return words
}
