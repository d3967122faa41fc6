import type { Letter } from '@kunak/contracts/identity'
import { composeLetter } from '@kunak/mail'
import { expect } from 'vitest'

const letterhead = { origin: 'https://kunak.example', from: 'post@kunak.example', neutralName: '' }

/** A letter as it travels, with what may differ in its place. */
export async function travelled(letter: Letter, now: Date): Promise<{ readonly raw: string; readonly stopToken: string }> {
  const raw = (await composeLetter(letter, letterhead, now)).toString('latin1')
  return { raw, stopToken: letter.kind === 'news' ? letter.stopToken : '' }
}

/** What two letters may differ by: to whom, when, the id, the boundary, and the token, wherever a line of the encoding breaks it. */
export function withoutWhatMayDiffer(raw: string, stopToken: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? 'none'
  expect(raw).not.toContain(stopToken.repeat(2))
  const brokenToken = new RegExp([...stopToken].join('(=\r\n)?'), 'g')
  return raw
    .replaceAll(boundary, 'BOUNDARY')
    .replace(/^To: .*$/m, 'To')
    .replace(/^Date: .*$/m, 'Date')
    .replace(/^Message-ID: .*$/m, 'Message-ID')
    .replaceAll(brokenToken, (found) => [...found.matchAll(/=\r\n/g)].map(({ index }) => `break at ${index} `).join('') + 'TOKEN')
}

/** The text of a letter, as its reader sees it. */
export function decoded(raw: string): string {
  const bytes = raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
