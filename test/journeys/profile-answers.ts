import type { Locator, Page } from 'playwright-core'
import { type ProfilePart, profileParts } from '../../web/src/lib/directory/profile-form/profile-parts.ts'
import type { Say } from './texts.ts'

/** What is written into one field of the profile form, found as a person does: on the page of its part, by its label and its row. */
export interface Answer {
  readonly part: ProfilePart
  readonly row?: string
  readonly label: string
  /** Whether the same label comes again below it, for spare rows. */
  readonly isFirstOfSome?: true
  /** The text, or the words of the choice. */
  readonly value: string
}

/** Writes answers into their fields, all of one part, whose page is open. */
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

/** The part's own save button, which leads back to all parts: where two versions meet, it stands above and below the fields. */
export const saveButton = (page: Page, say: Say) => page.getByRole('button', { name: say('edit_save_back'), exact: true }).first()

/** Saves, and waits to be told so among all parts. */
export async function save(page: Page, say: Say): Promise<void> {
  await saveButton(page, say).click()
  await page.getByRole('heading', { level: 1, name: say('edit_title') }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: say('saved_thanks') })
    .waitFor()
}

/** Answers by the part that asks for them, in the order of the pages; parts that none belongs to are left out. */
export function byPart<Of extends Answer>(answers: readonly Of[]): (readonly [part: ProfilePart, answers: readonly Of[]])[] {
  return profileParts.flatMap((part) => {
    const own = answers.filter((answer) => answer.part === part)
    return own.length > 0 ? [[part, own] as const] : []
  })
}

function fieldOf(page: Page, { row, label, isFirstOfSome }: Answer): Locator {
  const within = page.getByRole('main')
  const among = row === undefined ? within : within.getByRole('group', { name: row, exact: true })
  const alike = among.getByLabel(label, { exact: true })
  return isFirstOfSome ? alike.first() : alike
}

const isChoice = (field: Locator) => field.evaluate((element) => element.tagName === 'SELECT')
