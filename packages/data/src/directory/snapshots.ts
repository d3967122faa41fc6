/** A place that keeps published search files by name. A file is written once and never changed. */
export interface SnapshotStore {
  /** Copies a local file into the store under a name. */
  put(name: string, path: string): Promise<void>
  /** Copies a stored file to a local path; false when there is none of that name. */
  get(name: string, path: string): Promise<boolean>
  /** Removes a stored file, if it is there. */
  remove(name: string): Promise<void>
}
