import { type ComparableName, comparable, type Likeness, likeness } from './names-alike.ts'

/** What of an organisation tells whether it is another one's duplicate. */
export interface Resemblance {
  readonly names: readonly ComparableName[]
  readonly country: string | null
  /** The host of its own website, or null; a page on a network that many share is not its own. */
  readonly host: string | null
}

/** `same`: one organisation for sure. `doubt`: a person must decide. `other`: nothing suggests it. */
export type Verdict = 'same' | 'doubt' | 'other'

export function resemblance(of: {
  readonly names: Iterable<string>
  readonly country: string | null
  readonly website: string
}): Resemblance {
  return { names: [...of.names].map(comparable), country: of.country, host: ownHost(of.website) }
}

/**
 * Whether two organisations are one, by their names in every script that both have: one must be the same and no other may differ.
 * A script that contradicts, a country missing on one side, or a word or two that are all they share, leave a doubt, which the same
 * website of their own settles. Different countries are different organisations.
 */
export function judge(a: Resemblance, b: Resemblance): Verdict {
  if (a.country !== null && b.country !== null && a.country !== b.country) return 'other'
  const verdict = byNames(a, b)
  if (verdict === 'doubt' && a.host !== null && a.host === b.host) return 'same'
  return verdict === 'same' && a.country !== b.country ? 'doubt' : verdict
}

/** The same by names alone, whatever the countries say. */
export function byNames(a: Resemblance, b: Resemblance): Verdict {
  const found = new Map<string | null, { likeness: Likeness; words: number; isExact: boolean }>()
  for (const mine of a.names)
    for (const theirs of b.names) {
      if (mine.script !== theirs.script) continue
      const before = found.get(mine.script)
      const now = likeness(mine, theirs)
      if (before && rank[before.likeness] >= rank[now]) continue
      const isExact = mine.folded === theirs.folded
      found.set(mine.script, { likeness: now, words: Math.min(mine.words.length, theirs.words.length), isExact })
    }
  const likenesses = [...found.values()]
  const same = likenesses.filter((one) => one.likeness === 'same')
  if (same.length === 0) return likenesses.some((one) => one.likeness === 'near') ? doubtUnlessContradicted(likenesses) : 'other'
  if (likenesses.some((one) => one.likeness === 'unlike')) return 'doubt'
  // Beside an abbreviation or a translation, of which nothing can be told, the name that agrees must say more by itself.
  const leastWords = likenesses.some((one) => one.likeness === 'silent') ? 3 : 2
  const isDistinctive =
    same.length > 1 || same.some(({ words, isExact }) => words >= leastWords || (isExact && likenesses.length === 1))
  return isDistinctive ? 'same' : 'doubt'
}

const rank = { silent: 0, unlike: 1, near: 2, same: 3 } as const satisfies Record<Likeness, number>

function doubtUnlessContradicted(likenesses: readonly { likeness: Likeness }[]): Verdict {
  return likenesses.some((one) => one.likeness === 'unlike') ? 'other' : 'doubt'
}

// Hosts where many have a page.
const sharedHosts =
  /(?:^|\.)(?:facebook|fb|instagram|twitter|x|youtube|linkedin|vk|ok|telegram|t|wordpress|blogspot|livejournal|wixsite|tumblr|medium|google|scribd|wikipedia|github)\.(?:com|me|ru|org|io)$/

function ownHost(website: string): string | null {
  if (website === '' || !URL.canParse(website)) return null
  const host = new URL(website).hostname.replace(/^www\./, '')
  return sharedHosts.test(host) ? null : host
}
