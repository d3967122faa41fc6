import type { UiLocale } from '@kunak/vocabulary'

/**
 * A letter, of one of the only two kinds: what she asked for to sign in, and that there is something new, in the same words whatever
 * has happened.
 */
export type Letter =
  | {
      readonly kind: 'sign_in'
      readonly to: string
      readonly locale: UiLocale
      /** The page that lets her in, with a proof that lasts minutes. */
      readonly link: string
      /** What she types instead on another device. */
      readonly code: string
    }
  | {
      readonly kind: 'news'
      readonly to: string
      readonly locale: UiLocale
      /** What ends these letters without signing in; always of the same length. */
      readonly stopToken: string
    }

/**
 * What became of a letter: `refused` for good, because of its address; `later`, because the carrier did not take it, so that it is tried
 * again; `unanswered`, so that it may have gone out, and is tried again; `slow_down`, because too many were sent.
 */
export type Posted = 'sent' | 'refused' | 'later' | 'unanswered' | 'slow_down'

/** What became of a note to a browser: `gone` is one that takes none any more, `later` a service that did not take it now. */
export type Pushed = 'sent' | 'gone' | 'later' | 'refused'

/** Hands a letter to whoever carries mail. Never throws: a fault on the way is `unanswered`. */
export type PostLetter = (letter: Letter) => Promise<Posted>
