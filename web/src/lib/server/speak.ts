import { AsyncLocalStorage } from 'node:async_hooks'
import type { UiLocale } from '@kunak/vocabulary'
import { overwriteGetLocale } from '#lib/paraglide/runtime.js'

const spoken = new AsyncLocalStorage<UiLocale>()
overwriteGetLocale(() => spoken.getStore() ?? 'ru')

/** Does something in which every message of the catalogue comes in this language. */
export function speak<Result>(locale: UiLocale, act: () => Result): Result {
  return spoken.run(locale, act)
}
