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

/** Steps with the Tab key that are looked at; what comes later is made of the same parts. */
const tabs = 25

describe.each(pagesInEachLanguage)('$name in $locale', ({ path, as, locale }) => {
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

function describeFocus(): { what: string; isSeen: boolean } | null {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return null
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
  const box = focused.getBoundingClientRect()
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  const isInWindow = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0
  return { what: focused.outerHTML.slice(0, 120), isSeen: isMarked && isInWindow }
}
