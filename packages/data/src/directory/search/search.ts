import type { OrganisationId, Result } from '@kunak/contracts'
import type { Coverage, FoundOrganisations, OrganisationQuery } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import type { Database } from '../../database.ts'
import type { SnapshotStore } from '../snapshots.ts'

/** What a search needs from outside. */
export interface SearchDependencies {
  readonly database: Database
  /** Where the worker publishes the search file: a folder on one machine, a bucket in AWS. */
  readonly snapshots: SnapshotStore
  /** A folder of this process alone, for its copy of the file. */
  readonly folder: string
  readonly now: () => Date
  /**
   * What a reader does while no file of this schema is published. By default it refuses with `SearchUnpublished`; `build` reads the
   * whole table to make one for this process alone, which is for one machine and for tests.
   */
  readonly whenUnpublished?: 'refuse' | 'build'
}

/** An answer ready to be sent: UTF-8 JSON and a strong entity tag made from these very bytes. */
export interface EncodedAnswer {
  readonly json: Uint8Array<ArrayBuffer>
  readonly etag: string
}

export interface BadCursor {
  readonly code: 'bad_cursor'
}

/** An organisation whose name resembles one that was asked about. For coordinators' eyes only: no audience is applied. */
export interface NameCandidate {
  readonly id: OrganisationId
  readonly names: Readonly<Record<string, string>>
  readonly acronym: string
  /** 1 is the same name after folding case, accents, script and word order; candidates start at 0.5. */
  readonly similarity: number
}

/**
 * The directory's one search. Every answer holds for the moment after the question was asked: what has changed since the search
 * file was published is judged from the stored organisations, so an edit or a freeze shows in the next answer. Whatever is asked
 * throws `SearchUnpublished` while there is no file to ask, unless the dependencies say otherwise.
 */
export interface Search {
  /** The organisations that match, for this reader. Refuses with `bad_cursor` what `next` of the same question did not give. */
  find(viewer: Viewer, query: OrganisationQuery): Promise<Result<FoundOrganisations, BadCursor>>
  /** The same answer as `find`, encoded once and kept while nothing changes. */
  findEncoded(viewer: Viewer, query: OrganisationQuery): Promise<Result<EncodedAnswer, BadCursor>>
  /** The expertise map for this reader. */
  coverage(viewer: Viewer): Promise<Coverage>
  coverageEncoded(viewer: Viewer): Promise<EncodedAnswer>
  /**
   * All organisations, whatever their standing or audience (frozen and departed ones excepted), whose names or acronym resemble one
   * of `names`, most alike first, 20 at most: before all others those whose names an import takes for the same, or doubts.
   */
  namesLike(names: readonly string[]): Promise<NameCandidate[]>
  /** Answers when a question could be asked now; otherwise throws what the question would. */
  ready(): Promise<void>
  /** Takes the newest published file now, rather than with one of the next questions. */
  refresh(): Promise<void>
  /** Forgets the local copy of the file and everything kept in memory; nothing may be asked any more. */
  close(): void
}
