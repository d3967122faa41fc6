// A cell that begins so is run as a formula by spreadsheets, in their full-width forms and behind blanks too
// (https://owasp.org/www-community/attacks/CSV_Injection).
const formulaBeginning = /^'*[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r\n]/u

/** A cell that no spreadsheet takes for a formula: an apostrophe before it (one more where one is there), as typed by hand. */
export function safeCell(text: string): string {
  return formulaBeginning.test(text) ? `'${text}` : text
}

/** What stood in a cell before `safeCell`, for reading our own exports back. */
export function unsafeCell(text: string): string {
  return text.startsWith("'") && formulaBeginning.test(text.slice(1)) ? text.slice(1) : text
}

/** Spreadsheets take UTF-8 for what it is only behind a byte order mark. */
export const csvBeginning = '\ufeff'

/** One line of CSV (RFC 4180): every cell safe and in quotation marks, so that no separator can cut it. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => `"${safeCell(String(cell)).replaceAll('"', '""')}"`).join(',')}\r\n`
}
