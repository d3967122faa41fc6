import type { Coverage, OrganisationView } from '@kunak/contracts/directory'
import { bestText } from '@kunak/contracts'
import { expertiseAreas, labelOf, republics, type UiLocale } from '@kunak/vocabulary'
import { csvLine } from './csv.ts'

// Hashtags of HXL 1.1 (https://hxlstandard.org/standard/1-1final/dictionary/); `+v_` names the vocabulary that a code is from.
const where = ['#adm1+name', '#adm1+code+v_iso_3166_2'] as const
const what = ['#sector+name', '#sector+code+v_kunak', '#sector+code+v_dac'] as const
const dacSectors = new Map<string, string>(expertiseAreas.map(({ code, dacSector }) => [code, dacSector]))

/** The expertise map with HXL hashtags. A count that the reader may not know exactly is given by its least and greatest value. */
export function coverageHxl(coverage: Coverage, locale: UiLocale): string {
  const counts = ['#org+num+min', '#org+num+max']
  const head =
    locale === 'ru'
      ? [
          'Область',
          'Код области',
          'Код КСР ОЭСР',
          'Республика',
          'Код республики',
          'Организаций, не меньше',
          'Организаций, не больше',
        ]
      : ['Area', 'Area code', 'OECD DAC code', 'Republic', 'Republic code', 'Organisations, at least', 'Organisations, at most']
  const lines = coverage.cells.map(({ expertise, republic, count }) => [
    ...sector(expertise, locale),
    ...place(republic, locale),
    ...(count === 'few' ? [1, 2] : [count, count]),
  ])
  return [head, [...what, ...where, ...counts], ...lines].map(csvLine).join('')
}

/** The first two lines of a 3W ("who does what, where") list: names of the columns and their hashtags. */
export function threeWHead(locale: UiLocale): string {
  const head =
    locale === 'ru'
      ? ['Организация', 'id', 'Страна', 'Область', 'Код области', 'Код КСР ОЭСР', 'Республика', 'Код республики']
      : ['Organisation', 'id', 'Country', 'Area', 'Area code', 'OECD DAC code', 'Republic', 'Republic code']
  return csvLine(head) + csvLine(['#org+name', '#org+code+v_kunak', '#country+code+v_iso2', ...what, ...where])
}

/** A line for each area and republic of an organisation, as far as its reader may see them. */
export function threeWLines(view: OrganisationView, locale: UiLocale): string {
  const who = [bestText(view.names, locale)?.text ?? '', view.id, view.basedIn ?? '']
  return (view.expertise ?? [])
    .flatMap(({ area }) =>
      (view.worksIn ?? []).map(({ republic }) => [...who, ...sector(area, locale), ...place(republic, locale)]),
    )
    .map(csvLine)
    .join('')
}

function sector(code: string, locale: UiLocale): string[] {
  return [labelOf(expertiseAreas, code, locale), code, dacSectors.get(code) ?? '']
}

function place(code: string, locale: UiLocale): string[] {
  return [labelOf(republics, code, locale), code]
}
