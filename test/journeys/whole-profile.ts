import { type Audience, audiences, tlpLabels } from '@kunak/contracts'
import { fieldGroups } from '@kunak/contracts/directory'
import { expertiseAreas, labelOf, languages, legalForms, republics, type UiLocale } from '@kunak/vocabulary'
import { audiencesOf, type ProfilePart, profileParts } from '../../web/src/lib/directory/profile-form/profile-parts.ts'
import type { Answer } from './profile-answers.ts'
import type { Say } from './texts.ts'

/** The words by which a form offers an audience. */
export const audienceChoice = (say: Say, audience: Audience) => `${say(`audience_${audience}`)} · ${tlpLabels[audience]}`

/** An answer for each kind of field that the profile form has, all new and all well written. */
export function wholeProfile(say: Say, locale: UiLocale): Answer[] {
  const inLanguage = (what: string, tag: string) => say('in_language', { what, language: labelOf(languages, tag, locale) })
  const area = (code: string) => labelOf(expertiseAreas, code, locale)
  const expertise = (
    number: number,
    ...values: [area: string, level: string, capacity: string, until: string, delivery: string]
  ) =>
    [say('area'), say('facet_level'), say('facet_capacity'), say('until_day'), say('delivery')].map((label, index) => ({
      part: 'expertise' as const,
      row: `${say('group_expertise')} ${number}`,
      label,
      value: values[index] ?? '',
    }))
  const inRow = (part: ProfilePart, row: string, fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([label, value]) => ({ part, row, label, value }))
  const plain = (part: ProfilePart, fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([label, value]) => ({ part, label, value }))
  return [
    ...plain('names', {
      [inLanguage(say('name'), 'ru')]: 'Перепёлка над ручьём',
      [inLanguage(say('name'), 'en')]: 'Quail over the Brook',
      [say('acronym')]: 'ПНР',
    }),
    ...plain('description', {
      [inLanguage(say('group_description'), 'ru')]: 'Первая строка: «кавычки» & знаки < >.\n\nВторая строка.',
      [inLanguage(say('group_description'), 'en')]: 'A line, then\nanother line.',
    }),
    ...plain('contacts', {
      [inLanguage(say('safe_contact_note'), 'ru')]: 'Не звоните.\nПишите.',
      [inLanguage(say('safe_contact_note'), 'en')]: 'Do not call.',
    }),
    ...plain('website', {
      [say('group_website')]: 'https://quail.example/о-нас?x=1',
      [say('group_address')]: 'улица Выдуманная, 1',
    }),
    ...plain('registration', {
      [say('facet_legalForm')]: labelOf(legalForms, 'foundation', locale),
      [say('founded_year')]: '1999',
      [say('based_in')]: 'GE',
    }),
    // Languages of her own come one below the other, the spare ones last.
    { part: 'names', isFirstOfSome: true, label: say('language_code'), value: 'ce' },
    { part: 'names', isFirstOfSome: true, label: say('name'), value: 'ЛаргӀа' },
    ...expertise(1, area('elections'), say('level_learning'), say('capacity_none'), '2031-05-01', say('delivery_remote')),
    ...expertise(2, area('advocacy'), say('level_lead'), say('capacity_open'), '', say('delivery_on_site')),
    ...inRow('work', `${say('facet_republic')} 1`, {
      [say('facet_republic')]: labelOf(republics, 'RU-KC', locale),
      [say('district')]: 'Зеленчукский район',
    }),
    ...inRow('contacts', `${say('contacts_title')} 1`, {
      [say('channel')]: say('channel_phone'),
      [say('contact_value')]: '+995 (32) 000-00-00',
      [say('who_sees')]: audienceChoice(say, 'organisation'),
    }),
    ...inRow('registration', `${say('identifiers')} 2`, {
      [say('register')]: say('scheme_RU_INN'),
      [say('identifier')]: '1234567894',
    }),
    ...inRow('labels', `${say('group_legalFlags')} 1`, {
      [say('flag')]: say('flag_undesirable'),
      [say('since_day')]: '2024-02-29',
    }),
    ...fieldGroups.map((group, index) => ({
      part: profileParts.find((part) => audiencesOf(part).includes(group)) ?? 'names',
      label: say('who_sees_what', { what: say(`group_${group}`) }),
      value: audienceChoice(say, audiences[index % audiences.length] ?? 'public'),
    })),
  ]
}
