import type { Identity } from '@kunak/contracts/identity'
import type { UiLocale } from '@kunak/vocabulary'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import { type DemoPerson, demoPeople } from './demo-network.ts'
import { developmentIdentity, developmentIdentityCookie, encodeDevelopmentIdentity } from './development-identity.ts'

const texts = {
  ru: {
    title: 'Кем смотреть сайт',
    intro: 'Эти люди вымышлены. Страница есть только в программе, запущенной на этом компьютере; на настоящем сайте её нет.',
    now: 'Сейчас вы',
    nobody: 'никто: сайт виден так, как его видит публика',
    choose: 'Смотреть так',
    asNobody: 'Смотреть как публика',
    site: 'Перейти на сайт',
    other: 'English',
  },
  en: {
    title: 'As whom to look at the site',
    intro: 'These people are invented. This page exists only in a program started on this computer; the real site has none.',
    now: 'You are now',
    nobody: 'nobody: the site as the public sees it',
    choose: 'Look as this person',
    asNobody: 'Look as the public',
    site: 'Go to the site',
    other: 'Русский',
  },
} as const satisfies Record<UiLocale, Record<string, string>>

const style = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;background:#fbf9f5;color:#1c2430}
li{border-top:1px solid #d9d4ca;padding:1rem 0}ul{list-style:none;padding:0}p{margin:.25rem 0}
button{font:inherit;color:#fff;background:#0f5c63;border:0;border-radius:4px;padding:.4rem .8rem;margin-top:.5rem}a{color:#0f5c63}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#e8e4dc}a{color:#7cc4ca}}`

/** A page where a developer chooses as which invented person she looks at the site. It works without scripts. */
export const developmentPage = new Hono()
  .use(
    '/development/*',
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'self'"], formAction: ["'self'"] } }),
  )
  .get('/development/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css' }))
  .get('/development', async (c) => {
    c.header('cache-control', 'no-store')
    return c.html(page(localeOf(c.req.query('lang'), c.req.header('accept-language')), await developmentIdentity(c.req.raw)))
  })
  .post('/development', async (c) => {
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return c.text('403', 403)
    const { person = '', lang } = await c.req.parseBody<{ person?: string; lang?: string }>()
    const chosen = demoPeople.find(({ identity }) => identity.personId === person)
    if (person !== '' && !chosen) return c.text('404', 404)
    const value = chosen ? encodeDevelopmentIdentity(chosen.identity) : ''
    const life = chosen ? '' : '; Max-Age=0'
    c.header('set-cookie', `${developmentIdentityCookie}=${value}; Path=/; HttpOnly; SameSite=Lax${life}`)
    return c.redirect(`/development?lang=${localeOf(lang, undefined)}`, 303)
  })

function localeOf(said: string | undefined, accepted: string | undefined): UiLocale {
  if (said === 'ru' || said === 'en') return said
  return accepted?.trim().toLowerCase().startsWith('en') ? 'en' : 'ru'
}

function page(locale: UiLocale, identity: Identity | null) {
  const text = texts[locale]
  const other = locale === 'ru' ? 'en' : 'ru'
  const who = demoPeople.find((person) => person.identity.personId === identity?.personId)
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${text.title}</title>
        <link rel="stylesheet" href="/development/style.css" />
      </head>
      <body>
        <p><a href="/development?lang=${other}" lang="${other}">${text.other}</a></p>
        <h1>${text.title}</h1>
        <p>${text.intro}</p>
        <p role="status">
          ${text.now}: <strong>${who?.name[locale] ?? text.nobody}</strong>. <a href="/${locale}">${text.site}</a>
        </p>
        <ul>
          ${demoPeople.map((person) => html`<li>${choice(locale, person)}</li>`)}
          <li>${form(locale, '', text.asNobody)}</li>
        </ul>
      </body>
    </html>`
}

function choice(locale: UiLocale, { identity, name, may }: DemoPerson) {
  return html`<h2>${name[locale]}</h2>
    <p id="may-${identity.personId}">${may[locale]}</p>
    ${form(locale, identity.personId, texts[locale].choose)}`
}

function form(locale: UiLocale, person: string, label: string) {
  return html`<form method="post" action="/development">
    <input type="hidden" name="lang" value="${locale}" />
    <button name="person" value="${person}" aria-describedby="may-${person}">${label}</button>
  </form>`
}
