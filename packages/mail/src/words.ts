import type { UiLocale } from '@kunak/vocabulary'

/** A part of a letter: a paragraph, or an address of a page that stands alone. */
export type Part = { readonly text: string } | { readonly address: string; readonly label: string }

/** The name by which this goes on devices and in mailboxes that others may see. */
export const neutralNames: Readonly<Record<UiLocale, string>> = { ru: 'Заметки', en: 'Notes' }

interface Words {
  readonly subject: (name: string) => string
  readonly parts: (filled: Filled) => readonly Part[]
}

interface Filled {
  /** The page that the letter is about. */
  readonly address: string
  readonly code: string
  readonly stop: string
}

/**
 * What letters say. A phone that is locked shows the subject and the first words, so neither says anything. News say nothing at all
 * besides that there are some.
 */
export const words: Readonly<Record<'sign_in' | 'news', Readonly<Record<UiLocale, Words>>>> = {
  sign_in: {
    ru: {
      subject: (name) => `${name}: вход`,
      parts: ({ address, code }) => [
        { text: 'Вы просили письмо, чтобы войти. Если не просили, ничего не делайте: без вас никто не войдёт.' },
        { text: 'Откройте эту страницу в том же браузере:' },
        { address, label: 'Войти' },
        { text: `Или наберите код на странице входа: ${grouped(code)}` },
        { text: 'Ссылка и код действуют десять минут и один раз. Никому их не сообщайте и не пересылайте это письмо.' },
      ],
    },
    en: {
      subject: (name) => `${name}: sign in`,
      parts: ({ address, code }) => [
        { text: 'You asked for a letter to sign in. If you did not, do nothing: nobody gets in without you.' },
        { text: 'Open this page in the same browser:' },
        { address, label: 'Sign in' },
        { text: `Or type this code on the sign-in page: ${grouped(code)}` },
        { text: 'The link and the code work for ten minutes, and once. Tell them to nobody, and do not forward this letter.' },
      ],
    },
  },
  news: {
    ru: {
      subject: (name) => `${name}: есть новое`,
      parts: ({ address, stop }) => [
        { text: 'Есть новое. Чтобы прочитать, войдите:' },
        { address, label: 'Войти' },
        { text: 'Это письмо всегда одно и то же. Что произошло, сказано только на сайте.' },
        { text: 'Не получать больше таких писем:' },
        { address: stop, label: 'Не получать' },
      ],
    },
    en: {
      subject: (name) => `${name}: something new`,
      parts: ({ address, stop }) => [
        { text: 'There is something new. To read it, sign in:' },
        { address, label: 'Sign in' },
        { text: 'This letter is always the same. What has happened is told on the site alone.' },
        { text: 'To get no more such letters:' },
        { address: stop, label: 'No more letters' },
      ],
    },
  },
}

/** Eight digits as people read them. */
const grouped = (code: string) => code.replace(/^(\d{4})(\d{4})$/, '$1 $2')
