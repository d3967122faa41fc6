import { anAuthenticatorCode } from '@kunak/testing'
import type { Visitor } from './open-browser.ts'
import { readLetter } from './read-letter.ts'
import type { Site } from './start-site.ts'

type Reader = Pick<Visitor, 'page' | 'locale' | 'say'>

/** Asks for a letter on the page, as a reader who has found the way to it. */
export async function askForLetter({ page, locale, say }: Reader, mail: string): Promise<void> {
  await page.goto(`/${locale}`)
  await page.getByRole('link', { name: say('nav_sign_in'), exact: true }).click()
  await page.getByLabel(say('sign_in_mail')).fill(mail)
  await page.getByRole('button', { name: say('sign_in_ask'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('sign_in_code_title') }).waitFor()
}

/** Asks for a letter, opens the link in it and goes on, to where the account still has no second factor. */
export async function signInByLetter(site: Site, visitor: Reader, mail: string): Promise<void> {
  const { page, say } = visitor
  await askForLetter(visitor, mail)
  await page.goto((await readLetter(site, mail)).path)
  await page.getByRole('button', { name: say('sign_in_go_on'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('enrol_title') }).waitFor()
}

/** Adds an authenticator app as the page tells her to, and writes the recovery code down. */
export async function addApp({ page, say }: Reader): Promise<{ readonly secret: string; readonly recoveryCode: string }> {
  await page.getByRole('button', { name: say('authenticator_begin'), exact: true }).click()
  await page.getByRole('img', { name: say('authenticator_qr') }).waitFor()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel(say('authenticator_first')).fill(anAuthenticatorCode(new Date(), secret))
  await page.getByRole('button', { name: say('authenticator_confirm'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('recovery_shown_title') }).waitFor()
  const recoveryCode = await page.locator('code').innerText()
  await page.getByRole('link', { name: say('recovery_shown_done') }).click()
  await page.getByRole('heading', { level: 1, name: say('account_title') }).waitFor()
  return { secret, recoveryCode }
}
