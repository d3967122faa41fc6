import { createReadStream } from 'node:fs'
import { access, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'

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

/** Keeps the published search files in a bucket. */
export function bucketSnapshots(client: S3Client, bucket: string): SnapshotStore {
  return {
    put: async (name, path) => {
      const { size } = await stat(path)
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: createReadStream(path), ContentLength: size }))
    },
    get: async (name, path) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }))
        if (!(Body instanceof Readable)) throw new Error('The bucket answered without a body.')
        await pipeline(Body, createWriteStream(path))
        return true
      } catch (error) {
        if (error instanceof NoSuchKey) return false
        throw error
      }
    },
    has: async (name) => {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: name }))
        return true
      } catch (error) {
        if (error instanceof NotFound) return false
        throw error
      }
    },
    remove: async (name) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }))
    },
  }
}
