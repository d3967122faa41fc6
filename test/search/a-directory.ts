import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OrganisationQuery } from '@kunak/contracts/directory'
import type { Coverage, FoundOrganisations, Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import {
  createSearch,
  createSearchKeeper,
  folderSnapshots,
  saveOrganisation,
  type Search,
  type SearchKeeper,
} from '@kunak/data/directory'
import { fixedClock, type FixedClock, freshDatabase, storyTime, type TestDatabase } from '@kunak/testing'

/** A directory of its own with its search, and a worker that publishes when it is told to. */
export interface TestDirectory extends AsyncDisposable {
  readonly database: TestDatabase
  readonly now: FixedClock
  readonly search: Search
  readonly keeper: SearchKeeper
  /** The folder in which search files are published. */
  readonly published: string
  /** Another search or worker over the same directory, as another process would have it. */
  readonly anotherSearch: (whenUnpublished?: 'refuse' | 'build') => Search
  readonly anotherKeeper: () => SearchKeeper
  /** Saves organisations as they are, past every rule; one that is there already gets the next version. */
  readonly put: (...organisations: readonly Organisation[]) => Promise<void>
  /** Publishes everything, so late that nothing of it counts as new any more. */
  readonly publish: () => Promise<void>
  readonly find: (viewer: Viewer, question?: Question) => Promise<FoundOrganisations>
  readonly coverage: (viewer: Viewer) => Promise<Coverage>
}

export type Question = Partial<Record<keyof OrganisationQuery, string | readonly string[] | number | undefined>>

const slackMs = 5 * 60_000

export async function aDirectory(): Promise<TestDirectory> {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-search-'))
  const now = fixedClock(storyTime)
  const published = join(folder, 'published')
  const snapshots = folderSnapshots(published)
  const dependencies = { database, snapshots, now }
  const searches: Search[] = []
  const keepers: SearchKeeper[] = []
  const versions = new Map<string, Organisation>()

  const anotherSearch = (whenUnpublished: 'refuse' | 'build' = 'build') => {
    const search = createSearch({ ...dependencies, folder: join(folder, `reader-${searches.length}`), whenUnpublished })
    searches.push(search)
    return search
  }
  const anotherKeeper = () => {
    const keeper = createSearchKeeper({ ...dependencies, folder: join(folder, `keeper-${keepers.length}`) })
    keepers.push(keeper)
    return keeper
  }
  const search = anotherSearch()
  const keeper = anotherKeeper()

  return {
    database,
    now,
    search,
    keeper,
    published,
    anotherSearch,
    anotherKeeper,
    put: async (...organisations) => {
      for (const organisation of organisations) {
        const before = versions.get(organisation.id) ?? null
        const after = { ...organisation, version: (before?.version ?? 0) + 1 }
        const event = { type: 'profile_edited', actor: null, data: {} }
        const saved = await saveOrganisation(database, now(), { before, after, event })
        if (!saved.ok) throw new Error('Somebody else saved an organisation of this test.')
        versions.set(after.id, after)
      }
    },
    publish: async () => {
      now.moveTo(new Date(now().getTime() + slackMs).toISOString())
      await keeper.keep([])
    },
    find: async (viewer, question = {}) => {
      const found = await search.find(viewer, OrganisationQuery.parse(question))
      if (!found.ok) throw new Error(found.refusal.code)
      return found.value
    },
    coverage: (viewer) => search.coverage(viewer),
    [Symbol.asyncDispose]: async () => {
      for (const one of searches) one.close()
      for (const one of keepers) await one.close()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
