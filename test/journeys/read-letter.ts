import { setTimeout as wait } from 'node:timers/promises'
import type { Site } from './start-site.ts'

const patienceMs = 10_000

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

/** Waits for a letter to sign in with that an address has got: the one after as many as are told. */
export async function readLetter({ mailbox }: Site, to: string, before = 0): Promise<SignInLetter> {
  const until = Date.now() + patienceMs
  do {
    const { emails }: Stored = await (await fetch(`${mailbox}/store`)).json()
    const texts = emails.filter(({ destination }) => destination.to.includes(to)).map(({ body }) => body.text)
    const letters = texts.filter((text) => text.includes('/sign-in/letter?token='))
    const [, path] = /https?:\/\/[^/\s]+(\/\w+\/sign-in\/letter\?token=[\w-]+)/.exec(letters[before] ?? '') ?? []
    const [, ...digits] = /\b(\d{4})\s(\d{4})\b/.exec(letters[before] ?? '') ?? []
    if (path && digits.length > 0) return { path, code: digits.join('') }
    await wait(50)
  } while (Date.now() < until)
  throw new Error(`No letter came to ${to}.`)
}
