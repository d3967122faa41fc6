import { hashOf, signInProofs } from '@kunak/data/identity'
import { type TestBrowser } from './a-browser.ts'
import type { TestApi } from './an-api.ts'
import { anAuthenticatorCode } from './an-authenticator-code.ts'

type House = Pick<TestApi, 'dependencies'>

/** What the letter says that a browser has asked for: as its addressee reads it. */
export function letterFor({ dependencies }: House, browser: TestBrowser): { readonly token: string; readonly code: string } {
  return signInProofs(dependencies.secrets, hashOf(browser.cookie('__Host-a') ?? ''))
}

/** Asks for a letter and uses its code: what somebody can do who reads that mailbox. Answers the last answer. */
export async function proveMail(house: House, browser: TestBrowser, mail: string): Promise<Response> {
  const asked = await browser.ask('POST', '/sign-in', { mail, locale: 'ru' })
  if (asked.status !== 202) return asked
  return browser.ask('POST', '/sign-in/confirmation', { code: letterFor(house, browser).code })
}

/** In an enrolling session, adds an authenticator app. Answers its secret and the recovery code. */
export async function enrolAuthenticator(
  { dependencies }: House,
  browser: TestBrowser,
): Promise<{ readonly secret: string; readonly recoveryCode: string }> {
  const begun = await browser.ask('POST', '/authenticator')
  const { pending }: { pending: { secret: string } } = await begun.json()
  const code = anAuthenticatorCode(dependencies.now(), pending.secret)
  const added: { recoveryCode: string } = await (await browser.ask('POST', '/authenticator/confirmation', { code })).json()
  return { secret: pending.secret, recoveryCode: added.recoveryCode }
}
