import { bestText } from '@kunak/contracts'
import type { AlertView } from '@kunak/contracts/alerts'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { pressureLabel } from './labels.ts'

/** What an alert is called, with the language where it is somebody's words: its headline, or what has happened where it has none. */
export function titleOf({ headline, pressures }: Pick<AlertView, 'headline' | 'pressures'>): {
  readonly text: string
  readonly language: string
} {
  const said = bestText(headline, getLocale())
  if (said) return said
  return { text: pressures.map(pressureLabel).join('; ') || m.alert_without_title(), language: getLocale() }
}
