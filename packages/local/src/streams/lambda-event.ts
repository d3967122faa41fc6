import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams'
import type { AttributeValue as LambdaAttributeValue, DynamoDBRecord } from 'aws-lambda'

/** A stream record as a Lambda function receives it: the same facts, with moments in seconds and binary values in base 64. */
export function lambdaRecord(record: StreamRecord, streamArn: string): DynamoDBRecord {
  const {
    ApproximateCreationDateTime,
    Keys,
    NewImage,
    OldImage,
    SequenceNumber = '',
    SizeBytes = 0,
    StreamViewType,
  } = record.dynamodb ?? {}
  return {
    eventID: record.eventID ?? SequenceNumber,
    eventName: record.eventName ?? 'MODIFY',
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion ?? 'local',
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      SequenceNumber,
      SizeBytes,
      ...(Keys && { Keys: lambdaImage(Keys) }),
      ...(NewImage && { NewImage: lambdaImage(NewImage) }),
      ...(OldImage && { OldImage: lambdaImage(OldImage) }),
      ...(StreamViewType && { StreamViewType }),
    },
  }
}

function lambdaImage(image: Record<string, AttributeValue>): Record<string, LambdaAttributeValue> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, lambdaValue(value)]))
}

function lambdaValue(value: AttributeValue): LambdaAttributeValue {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64) }
  if (value.L !== undefined) return { L: value.L.map(lambdaValue) }
  if (value.M !== undefined) return { M: lambdaImage(value.M) }
  if (value.N !== undefined) return { N: value.N }
  if (value.NS !== undefined) return { NS: value.NS }
  if (value.S !== undefined) return { S: value.S }
  if (value.SS !== undefined) return { SS: value.SS }
  return value.BOOL === undefined ? { NULL: true } : { BOOL: value.BOOL }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
