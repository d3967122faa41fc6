import type { PersonId } from '@kunak/contracts'
import type { Pushed } from '@kunak/contracts/identity'
import { isPushAddress } from '@kunak/domain/alerts'
import { isSessionOver, wantsNews } from '@kunak/domain/identity'
import type { Database } from '../database.ts'
import { loadOrganisations } from '../directory/index.ts'
import { type Browser, forgetBrowser, listBrowsers, loadPerson, type Secrets } from '../identity/index.ts'

export interface Pusher {
  readonly database: Database
  readonly secrets: Pick<Secrets, 'unseal'>
  /** Hands a note without any content to the service at an address. */
  readonly post: (endpoint: string) => Promise<Pushed>
  /** Origins of services besides those of the makers of browsers: where a test serves one itself. */
  readonly alsoAt?: readonly string[]
}

/**
 * Tells somebody's browsers that there is something new, without what. One that takes no notes any more is forgotten; one that she added
 * before she ended all her sessions, or before an organisation of hers was frozen, may be in other hands and is told nothing.
 */
export function pushToBrowsers({ database, secrets, post, alsoAt }: Pusher) {
  return async (personId: PersonId): Promise<'sent' | 'later' | 'not_wanted'> => {
    const browsers = await listBrowsers(database, secrets, personId)
    const told = browsers.length === 0 ? [] : await stillHers(database, personId, browsers)
    const pushed = await Promise.all(
      told.map(async ({ id, endpoint }) => {
        const outcome = isPushAddress(endpoint, alsoAt) ? await post(endpoint) : 'gone'
        if (outcome === 'gone') await forgetBrowser(database, personId, id)
        return outcome
      }),
    )
    if (pushed.includes('sent')) return 'sent'
    return pushed.includes('later') ? 'later' : 'not_wanted'
  }
}

async function stillHers(database: Database, personId: PersonId, browsers: readonly Browser[]): Promise<readonly Browser[]> {
  const person = await loadPerson(database, personId)
  if (!person) return []
  const organisations = await loadOrganisations(
    database,
    person.memberships.map(({ organisationId }) => organisationId),
  )
  // Notes are for her who may take no letters; what stops everybody's stops hers.
  if (!wantsNews({ ...person, wantsLetters: true, undeliverable: null }, organisations)) return []
  return browsers.filter(({ since }) => !isSessionOver({ startedAt: since }, person, organisations))
}
