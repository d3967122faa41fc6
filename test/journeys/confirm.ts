import { setTimeout as wait } from 'node:timers/promises'
import { anAuthenticatorCode, type Someone } from '@kunak/testing'
import type { Visitor } from './open-browser.ts'

const stepMs = 30_000
/** The time step whose code each has typed last, in any browser: no code of hers is taken twice. */
const lastSteps = new Map<string, number>()

/** Confirms what a page asks her to confirm: with her passkey, or, where there are no scripts, with what her authenticator app shows. */
export async function confirm({ as, page, say, hasScripts }: Visitor): Promise<void> {
  if (!as) throw new Error('Nobody is signed in who could confirm.')
  await page.getByRole('heading', { level: 1, name: say('step_up_title') }).waitFor()
  if (hasScripts) return page.getByRole('button', { name: say('step_up_passkey') }).click()
  await page.getByRole('textbox', { name: say('step_up_code') }).fill(await nextCode(as))
  await page.getByRole('button', { name: say('step_up_confirm') }).click()
}

/** A code that she has not typed yet and that is taken now: of the step before, this one, or the next; else it waits for time to pass. */
async function nextCode({ personId }: Someone): Promise<string> {
  const present = () => Math.floor(Date.now() / stepMs)
  const step = Math.max((lastSteps.get(personId) ?? 0) + 1, present() - 1)
  lastSteps.set(personId, step)
  while (step > present() + 1) await wait(stepMs - (Date.now() % stepMs))
  return anAuthenticatorCode(new Date(step * stepMs))
}
