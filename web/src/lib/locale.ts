import { type UiLocale, uiLocales } from '@kunak/vocabulary'

/** The language of a page: what its address says, else what the browser prefers (RFC 9110 §12.5.4), else Russian. */
export function chooseLocale(pathname: string, acceptLanguage: string | null): UiLocale {
  const first = pathname.split('/')[1]
  return uiLocales.find((locale) => locale === first) ?? preferredLocale(acceptLanguage)
}

function preferredLocale(acceptLanguage: string | null): UiLocale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = Number(
        /^q=([\d.]+)$/.exec(parameters.map((parameter) => parameter.trim()).find((p) => p.startsWith('q=')) ?? '')?.[1] ?? 1,
      )
      return { locale: uiLocales.find((locale) => locale === tag.split('-')[0]), weight }
    })
    .filter(({ locale, weight }) => locale !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return wanted[0]?.locale ?? 'ru'
}

/** The same page, with its query, in another language. */
export function inLocale(url: Pick<URL, 'pathname' | 'search'>, locale: UiLocale): string {
  const rest = url.pathname.replace(/^\/(ru|en)(?=\/|$)/, '')
  return `/${locale}${rest}${url.search}`
}
