import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
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
import type { SnapshotStore } from '@kunak/data/directory'

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
