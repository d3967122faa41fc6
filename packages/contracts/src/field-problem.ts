import type { UiLocale } from '@kunak/vocabulary'
import type * as z from 'zod'
import type { FieldProblem } from './problem.ts'
import { ok, refuse, type Result } from './result.ts'

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
  not_a_mail_address: {
    en: 'Write a mail address, such as name@post.example.',
    ru: 'Напишите адрес почты, например name@post.example.',
  },
  wrong_code: {
    en: 'This is not the code that the app shows now. Look whether the clock of the phone is right, and type the newest code.',
    ru: 'Приложение показывает сейчас другой код. Проверьте, верно ли идут часы телефона, и введите самый новый код.',
  },
  passkey_refused: {
    en: 'The new passkey could not be recognised. Its answer is good for five minutes and once: try again.',
    ru: 'Новый ключ доступа не удалось распознать. Его ответ годится пять минут и один раз: попробуйте ещё раз.',
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
  too_many_days: { en: 'At most 92 days from now.', ru: 'Не больше 92 дней, считая от сегодня.' },
  codes_alike: {
    en: 'The two codes are too much alike: one slip of a finger would make one of the other.',
    ru: 'Коды слишком похожи: одна опечатка превратит один в другой.',
  },
  not_its_code: {
    en: 'This is not a code of this check-in. After five wrong ones you have to wait.',
    ru: 'Это не код этой отметки. После пяти неверных придётся подождать.',
  },
  not_a_time: { en: 'Write the time as 18:00.', ru: 'Напишите время в виде 18:00.' },
  in_the_future: { en: 'This date is still to come.', ru: 'Эта дата ещё не наступила.' },
  only_steward_widens: {
    en: 'Only a steward of the organisation may show this to more people.',
    ru: 'Показать это большему кругу людей может только распорядитель организации.',
  },
  only_coordinator_records: {
    en: 'Only a coordinator may record or change this.',
    ru: 'Записать или изменить это может только координатор.',
  },
  not_oneself: { en: 'An organisation cannot vouch for itself.', ru: 'Организация не может поручиться за саму себя.' },
  no_such_organisation: {
    en: 'There is no such organisation, or it takes no vouches. Check its address.',
    ru: 'Такой организации нет, или за неё нельзя поручиться. Проверьте её адрес.',
  },
  consent_refused: {
    en: 'Those affected have refused: only coordinators may be told.',
    ru: 'Те, кого это касается, отказались: сообщить можно только координаторам.',
  },
  consent_missing: {
    en: 'Those affected could not be asked: nothing may be made public.',
    ru: 'Тех, кого это касается, не удалось спросить: публиковать ничего нельзя.',
  },
  nobody_could_confirm: {
    en: 'Nobody else would read the whole of it and could confirm it. Choose the network, a circle or the coordinators.',
    ru: 'Никто другой не прочёл бы её целиком и не смог бы подтвердить. Выберите сеть, круг или координаторов.',
  },
  more_than_unmet: {
    en: 'More than is still needed: {n} at most.',
    ru: 'Больше, чем ещё нужно: не больше {n}.',
  },
  less_than_taken: {
    en: 'So much is offered, promised or delivered already: {n} at least.',
    ru: 'Столько уже предложено, обещано или передано: не меньше {n}.',
  },
  in_the_past: { en: 'This day is over.', ru: 'Этот день уже прошёл.' },
  too_far: { en: 'This is more than a year away.', ru: 'До этого дня больше года.' },
  no_further: {
    en: 'What is for coordinators goes to nobody else. Remove the steps.',
    ru: 'То, что предназначено координаторам, дальше не идёт. Уберите шаги.',
  },
  not_in_order: { en: 'Each step must come later than the one before.', ru: 'Каждый шаг должен быть позже предыдущего.' },
  no_push_service: {
    en: 'The maker of this browser has no service that we know. Letters and the pages tell you all the same.',
    ru: 'Мы не знаем службы уведомлений этого браузера. Письма и страницы всё равно вам скажут.',
  },
  invalid: { en: 'This cannot be right.', ru: 'Здесь что-то не так.' },
} as const

export type FieldProblemCode = keyof typeof fieldProblems

/** The sentence for one field problem in the reader's language. */
export function fieldProblem(
  { field, code, n }: { readonly field: string; readonly code: FieldProblemCode; readonly n?: number | bigint | undefined },
  locale: UiLocale,
): FieldProblem {
  return { field, code, message: fieldProblems[code][locale].replace('{n}', String(n ?? '')) }
}

/**
 * Reads a value by its contract, or says in the reader's language what is wrong with each field, by JSON pointer (RFC 6901) to the
 * value it is about.
 */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  locale: UiLocale,
): Result<z.output<Schema>, readonly FieldProblem[]> {
  const parsed = schema.safeParse(value, { reportInput: true })
  return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.flatMap((issue) => problemsOf(issue, locale)))
}

function problemsOf(issue: z.core.$ZodIssue, locale: UiLocale): FieldProblem[] {
  const at = (path: readonly PropertyKey[], code: FieldProblemCode, n?: number | bigint) =>
    fieldProblem({ field: pointer(path), code, n }, locale)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at([...issue.path, key], 'not_known'))
    case 'invalid_key':
      return [at(issue.path, 'not_a_language_tag')]
    case 'invalid_union':
      // The last of the alternatives is the one that people mean when they write something at all.
      return (issue.errors.at(-1) ?? []).flatMap((inner) =>
        problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, locale),
      )
    case 'too_big':
      return [at(issue.path, tooBig[issue.origin] ?? 'too_big', issue.maximum)]
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return [at(issue.path, 'required')]
      return [at(issue.path, tooSmall[issue.origin] ?? 'too_small', issue.minimum)]
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return [at(issue.path, 'required')]
      return [at(issue.path, wrongType[issue.expected] ?? 'invalid')]
    case 'invalid_value':
      return [at(issue.path, issue.input === undefined || issue.input === '' ? 'required' : 'not_one_of')]
    case 'invalid_format':
      return [at(issue.path, wrongFormat[issue.format] ?? 'invalid')]
    case 'custom':
      return [
        at(
          issue.path,
          isCode(issue.params?.['code']) ? issue.params['code'] : 'invalid',
          Number(issue.params?.['n']) || undefined,
        ),
      ]
    default:
      return [at(issue.path, 'invalid')]
  }
}

const tooBig: Readonly<Record<string, FieldProblemCode>> = { string: 'too_long', array: 'too_many_items' }
const tooSmall: Readonly<Record<string, FieldProblemCode>> = { string: 'too_short', array: 'too_few_items' }
const wrongType: Readonly<Record<string, FieldProblemCode>> = { string: 'not_text', number: 'not_a_number', int: 'not_a_number' }
const wrongFormat: Readonly<Record<string, FieldProblemCode>> = { url: 'not_a_url', date: 'not_a_date' }

function isCode(code: unknown): code is FieldProblemCode {
  return typeof code === 'string' && Object.hasOwn(fieldProblems, code)
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => '/' + String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}
