import { setTimeout as wait } from 'node:timers/promises'
import type { Site } from './start-site.ts'

const patienceMs = 10_000
const signInPath = '/sign-in/letter?token='

interface Stored {
  readonly emails: readonly {
    readonly destination: { readonly to: readonly string[] }
    readonly body: { readonly text: string }
  }[]
}

/** What a letter to sign in with says to who reads it: the path of its link, and its code. */
export interface SignInLetter {
  readonly path: string
  readonly code: string
}

/** Waits until an address has got so many letters of news; answers what each says. */
export async function readNews(site: Pick<Site, 'mailbox'>, to: string, atLeast = 1): Promise<string[]> {
  const until = Date.now() + patienceMs
  do {
    const news = (await lettersTo(site, to)).filter((text) => !text.includes(signInPath))
    if (news.length >= atLeast) return news
    await wait(50)
  } while (Date.now() < until)
  throw new Error(`No news came to ${to}.`)
}

/** What every letter says that an address has got by now. */
export async function lettersTo({ mailbox }: Pick<Site, 'mailbox'>, to: string): Promise<string[]> {
  const { emails }: Stored = await (await fetch(`${mailbox}/store`)).json()
  return emails.filter(({ destination }) => destination.to.includes(to)).map(({ body }) => body.text)
}

/** Waits for a letter to sign in with that an address has got: the one after as many as are told. */
export async function readLetter(site: Site, to: string, before = 0): Promise<SignInLetter> {
  const until = Date.now() + patienceMs
  do {
    const letters = (await lettersTo(site, to)).filter((text) => text.includes(signInPath))
    const [, path] = /https?:\/\/[^/\s]+(\/\w+\/sign-in\/letter\?token=[\w-]+)/.exec(letters[before] ?? '') ?? []
    const [, ...digits] = /\b(\d{4})\s(\d{4})\b/.exec(letters[before] ?? '') ?? []
    if (path && digits.length > 0) return { path, code: digits.join('') }
    await wait(50)
  } while (Date.now() < until)
  throw new Error(`No letter came to ${to}.`)
}
