import type { Page } from 'playwright-core'
import { demoOrganisations } from '../../packages/local/src/demo-network.ts'
import type { Say } from './texts.ts'

/** The names of the organisations that a page of the directory lists, in order. */
export async function listedNames(page: Page): Promise<string[]> {
  const rows = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 2 })
  return (await rows.getByRole('link').allInnerTexts()).map((name) => name.trim())
}

/** Types words into the search of the page at hand and asks. */
export async function searchFor(page: Page, say: Say, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: say('search_label') }).fill(words)
  await page.getByRole('button', { name: say('search_button') }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/organisations') && url.searchParams.get('q') === words)
}

/** The invented organisations that the public finds in its directory. */
export const publicOrganisations = demoOrganisations.filter(
  ({ standing = 'vetted', openness, assuredDaysAgo }) =>
    standing === 'vetted' && ['open', 'careful'].includes(openness) && assuredDaysAgo <= 180,
)

/** The names, in a language, of those that it must never find. */
export function hiddenNames(locale: 'ru' | 'en'): string[] {
  return demoOrganisations.filter((one) => !publicOrganisations.includes(one)).map(({ names }) => names[locale] ?? '')
}
