import { Profile } from '@kunak/contracts/directory'
import { foldName } from '../fold-name.ts'
import { languageOf } from '../language-of.ts'
import { scriptOf } from '../script-of.ts'
import type { Note } from './note-into.ts'
import type { Cell } from './read-rows.ts'

const maxCharacters = 200
// The name of a language where the name in that language should be: a form that nobody filled in.
const languageNames = new Set(
  [
    'english',
    'anglais',
    'англииский',
    'الانجليزيه',
    'arabic',
    'arabe',
    'العربيه',
    'francais',
    'french',
    'русскии',
    'russian',
  ].map(foldName),
)

/** The names of a row by language, one for each; what is too short to be a name, an address or a placeholder is none. */
export function readNames(cells: readonly Cell[], note: Note): Record<string, string> {
  const names: Record<string, string> = {}
  for (const { column, text, language } of cells) {
    if (text.length > 2 * maxCharacters) {
      note(column, 'too_long', { n: maxCharacters })
      continue
    }
    const name = text.replace(/\s+/g, ' ').replace(/^[\s:;,–—-]+|[\s:;,]+$/g, '')
    if (!isName(name)) {
      note(column, 'not_readable')
      continue
    }
    if (name.length > maxCharacters || !Profile.shape.names.safeParse({ und: name }).success) {
      note(column, 'too_long', { n: maxCharacters })
      continue
    }
    const tag = tagOf(name, language)
    if (names[tag] === undefined) names[tag] = name
    else if (foldName(names[tag]) !== foldName(name)) note(column, 'second_name')
  }
  return names
}

function isName(text: string): boolean {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < 2 || languageNames.has(foldName(text))) return false
  return !/^(?:https?:\/\/|www\.)|^\S+@\S+\.\S+$/i.test(text)
}

/** The mapping's language, unless the name is written in a script that this language does not use. */
function tagOf(name: string, language: string | null): string {
  if (language === null) return languageOf(name)
  const tag = Intl.getCanonicalLocales(language)[0] ?? 'und'
  const expected = new Intl.Locale(tag).maximize().script
  const script = scriptOf(name)
  return expected === undefined || script === null || expected === script ? tag : languageOf(name)
}
