import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { pagesInEachLanguage, writeHers } from './every-page.ts'
import { openBrowser } from './open-browser.ts'
import { startSite } from './start-site.ts'

const site = await startSite()
await writeHers(site)
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const phone = { width: 360, height: 640 }
const desk = { width: 1280, height: 800 }

describe.each(pagesInEachLanguage)('$name in $locale', ({ path, status, as, locale }) => {
  it('fits a phone and a desk, by day and by night, for every eye and ear', async () => {
    await using visitor = await browser.visit({ hasScripts: true, locale, as })
    const { page } = visitor
    const answer = await page.goto(`/${locale}${path}`)
    expect(answer?.status()).toBe(status)
    // By the debugger, past the page's policy; once, since what changes is only the window.
    await page.evaluate(axe)
    await page.setViewportSize(phone)
    expect(await wider(page)).toEqual([])
    expect(await faults(page)).toEqual([])
    await page.setViewportSize(desk)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await wider(page)).toEqual([])
    expect(await faults(page)).toEqual([])
  })
})

/** What is wider than the window and does not scroll in a box of its own: on a phone it would push the page aside. */
function wider(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    return [`${scrollWidth} px`, ...beyond.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))]
  })
}

/** What axe finds against WCAG 2.2 A and AA: names, labels, roles, languages, contrast. */
async function faults(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = window as Window & { axe?: typeof import('axe-core') }
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    return (await axe?.run(document, { runOnly, resultTypes: ['violations'] }))?.violations
  })
  if (!found) throw new Error('axe did not run.')
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}
