import { labelOf, republics } from '@kunak/vocabulary'
import type { Visitor } from './open-browser.ts'

interface Said {
  readonly title: string
  readonly who: string
  readonly known: string
  readonly audience: 'circle' | 'organisation'
  readonly codes?: { readonly cancel: string; readonly duress: string }
}

/** Goes from her account to a new check-in of four days, from tomorrow on, and begins it. Answers the codes that she has learnt by heart. */
export async function planCheckIn({ page, say, locale }: Visitor, said: Said) {
  await page.goto(`/${locale}/account`)
  await page.getByRole('link', { name: say('check_ins_title') }).click()
  await page.getByRole('link', { name: say('check_in_new') }).click()
  await page.getByLabel(say('check_in_form_title')).fill(said.title)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel(say('check_in_form_from')).fill(day(1))
  await page.getByLabel(say('check_in_form_until')).fill(day(4))
  await page.getByLabel(say('check_in_form_time')).fill('18:00')
  await page.locator(`[name="plan/audience"][value=${said.audience}]`).check()
  await page.getByLabel(say('check_in_form_who')).fill(said.who)
  await page.getByLabel(say('check_in_form_known')).fill(said.known)
  await page.getByLabel(say('check_in_form_where')).selectOption(labelOf(republics, 'RU-DA', locale))
  if (said.codes) {
    await page.getByLabel(say('check_in_code_cancel')).fill(said.codes.cancel)
    await page.getByLabel(say('check_in_code_duress')).fill(said.codes.duress)
  }
  const codes = {
    cancel: await page.getByLabel(say('check_in_code_cancel')).inputValue(),
    duress: await page.getByLabel(say('check_in_code_duress')).inputValue(),
  }
  await page.getByRole('button', { name: say('check_in_begin') }).click()
  await page.getByText(say('check_in_done_planned')).waitFor()
  return codes
}
