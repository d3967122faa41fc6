import type { OrganisationView } from '@kunak/contracts/directory'
import { expertiseAreas, labelOf, languages, legalForms, republics, type UiLocale } from '@kunak/vocabulary'
import { csvBeginning, csvLine } from './csv.ts'

type Column = { readonly [locale in UiLocale]: string } & { readonly cell: (view: OrganisationView, locale: UiLocale) => string }

const list = (parts: readonly string[] | undefined) => (parts ?? []).join('; ')
const others = (byLanguage: Readonly<Record<string, string>> = {}) =>
  Object.entries(byLanguage)
    .filter(([language]) => language !== 'ru' && language !== 'en')
    .map(([language, text]) => `${language}: ${text}`)
    .join('\n')
const contacts = (view: OrganisationView, isWanted: (channel: string) => boolean) =>
  (view.contacts ?? []).filter(({ channel }) => isWanted(channel))

/** The columns are named so that an import guesses them, and terms are written as labels, which an import resolves. */
const columns: readonly Column[] = [
  { ru: 'id', en: 'id', cell: ({ id }) => id },
  { ru: 'Название (рус.)', en: 'Name (Russian)', cell: ({ names }) => names['ru'] ?? '' },
  { ru: 'Название (англ.)', en: 'Name (English)', cell: ({ names }) => names['en'] ?? '' },
  { ru: 'На других языках', en: 'In other languages', cell: ({ names }) => others(names) },
  { ru: 'Аббревиатура', en: 'Acronym', cell: ({ acronym = '' }) => acronym },
  { ru: 'Описание (рус.)', en: 'Description (Russian)', cell: ({ description }) => description?.['ru'] ?? '' },
  { ru: 'Описание (англ.)', en: 'Description (English)', cell: ({ description }) => description?.['en'] ?? '' },
  {
    ru: 'Правовая форма',
    en: 'Legal form',
    cell: ({ legalForm }, locale) => (legalForm ? labelOf(legalForms, legalForm, locale) : ''),
  },
  { ru: 'Год основания', en: 'Year founded', cell: ({ foundedYear }) => String(foundedYear ?? '') },
  { ru: 'Страна', en: 'Country', cell: ({ basedIn = '' }) => basedIn },
  {
    ru: 'Республики',
    en: 'Republics',
    cell: ({ worksIn }, locale) => list(worksIn?.map(({ republic }) => labelOf(republics, republic, locale))),
  },
  { ru: 'Языки', en: 'Languages', cell: (view, locale) => list(view.languages?.map((code) => labelOf(languages, code, locale))) },
  {
    ru: 'Экспертиза',
    en: 'Expertise',
    cell: ({ expertise }, locale) =>
      list(
        expertise?.map(
          ({ area, level, capacity, delivery }) => `${labelOf(expertiseAreas, area, locale)}:${level}:${capacity}:${delivery}`,
        ),
      ),
  },
  { ru: 'Сайт', en: 'Website', cell: ({ website = '' }) => website },
  {
    ru: 'Реестровые номера',
    en: 'Register numbers',
    cell: ({ identifiers }) => list(identifiers?.map(({ scheme, value }) => `${scheme} ${value}`)),
  },
  { ru: 'Почта', en: 'Email', cell: (view) => list(contacts(view, (channel) => channel === 'email').map(({ value }) => value)) },
  {
    ru: 'Телефон',
    en: 'Phone',
    cell: (view) => list(contacts(view, (channel) => channel === 'phone').map(({ value }) => value)),
  },
  {
    ru: 'Другие контакты',
    en: 'Other contacts',
    cell: (view) =>
      list(
        contacts(view, (channel) => channel !== 'email' && channel !== 'phone').map(
          ({ channel, value }) => `${channel}: ${value}`,
        ),
      ),
  },
  { ru: 'Подтверждено', en: 'Confirmed on', cell: ({ assuredOn }) => assuredOn },
]

/** The line with the names of the columns, in the reader's language. */
export function organisationsCsvHead(locale: UiLocale): string {
  return csvBeginning + csvLine(columns.map((column) => column[locale]))
}

/** One organisation, as far as its reader may see it. */
export function organisationCsvLine(view: OrganisationView, locale: UiLocale): string {
  return csvLine(columns.map(({ cell }) => cell(view, locale)))
}
