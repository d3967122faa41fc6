import type { Locator, Page } from 'playwright-core'
import type { Say } from './texts.ts'

/** What is written into one field of the profile form, found as a person does: by its label, its row, the part of the form. */
export interface Answer {
  readonly part?: string
  readonly row?: string
  readonly label: string
  /** The text, or the words of the choice. */
  readonly value: string
}

/** Writes answers into their fields. */
export async function write(page: Page, answers: readonly Answer[]): Promise<void> {
  for (const answer of answers) {
    const field = fieldOf(page, answer)
    if (await isChoice(field)) await field.selectOption({ label: answer.value })
    else await field.fill(answer.value)
  }
}

/** What stands in the same fields now. */
export async function read(page: Page, answers: readonly Answer[]): Promise<Answer[]> {
  const found: Answer[] = []
  for (const answer of answers) {
    const field = fieldOf(page, answer)
    const value = (await isChoice(field)) ? await field.locator('option:checked').innerText() : await field.inputValue()
    found.push({ ...answer, value: value.trim() })
  }
  return found
}

/** The form's own save button: the same stands above and below the fields. */
export const saveButton = (page: Page, say: Say) => page.getByRole('button', { name: say('save'), exact: true }).first()

/** A part of the form, under its heading. */
export const partOf = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true, level: 2 }) })

function fieldOf(page: Page, { part, row, label }: Answer): Locator {
  const within = part === undefined ? page.getByRole('main') : partOf(page, part)
  const among = row === undefined ? within : within.getByRole('group', { name: row, exact: true })
  const alike = among.getByLabel(label, { exact: true })
  // Languages of her own come one below the other, the spare ones last.
  return part === undefined ? alike : alike.first()
}

const isChoice = (field: Locator) => field.evaluate((element) => element.tagName === 'SELECT')
