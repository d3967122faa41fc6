import { ok } from '@kunak/contracts'
import type { OrganisationQuery } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { readerClassOf } from '@kunak/domain/directory'
import { coverageOf } from '../coverage.ts'
import { findOrganisations } from '../find-organisations.ts'
import { answerCache } from './answer-cache.ts'
import { beyondClassGroups, ownIds } from './beyond-class.ts'
import { decodeCursor, questionKey } from './cursor.ts'
import { type LiveChanges, liveChanges } from './live-changes.ts'
import { namesLike } from './names-like.ts'
import { fetchPublished, type PublishedCopy } from './published-copy.ts'
import type { Search, SearchDependencies } from './search.ts'
import type { Place } from './select-organisations.ts'
import { shareNextRead } from './share-next-read.ts'
import { type Source, sourcesFor } from './sources.ts'

interface Making {
  /** What the answer depends on besides the question. */
  readonly key: string
  readonly make: <Answer>(from: (sources: Source[]) => Answer) => Answer
}

// Only while something has changed since: without changes the published file says nothing new.
const refreshEveryMs = 5_000

/** The directory's search over the published file and what has changed since. It opens the file when it is first asked. */
export function createSearch(dependencies: SearchDependencies): Search {
  const { database, now } = dependencies
  const cache = answerCache()
  const live: LiveChanges = liveChanges(database, now)
  const beyond = beyondClassGroups()
  let published: PublishedCopy | null = null
  let epoch = 0
  let lookedAt = 0
  let refreshing: Promise<void> | null = null
  let isClosed = false

  async function refreshNow(): Promise<void> {
    lookedAt = now().getTime()
    const before = published
    const fetched = await fetchPublished(dependencies, before)
    if (fetched === before) return
    for (const readerClass of before?.loadedClasses() ?? []) await fetched.group(readerClass)
    if (isClosed && fetched.file !== before?.file) return fetched.close()
    published = fetched
    live.forgetUpTo(fetched.upTo)
    if (fetched.file === before?.file) return
    epoch += 1
    await before?.close()
  }

  function refresh(): Promise<void> {
    refreshing ??= refreshNow().finally(() => (refreshing = null))
    return refreshing
  }

  const readChanges = shareNextRead(async (): Promise<void> => {
    if (published === null) await refresh()
    else if ((live.changed.size > 0 || published.name === null) && now().getTime() - lookedAt >= refreshEveryMs)
      // The copy at hand answers rightly, so nobody waits for the next one; a failure is tried again.
      void refresh().catch(() => undefined)
    if (published === null) throw new Error('The search has been closed.')
    await live.read(published.upTo, (id, readerClass) => published?.isShown(id, readerClass) ?? false)
  })

  /** Makes an answer from what holds now. From the sources on nothing waits, so that they belong together. */
  async function answer<Answer>(viewer: Viewer, use: (making: Making) => Answer): Promise<Answer> {
    await readChanges()
    const readerClass = readerClassOf(viewer)
    const own = ownIds(viewer)
    for (;;) {
      const copy = published
      if (copy === null) throw new Error('The search has been closed.')
      const group = await copy.group(readerClass)
      if (copy !== published) continue
      const seesMore = own.length + viewer.circles.length > 0
      const state = [epoch, seesMore ? live.count() : live.countFor(readerClass), now().toISOString().slice(0, 10)]
      return use({
        key: [...state, readerClass, viewer.isInNetwork, own.join(), viewer.circles.join()].join('|'),
        make: (from) => from(sourcesFor(viewer, { published: copy, group, live, beyond })),
      })
    }
  }

  const finding = (viewer: Viewer, query: OrganisationQuery, after: Place | null) => (sources: Source[]) =>
    findOrganisations(sources, { viewer, query, now: now(), after })
  const covering = (viewer: Viewer) => (sources: Source[]) => coverageOf(sources, viewer, now())

  return {
    find: async (viewer, query) => {
      const cursor = decodeCursor(query)
      return cursor.ok ? ok(await answer(viewer, ({ make }) => make(finding(viewer, query, cursor.value)))) : cursor
    },
    findEncoded: async (viewer, query) => {
      const cursor = decodeCursor(query)
      if (!cursor.ok) return cursor
      const question = `find|${query.limit}|${query.cursor ?? ''}|${questionKey(query)}`
      const find = finding(viewer, query, cursor.value)
      return ok(await answer(viewer, ({ key, make }) => cache.get(`${key}|${question}`, () => make(find))))
    },
    coverage: (viewer) => answer(viewer, ({ make }) => make(covering(viewer))),
    coverageEncoded: (viewer) => answer(viewer, ({ key, make }) => cache.get(`${key}|coverage`, () => make(covering(viewer)))),
    namesLike: async (names) => {
      await readChanges()
      return published === null ? [] : namesLike(names, published.file, live)
    },
    ready: readChanges,
    refresh,
    close: () => {
      isClosed = true
      void published?.close()
      published = null
      live.file.close()
      beyond.close()
    },
  }
}
