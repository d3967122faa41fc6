import chromium from '@sparticuz/chromium'
import type { Someone } from '@kunak/testing'
import type { UiLocale } from '@kunak/vocabulary'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { holdDevice } from './hold-device.ts'
import type { Site } from './start-site.ts'
import { type Say, sayIn } from './texts.ts'

export interface Visit {
  readonly hasScripts: boolean
  readonly locale: UiLocale
  /**
   * Who she is, signed in; left out, she is nobody in particular. With scripts she confirms by a passkey of this device, without them by
   * her authenticator app.
   */
  readonly as?: Someone | undefined
  readonly width?: number
  readonly colourScheme?: 'light' | 'dark'
}

/** Somebody before a browser of her own. Disposing closes it, and fails if on any page something was not as it should be. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page
  readonly as: Someone | undefined
  readonly hasScripts: boolean
  readonly locale: UiLocale
  readonly say: Say
}

/** A headless browser that knows one site. Every other host it meets is a blank page, so that nothing leaves this machine. */
export interface OpenBrowser extends AsyncDisposable {
  readonly visit: (visit: Visit) => Promise<Visitor>
}

/** How long a page may take before a journey gives up, so that a failure is told soon. */
const patienceMs = 8_000

export async function openBrowser(site: Pick<Site, 'origin' | 'signIn'>): Promise<OpenBrowser> {
  // The package's own arguments turn off what these tests look at (`--disable-web-security`) and keep one process for all pages.
  const executablePath = await chromium.executablePath()
  const browser = await driver.launch({ args: ['--no-sandbox', '--disable-gpu'], executablePath, headless: true })
  return {
    visit: (visit) => open(browser, site, visit),
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

async function open(browser: Browser, { origin, signIn }: Pick<Site, 'origin' | 'signIn'>, visit: Visit): Promise<Visitor> {
  const { hasScripts, locale, as, width = 1280, colourScheme = 'light' } = visit
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: hasScripts,
    locale: { ru: 'ru-RU', en: 'en-GB' }[locale],
    viewport: { width, height: 800 },
    colorScheme: colourScheme,
  })
  context.setDefaultTimeout(patienceMs)
  const someone = as && (hasScripts ? as : { ...as, account: { passkeys: [], ...as.account } })
  if (someone) await context.addCookies([cookieOf(await signIn(someone), origin)])
  const complaints = await watch(context, origin)
  const page = await context.newPage()
  if (hasScripts) await holdDevice(page, as)
  return {
    page,
    as,
    hasScripts,
    locale,
    say: sayIn(locale),
    [Symbol.asyncDispose]: async () => {
      await context.close()
      if (complaints.length > 0) throw new Error(`The browser saw what must not be:\n${complaints.join('\n')}`)
    },
  }
}

/** A cookie that the browser sends over http too, because it trusts its own machine. */
function cookieOf(cookie: string, origin: string) {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, domain: new URL(origin).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' as const }
}

/** Notes what no page may do: break its own rules about content, throw, answer with a fault, or ask anything of another host. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const complaints: string[] = []
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      if (!route.request().isNavigationRequest()) complaints.push(`asked of another host: ${route.request().url()}`)
      return route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' })
    },
  )
  context.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(`a script failed: ${error.error().message}`))
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}
