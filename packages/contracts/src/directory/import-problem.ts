import type { UiLocale } from '@kunak/vocabulary'
import * as z from 'zod'
import type { FieldProblem } from '../problem.ts'

/** Why a file as a whole could not be read. `{row}` counts as a spreadsheet does, `{column}` is its number from 1. */
export const fileProblems = {
  empty_file: { en: 'The file is empty.', ru: 'Файл пуст.' },
  too_many_bytes: { en: 'The file is larger than {n} MB. Split it.', ru: 'Файл больше {n} МБ. Разделите его на части.' },
  is_spreadsheet: {
    en: 'This is a spreadsheet or another binary file, not text. Save it as “CSV UTF-8” and try again.',
    ru: 'Это таблица Excel или другой двоичный файл, а не текст. Сохраните её как «CSV UTF-8» и попробуйте снова.',
  },
  not_utf8: {
    en: 'Line {line} is not UTF-8 text. Save the file as “CSV UTF-8”, or say that it is in windows-1251.',
    ru: 'Строка {line} — не текст в UTF-8. Сохраните файл как «CSV UTF-8» или укажите, что он в windows-1251.',
  },
  not_in_encoding: {
    en: 'Line {line} is not text in the encoding {encoding} that was named.',
    ru: 'Строка {line} — не текст в указанной кодировке {encoding}.',
  },
  unclosed_quote: {
    en: 'Row {row}, column {column}: a quotation mark is opened and never closed.',
    ru: 'Строка таблицы {row}, столбец {column}: кавычка открыта и не закрыта.',
  },
  stray_quote: {
    en: 'Row {row}, column {column}: a quotation mark stands where it cannot. Double it ("") and enclose the whole cell in quotation marks.',
    ru: 'Строка таблицы {row}, столбец {column}: кавычка стоит не на месте. Удвойте её ("") и возьмите всю ячейку в кавычки.',
  },
  cell_too_long: {
    en: 'Row {row}, column {column}: the cell is longer than {n} characters. Perhaps a quotation mark is missing before it.',
    ru: 'Строка таблицы {row}, столбец {column}: в ячейке больше {n} знаков. Возможно, перед ней не хватает кавычки.',
  },
  no_header: {
    en: 'The names of the columns are missing: row {row} looks like data. Put a row with their names above it.',
    ru: 'Нет названий столбцов: строка {row} похожа на данные. Добавьте над ней строку с названиями.',
  },
  unnamed_column: {
    en: 'Row {row}: column {column} has no name, but there is something in it.',
    ru: 'Строка {row}: у столбца {column} нет названия, но в нём есть данные.',
  },
  long_header: {
    en: 'Row {row}: the name of column {column} is longer than {n} characters.',
    ru: 'Строка {row}: название столбца {column} длиннее {n} знаков.',
  },
  same_header: {
    en: 'Row {row}: columns {first} and {column} are both called “{name}”. Give them different names.',
    ru: 'Строка {row}: столбцы {first} и {column} называются одинаково — «{name}». Назовите их по-разному.',
  },
  too_many_columns: {
    en: 'Row {row} has more than {n} columns.',
    ru: 'В строке {row} больше {n} столбцов.',
  },
  no_rows: { en: 'There are no rows under the names of the columns.', ru: 'Под названиями столбцов нет ни одной строки.' },
  too_many_rows: { en: 'There are more than {n} rows. Split the file.', ru: 'В файле больше {n} строк. Разделите его на части.' },
  not_json: { en: 'This is not JSON: {where}.', ru: 'Это не JSON: {where}.' },
  not_hsds: {
    en: 'This JSON is not HSDS 3: an organisation, a list of them, or a page with “contents” is expected.',
    ru: 'Этот JSON не похож на HSDS 3: нужна организация, список организаций или страница с «contents».',
  },
  no_name_column: {
    en: 'No column holds the name. Choose “name” for at least one.',
    ru: 'Ни один столбец не содержит названия. Выберите «название» хотя бы для одного.',
  },
  no_such_column: {
    en: 'The file has no column called “{name}”.',
    ru: 'В файле нет столбца «{name}».',
  },
} as const
export type FileProblemCode = keyof typeof fileProblems

