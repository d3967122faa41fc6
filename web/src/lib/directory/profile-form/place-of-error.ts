import { type FieldProblem, fieldProblem } from '@kunak/contracts'
import type { UiLocale } from '@kunak/vocabulary'
import { type ProfileDraft, rowFields, type Words } from './profile-draft.ts'

const localised = ['names', 'description', 'safeContact'] as const

/** The id of the form field that a JSON pointer of the API is about. */
export function placeOfError(pointer: string, draft: ProfileDraft): string {
  const [group = '', key, ...rest] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const words = localised.find((name) => name === group)
  if (words) return placeOfWords(words, draft[words], key)
  if (group === 'languages') return '/languages'
  if (group in rowFields && key !== undefined && rest.length === 0) {
    return `/${group}/${key}/${rowFields[group as keyof typeof rowFields][0]}`
  }
  return pointer
}

function placeOfWords(group: string, words: readonly Words[], tag: string | undefined): string {
  if (tag === undefined) return `/${group}/0/text`
  const row = words.findIndex((entry) => entry.tag === tag)
  const isOurLanguage = row < 2
  return `/${group}/${Math.max(row, 0)}/${isOurLanguage ? 'text' : 'tag'}`
}

/** Languages that were given two texts: an object by language could keep only one, so this is said before anything is sent. */
export function findRepeatedLanguages(draft: ProfileDraft, locale: UiLocale): FieldProblem[] {
  return localised.flatMap((group) =>
    draft[group].flatMap(({ tag, text }, index) => {
      const isRepeat = draft[group].findIndex((other) => other.tag === tag) < index
      return isRepeat && text !== '' ? [fieldProblem({ field: `/${group}/${index}/tag`, code: 'said_twice' }, locale)] : []
    }),
  )
}
