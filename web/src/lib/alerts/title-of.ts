import { bestText } from '@kunak/contracts'
import type { AlertView } from '@kunak/contracts/alerts'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { pressureLabel } from './labels.ts'

/** What makes a title of an alert. */
export type Titled = Pick<AlertView, 'id' | 'headline' | 'pressures'>

/** What an alert is called, with its language where that is not the reader's: its headline, or what has happened where it has none. */
export function titleOf({ headline, pressures }: Omit<Titled, 'id'>): {
  readonly text: string
  readonly lang: string | undefined
} {
  const said = bestText(headline, getLocale())
  if (said) return { text: said.text, lang: said.language === getLocale() ? undefined : said.language }
  return { text: pressures.map(pressureLabel).join('; ') || m.alert_without_title(), lang: undefined }
}
