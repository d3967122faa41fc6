/**
 * Top-level domains under Russian law, in letters and as they travel (RFC 3492). Whoever keeps mail there can be told to show it
 * (Federal Law 149-FZ, article 10.1).
 */
const localZones = [
  ...['ru', 'su', 'moscow', 'tatar', 'рф', 'рус', 'москва', 'дети', 'сайт'],
  ...['xn--p1ai', 'xn--p1acf', 'xn--80adxhks', 'xn--d1acj3b', 'xn--80aswg'],
]

/** Domains elsewhere of providers that are under it all the same; every domain of Yandex, in whatever country, is one. */
const localProviders = ['my.com', 'vk.com', 'mail.ua', 'rambler.ua', 'yandex-team.com']
const yandex = /(^|\.)(yandex|ya)(\.com?)?\.[a-z]{2,3}$/

/**
 * Whether a mail address is kept by a provider that must show mail to the Russian authorities: `.ru` and the like, Yandex, Mail.ru,
 * Rambler and VK. Letters to such an address are off until its owner turns them on, and she is warned.
 */
export function isLocalMailProvider(mail: string): boolean {
  const domain = mail
    .normalize('NFKC')
    .slice(mail.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replaceAll('。', '.')
    .replace(/\.$/, '')
  const isUnder = (parent: string) => domain === parent || domain.endsWith(`.${parent}`)
  return localZones.some(isUnder) || localProviders.some(isUnder) || yandex.test(domain)
}
