import type { SignInStep } from '@kunak/contracts/identity'
import type { UiLocale } from '@kunak/vocabulary'

const places: Readonly<Record<SignInStep['next'], string>> = {
  second_factor: 'sign-in/second-factor',
  enrol: 'sign-in/enrol',
  nothing_here: 'sign-in/code?nothing',
  done: 'account',
}

/** The page on which a sign-in goes on. No address that came with the request has a part in it. */
export function afterProof(locale: UiLocale, { next }: SignInStep): string {
  return `/${locale}/${places[next]}`
}
