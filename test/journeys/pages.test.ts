import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { pages, writeHers } from './every-page.ts'
import { openBrowser } from './open-browser.ts'
import { startSite } from './start-site.ts'

const site = await startSite()
await writeHers(site)
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const locales = ['ru', 'en'] as const
const everywhere = pages.flatMap((page) => locales.map((locale) => ({ ...page, locale })))
const phone = { width: 360, height: 640 }
const desk = { width: 1280, height: 800 }
/** Steps with the Tab key that are looked at; what comes later is made of the same parts. */
const tabs = 25

describe.each(everywhere)('$name in $locale', ({ path, status, as, locale }) => {
  it('fits a phone and a desk, by day and by night, for every eye and ear', async () => {
    await using visitor = await browser.visit({ hasScripts: true, locale, as })
    const { page } = visitor
    const answer = await page.goto(`/${locale}${path}`)
    expect(answer?.status()).toBe(status)
    await page.setViewportSize(phone)
    expect(await wider(page)).toEqual([])
    expect(await faults(page)).toEqual([])
    await page.setViewportSize(desk)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await wider(page)).toEqual([])
    expect(await faults(page)).toEqual([])
  })

  it('shows where the keyboard is', async () => {
    await using visitor = await browser.visit({ hasScripts: false, locale, as })
    const { page } = visitor
    await page.goto(`/${locale}${path}`)
    const unseen: string[] = []
    for (let step = 1; step <= tabs; step += 1) {
      await page.keyboard.press('Tab')
      const place = await page.evaluate(describeFocus)
      if (place === null) break
      if (!place.isSeen) unseen.push(place.what)
    }
    expect(unseen).toEqual([])
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

/** What axe finds against WCAG 2.2 A and AA: names, labels, roles, languages, contrast. It comes by the debugger, past the page's policy. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe } = window as Window & { axe?: typeof import('axe-core') }
    return await axe?.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  })
  if (!found) throw new Error('axe did not run.')
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

function describeFocus(): { what: string; isSeen: boolean } | null {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return null
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
  const box = focused.getBoundingClientRect()
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  const isInWindow = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0
  return { what: focused.outerHTML.slice(0, 120), isSeen: isMarked && isInWindow }
}
