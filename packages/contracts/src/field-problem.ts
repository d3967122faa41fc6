import type { UiLocale } from '@kunak/vocabulary'
import type * as z from 'zod'
import type { FieldProblem } from './problem.ts'

/** What can be wrong with a field, in words a tired person understands. `{n}` is the limit that was passed. */
export const fieldProblems = {
  required: { en: 'Fill this in.', ru: 'Заполните это поле.' },
  too_long: { en: 'Too long: {n} characters at most.', ru: 'Слишком длинно: не больше {n} знаков.' },
  too_short: { en: 'Too short: {n} characters at least.', ru: 'Слишком коротко: не меньше {n} знаков.' },
  too_many_items: { en: 'Too many: {n} at most.', ru: 'Слишком много: не больше {n}.' },
  too_few_items: { en: 'Too few: {n} at least.', ru: 'Слишком мало: не меньше {n}.' },
  too_big: { en: 'Too large: {n} at most.', ru: 'Слишком много: не больше {n}.' },
  too_small: { en: 'Too small: {n} at least.', ru: 'Слишком мало: не меньше {n}.' },
  not_one_of: { en: 'Choose one of the listed values.', ru: 'Выберите одно из предложенных значений.' },
  not_known: { en: 'There is no such field.', ru: 'Такого поля нет.' },
  not_text: { en: 'This must be text.', ru: 'Здесь должен быть текст.' },
  not_a_number: { en: 'This must be a number.', ru: 'Здесь должно быть число.' },
  not_a_date: { en: 'Write the date as YYYY-MM-DD.', ru: 'Напишите дату в виде ГГГГ-ММ-ДД.' },
  not_a_url: {
    en: 'Write the whole address, starting with https:// or http://.',
    ru: 'Напишите адрес целиком, начиная с https:// или http://.',
  },
  not_a_country: {
    en: 'Use a two-letter country code (ISO 3166-1), such as RU or GE.',
    ru: 'Укажите двухбуквенный код страны (ISO 3166-1), например RU или GE.',
  },
  not_a_language_tag: { en: 'Use a language code such as ru, en or ce.', ru: 'Укажите код языка, например ru, en или ce.' },
  not_a_contact: {
    en: 'This does not look like an address for that channel.',
    ru: 'Это не похоже на адрес для такого способа связи.',
  },
  wrong_check_digit: {
    en: 'The check digit does not match. Look for a mistyped figure.',
    ru: 'Контрольная цифра не сходится. Проверьте, нет ли опечатки.',
  },
  not_an_identifier: {
    en: 'This number does not have the form of that register.',
    ru: 'Номер не похож на номер этого реестра.',
  },
  needs_limited: {
    en: 'A date is only for a limited capacity or none.',
    ru: 'Дата нужна только при ограниченных возможностях или их отсутствии.',
  },
  said_twice: { en: 'This is there twice.', ru: 'Это указано дважды.' },
  in_the_future: { en: 'This date is still to come.', ru: 'Эта дата ещё не наступила.' },
  only_steward_widens: {
    en: 'Only a steward of the organisation may show this to more people.',
    ru: 'Показать это большему кругу людей может только распорядитель организации.',
  },
  only_coordinator_records: {
    en: 'Only a coordinator may record or change this.',
    ru: 'Записать или изменить это может только координатор.',
  },
  invalid: { en: 'This cannot be right.', ru: 'Здесь что-то не так.' },
} as const

export type FieldProblemCode = keyof typeof fieldProblems

/** The sentence for one field problem in the reader's language. */
export function fieldProblem(field: string, code: FieldProblemCode, locale: UiLocale, n?: number | bigint): FieldProblem {
  return { field, code, message: fieldProblems[code][locale].replace('{n}', String(n ?? '')) }
}

/** Zod's issues as field problems, each with a JSON pointer (RFC 6901) to the value it is about. */
export function fieldProblemsOf(error: z.core.$ZodError, locale: UiLocale): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fieldProblem(pointer([...issue.path, key]), 'not_known', locale))
    if (issue.code === 'invalid_key') return [fieldProblem(pointer(issue.path), 'not_a_language_tag', locale)]
    const [code, n] = codeOf(issue)
    return [fieldProblem(pointer(issue.path), code, locale, n)]
  })
}

function codeOf(issue: z.core.$ZodIssue): [FieldProblemCode, (number | bigint)?] {
  switch (issue.code) {
    case 'too_big':
      return [
        ({ string: 'too_long', array: 'too_many_items' }[issue.origin as string] as FieldProblemCode) ?? 'too_big',
        issue.maximum,
      ]
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return ['required']
      return [
        ({ string: 'too_short', array: 'too_few_items' }[issue.origin as string] as FieldProblemCode) ?? 'too_small',
        issue.minimum,
      ]
    case 'invalid_value':
      return ['not_one_of']
    case 'invalid_format':
      return [issue.format === 'url' ? 'not_a_url' : issue.format === 'date' ? 'not_a_date' : 'invalid']
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return ['required']
      return [
        issue.expected === 'string'
          ? 'not_text'
          : issue.expected === 'number' || issue.expected === 'int'
            ? 'not_a_number'
            : 'invalid',
      ]
    case 'custom':
      return [issue.params?.['code'] in fieldProblems ? (issue.params?.['code'] as FieldProblemCode) : 'invalid']
    default:
      return ['invalid']
  }
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => '/' + String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}
