import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { deliver, type StreamHandler } from './deliver.ts'
import { lambdaRecord } from './lambda-event.ts'
import type { Positions } from './positions.ts'

export interface Follower {
  /** The worker's name, as it is deployed. */
  readonly name: string
  readonly handler: StreamHandler
  readonly client: DynamoDBStreamsClient
  readonly streamArn: string
  readonly positions: Positions
  readonly setAside: (record: DynamoDBRecord, fault: unknown) => Promise<void>
}

const attempts = 5
const pauseMs = 100
const batchSize = 100
const shardsKnownForMs = 10_000

// The deployed functions are woken by the same filter: what is changed or forgotten is no news.
const isWanted = ({ eventName }: DynamoDBRecord) => eventName === 'INSERT'

/**
 * Follows one stream for one worker, from where it left off. Each call of what this returns is one look at every open shard: it hands
 * over what is new, a parent shard before its children, and says how many records there were.
 */
export function followStream(follower: Follower): () => Promise<number> {
  const { client, streamArn, positions, name } = follower
  const iterators = new Map<string, string | null>()
  const place = (shardId: string) => `${name} ${streamArn} ${shardId}`
  let shards: readonly Shard[] = []
  let shardsReadAt = -Infinity

  return async () => {
    if (performance.now() - shardsReadAt > shardsKnownForMs) {
      shards = await readShards(client, streamArn)
      shardsReadAt = performance.now()
    }
    let count = 0
    for (const shard of shards) if (isReady(shard)) count += await readShard(shard.ShardId ?? '')
    return count
  }

  // The end of a shard is marked by an iterator of null; its children start only then, so that order holds.
  function isReady({ ShardId = '', ParentShardId }: Shard): boolean {
    const parentIsOpen = shards.some((shard) => shard.ShardId === ParentShardId) && iterators.get(ParentShardId ?? '') !== null
    return iterators.get(ShardId) !== null && !parentIsOpen
  }

  async function readShard(shardId: string): Promise<number> {
    try {
      const ShardIterator = iterators.get(shardId) ?? (await iteratorAt(shardId))
      const answer = await client.send(new GetRecordsCommand({ ShardIterator, Limit: batchSize }))
      const records = (answer.Records ?? []).map((record) => lambdaRecord(record, streamArn))
      const done = (some: readonly DynamoDBRecord[]) => positions.set(place(shardId), some.at(-1)?.dynamodb?.SequenceNumber ?? '')
      await deliver(records.filter(isWanted), { ...follower, attempts, pauseMs, done })
      if (records.length > 0) await done(records)
      iterators.set(shardId, answer.NextShardIterator ?? null)
      if (!answer.NextShardIterator) shardsReadAt = -Infinity
      return records.length
    } catch (error) {
      // The next look starts from the position again.
      iterators.delete(shardId)
      if (error instanceof ExpiredIteratorException) return 0
      throw error
    }
  }

  async function iteratorAt(shardId: string): Promise<string | undefined> {
    const SequenceNumber = positions.get(place(shardId))
    const shard = { StreamArn: streamArn, ShardId: shardId }
    const start = new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'TRIM_HORIZON' })
    if (SequenceNumber === undefined) return (await client.send(start)).ShardIterator
    try {
      const after = new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber })
      return (await client.send(after)).ShardIterator
    } catch (error) {
      if (error instanceof TrimmedDataAccessException) return (await client.send(start)).ShardIterator
      throw error
    }
  }
}

async function readShards(client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> {
  const shards: Shard[] = []
  let ExclusiveStartShardId: string | undefined
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn, ...(ExclusiveStartShardId && { ExclusiveStartShardId }) }),
    )
    shards.push(...(StreamDescription?.Shards ?? []))
    ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId
  } while (ExclusiveStartShardId)
  return shards
}
