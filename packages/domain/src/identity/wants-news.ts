import type { Organisation } from '@kunak/contracts/directory'
import type { Person } from '@kunak/contracts/identity'

/**
 * Whether somebody is to be told by letter that there is something new: she wants it, her address takes letters, and she is not of
 * frozen organisations alone, whose mail stops with everything else. Judged when a letter is sent, not when it is written.
 */
export function wantsNews(
  { memberships, wantsLetters, undeliverable }: Pick<Person, 'memberships' | 'wantsLetters' | 'undeliverable'>,
  organisations: readonly Pick<Organisation, 'id' | 'standing'>[],
): boolean {
  const present = organisations.filter(
    ({ id, standing }) => standing !== 'left' && memberships.some(({ organisationId }) => organisationId === id),
  )
  const isFrozen = present.length > 0 && present.every(({ standing }) => standing === 'frozen')
  return wantsLetters && undeliverable === null && !isFrozen
}
