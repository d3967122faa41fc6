import { randomBytes } from 'node:crypto'
import type { Letter } from '@kunak/contracts/identity'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { neutralNames, type Part, words } from './words.ts'

/** What is the same in all letters of a deployment. */
export interface Letterhead {
  /** The site's origin, such as `https://kunak.example`. */
  readonly origin: string
  /** The address that letters come from. */
  readonly from: string
  /** The neutral name of this deployment; empty for the usual one of each language. */
  readonly neutralName: string
}

/**
 * A letter as it travels (RFC 5322, MIME): plain text, and one small HTML part from the same words. Nothing is loaded from anywhere, no
 * address of a page names anybody, and news differ by nothing but to whom and when they go, and by what ends them.
 */
export async function composeLetter(letter: Letter, { origin, from, neutralName }: Letterhead, now: Date): Promise<Buffer> {
  const { kind, locale, to } = letter
  const name = neutralName || neutralNames[locale]
  const { subject, parts } = words[kind][locale]
  const stop = letter.kind === 'news' ? stopAddresses(origin, locale, letter.stopToken) : null
  const said = parts({
    address: letter.kind === 'sign_in' ? letter.link : `${origin}/${locale}/sign-in`,
    code: letter.kind === 'sign_in' ? letter.code : '',
    stop: stop?.page ?? '',
  })
  const composer = new MailComposer({
    from: { name, address: from },
    to: { name: '', address: to },
    subject: subject(name),
    date: now,
    messageId: `<${randomBytes(16).toString('hex')}@${new URL(origin).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(stop && {
        'List-Unsubscribe': { prepared: true, value: `<${stop.oneClick}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    text: textOf(said),
    html: htmlOf(said, { locale, title: name }),
    textEncoding: 'quoted-printable',
    // Nothing is read from files or fetched, whatever an address looks like.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** Where news are ended: a page for people, and an address that programs of mail post to (RFC 8058). */
function stopAddresses(origin: string, locale: string, token: string) {
  return { page: `${origin}/${locale}/stop-letters?token=${token}`, oneClick: `${origin}/api/v1/stop-letters/${token}` }
}

function textOf(parts: readonly Part[]): string {
  return `${parts.map((part) => ('text' in part ? part.text : part.address)).join('\n\n')}\n`
}

function htmlOf(parts: readonly Part[], { locale, title }: { readonly locale: string; readonly title: string }): string {
  const body = parts.map((part) =>
    'text' in part ? `<p>${escaped(part.text)}</p>` : `<p><a href="${escaped(part.address)}">${escaped(part.label)}</a></p>`,
  )
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    ...body,
    '</body></html>',
    '',
  ].join('\n')
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