/** Why a row was reported, or what in a row that was taken in could not be used. */
export const rowProblems = {
  no_name: { en: 'There is no usable name.', ru: 'Нет пригодного названия.' },
  wrong_number_of_cells: {
    en: 'The row has {cells} cells, the header {columns}. Its values may have slipped.',
    ru: 'В строке {cells} ячеек, а столбцов {columns}. Значения могли сдвинуться.',
  },
  not_an_organisation: { en: 'This entry is not an organisation.', ru: 'Эта запись — не организация.' },
  on_do_not_list: {
    en: 'This organisation is not to be listed.',
    ru: 'Эту организацию нельзя включать в каталог.',
  },
  same_key_other_name: {
    en: 'Row {other} has the same key and quite another name.',
    ru: 'У строки {other} тот же ключ и совсем другое название.',
  },
  perhaps_same_row: {
    en: 'Perhaps the same as row {other}, but not surely. Decide yourself.',
    ru: 'Возможно, то же, что строка {other}, но наверняка не сказать. Решите сами.',
  },
  perhaps_same_organisation: {
    en: 'Perhaps the same as “{name}” in the directory, but not surely. Decide yourself.',
    ru: 'Возможно, то же, что «{name}» в каталоге, но наверняка не сказать. Решите сами.',
  },
  same_as_several: {
    en: 'It resembles several organisations equally. Decide yourself.',
    ru: 'Одинаково похоже на несколько организаций. Решите сами.',
  },
  changed_meanwhile: {
    en: 'Somebody was changing it at the same moment. Run the import again.',
    ru: 'Кто-то менял её в ту же минуту. Запустите импорт ещё раз.',
  },
  same_as_row: { en: 'The same organisation as in row {other}.', ru: 'Та же организация, что в строке {other}.' },
  same_as_organisation: { en: 'Already in the directory as “{name}”.', ru: 'Уже есть в каталоге: «{name}».' },
  kept_existing: {
    en: 'Another value is already there and stays.',
    ru: 'Уже есть другое значение, оно остаётся.',
  },
  would_be_public: {
    en: 'Left out: what stands here is seen by more people than an import may decide, so only the organisation may add it.',
    ru: 'Не добавлено: это видит больше людей, чем может решать импорт, поэтому добавить может только сама организация.',
  },
  second_name: {
    en: 'A second name in the same language was left out.',
    ru: 'Второе название на том же языке не взято.',
  },
  unknown_country: {
    en: 'No country is called “{value}”.',
    ru: 'Нет страны с названием «{value}».',
  },
  countries_disagree: {
    en: 'The row names two countries. Neither was taken.',
    ru: 'В строке названы две страны. Ни одна не взята.',
  },
  no_country: { en: 'No country is given.', ru: 'Страна не указана.' },
  unknown_term: { en: '“{value}” is not in the list of terms.', ru: '«{value}» нет в списке терминов.' },
  not_a_year: { en: 'No year can be read here.', ru: 'Здесь не удаётся прочитать год.' },
  not_a_web_address: { en: 'This is not a web address.', ru: 'Это не адрес сайта.' },
  not_an_email: { en: 'This is not an e-mail address.', ru: 'Это не адрес электронной почты.' },
  not_a_phone: { en: 'This is not a phone number.', ru: 'Это не номер телефона.' },
  not_an_identifier: {
    en: 'This number does not have the form of that register.',
    ru: 'Номер не похож на номер этого реестра.',
  },
  wrong_check_digit: {
    en: 'The check digit does not match. Look for a mistyped figure.',
    ru: 'Контрольная цифра не сходится. Проверьте, нет ли опечатки.',
  },
  too_long: { en: 'Too long: {n} characters at most.', ru: 'Слишком длинно: не больше {n} знаков.' },
  too_many: { en: 'Too many: {n} at most.', ru: 'Слишком много: не больше {n}.' },
  not_readable: { en: 'This could not be read.', ru: 'Это не удалось прочитать.' },
} as const
export type RowProblemCode = keyof typeof rowProblems

const values = z.record(z.string(), z.union([z.string(), z.number()]))

/** What is wrong with a file, before it is put into words. */
export const FileProblem = z.strictObject({ code: z.enum(codes(fileProblems)), values: values.default({}) })
export type FileProblem = z.infer<typeof FileProblem>

/** What is wrong with a row, before it is put into words. `field` is the column's name, or empty for the row as a whole. */
export const RowProblem = z.strictObject({ field: z.string(), code: z.enum(codes(rowProblems)), values: values.default({}) })
export type RowProblem = z.infer<typeof RowProblem>

/** The sentence for a file that could not be read, in the reader's language. */
export function sayFileProblem({ code, values }: FileProblem, locale: UiLocale): FieldProblem {
  return { field: '/file', code, message: fill(fileProblems[code][locale], values) }
}

/** The sentence for a problem of a row, in the reader's language. */
export function sayRowProblem({ field, code, values }: RowProblem, locale: UiLocale): FieldProblem {
  return { field, code, message: fill(rowProblems[code][locale], values) }
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

function codes<Code extends string>(table: Readonly<Record<Code, unknown>>): [Code, ...Code[]] {
  return Object.keys(table) as [Code, ...Code[]]
}
