import { access, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A place that keeps published search files by name. A file is written once and never changed. */
export interface SnapshotStore {
  /** Copies a local file into the store under a name. */
  put(name: string, path: string): Promise<void>
  /** Copies a stored file to a local path; false when there is none of that name. */
  get(name: string, path: string): Promise<boolean>
  /** Whether there is a file of that name. */
  has(name: string): Promise<boolean>
  /** Removes a stored file, if it is there. */
  remove(name: string): Promise<void>
}

/** Keeps the published search files in a folder of this machine, which is made when it is needed. */
export function folderSnapshots(folder: string): SnapshotStore {
  return {
    put: async (name, path) => {
      await mkdir(folder, { recursive: true })
      // A reader must never meet half a file.
      await copyFile(path, join(folder, `${name}.part`))
      await rename(join(folder, `${name}.part`), join(folder, name))
    },
    get: async (name, path) => {
      try {
        await copyFile(join(folder, name), path)
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    has: async (name) => {
      try {
        await access(join(folder, name))
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
