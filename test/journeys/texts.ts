import type { UiLocale } from '@kunak/vocabulary'
import enOfAlerts from '../../web/messages/alerts/en.json' with { type: 'json' }
import ruOfAlerts from '../../web/messages/alerts/ru.json' with { type: 'json' }
import enOfAll from '../../web/messages/en.json' with { type: 'json' }
import ruOfAll from '../../web/messages/ru.json' with { type: 'json' }

const ru = { ...ruOfAll, ...ruOfAlerts }
const en = { ...enOfAll, ...enOfAlerts }

/** Every message of the catalogue that is one sentence; those with plural forms are recognised by their number. */
type Key = { [Name in keyof typeof ru]: (typeof ru)[Name] extends string ? Name : never }[keyof typeof ru]

/** What the site says to a reader, in her language: a journey finds things by these words, as she does. */
export type Say = (key: Key, inputs?: Readonly<Record<string, string | number>>) => string

export function sayIn(locale: UiLocale): Say {
  const catalogue: Readonly<Record<Key, string>> = { ru, en }[locale]
  return (key, inputs = {}) => catalogue[key].replace(/\{(\w+)\}/g, (_, name: string) => String(inputs[name]))
}

/** The same words as a pattern for the beginning of a name that goes on, such as a label with its count. */
export function beginning(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}
