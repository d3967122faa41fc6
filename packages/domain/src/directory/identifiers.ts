import type { FieldProblemCode } from '@kunak/contracts'
import type { Identifier } from '@kunak/contracts/directory'

/**
 * The registers by their org-id.guide codes. Only the Russian numbers carry check digits: those of the Charity Commission for England
 * and Wales and of Georgia's public registry have none, so that their form is all that can be checked.
 */
const registers: Record<Exclude<Identifier['scheme'], 'other'>, { form: RegExp; isRight?: (digits: string) => boolean }> = {
  // 1 and 5 begin the numbers of legal entities, 3 those of sole proprietors (Order 165n of the Ministry of Finance, 2017).
  'RU-OGRN': { form: /^(?:[15]\d{12}|3\d{14})$/, isRight: isOgrn },
  'RU-INN': { form: /^(?!0+$)(?:\d{10}|\d{12})$/, isRight: isInn },
  'GB-CHC': { form: /^[1-9]\d{5,6}(?:-\d{1,3})?$/ },
  'GE-NAPR': { form: /^\d{9}$/ },
}

/** What is wrong with an identifier, or null. A register that we do not know is taken at its word. */
export function checkIdentifier(identifier: Identifier): FieldProblemCode | null {
  if (identifier.scheme === 'other') return null
  const register = registers[identifier.scheme]
  const value = normaliseIdentifier(identifier).value
  if (!register.form.test(value)) return 'not_an_identifier'
  return register.isRight && !register.isRight(value) ? 'wrong_check_digit' : null
}

/** The identifier as its register writes it: digits of any script as ASCII ones, without the blanks people put between them. */
export function normaliseIdentifier({ scheme, value }: Identifier): Identifier {
  const plain = value
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim()
  if (scheme === 'other') return { scheme, value: plain.replace(/\s+/g, ' ').toUpperCase() }
  const digits = plain.replace(/^(?:огрн(?:ип)?|инн|ogrn(?:ip)?|inn|№|no\.?|n°)[\s:№]*/iu, '').replace(/[\s.]/g, '')
  return { scheme, value: scheme === 'GB-CHC' ? digits : digits.replace(/[-–]/g, '') }
}

/** One text for an identifier, equal for two that mean the same entry of the same register. */
export function identifierKey(identifier: Identifier): string {
  return `${identifier.scheme} ${normaliseIdentifier(identifier).value}`
}

function isOgrn(digits: string): boolean {
  const body = digits.slice(0, -1)
  const remainder = BigInt(body) % BigInt(body.length === 12 ? 11 : 13)
  return Number(remainder % 10n) === Number(digits.at(-1))
}

// The weights of the Federal Tax Service (Order ED-7-14/559, 2020): one check digit for an organisation, two for a person.
const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

function isInn(digits: string): boolean {
  return digits.length === 10 ? innDigitStands(digits, 9) : innDigitStands(digits.slice(0, 11), 10) && innDigitStands(digits, 11)
}

function innDigitStands(digits: string, place: number): boolean {
  const weights = innWeights.slice(innWeights.length - place)
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (sum % 11) % 10 === Number(digits[place])
}

// Every block of decimal digits in Unicode begins with its zero, ten code points in a row.
function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0
  const point = zero
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1
  return String(point - zero)
}
