import { expiryAttribute, tableNames, tables, type TableDescription } from '@kunak/data/tables'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { synthesised } from './synthesised.ts'

const { template, resources } = await synthesised()
const idOf = (place: string) => resources.get(place)?.logicalId ?? `nothing stands at ${place}`
const vaultKey = { 'Fn::GetAtt': [idOf('Vault/Key'), 'Arn'] }
const placeOf = (name: string) => `Store/${name.slice(0, 1).toUpperCase()}${name.slice(1)}`

describe('each table', () => {
  it.each(tableNames)('%s is deployed as tables.ts describes it, and survives mistakes', (name) => {
    const { stream, indexes = {} }: TableDescription = tables[name]
    const table = resources.get(placeOf(name))
    expect(table?.DeletionPolicy).toBe('Retain')
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      ...table?.Properties,
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: vaultKey },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      StreamSpecification: stream ? { StreamViewType: stream } : Match.absent(),
      GlobalSecondaryIndexes: Object.keys(indexes).length
        ? Object.entries(indexes).map(([IndexName, { partition, sort, isKeysOnly = false }]) => ({
            IndexName,
            KeySchema: [
              { AttributeName: partition, KeyType: 'HASH' },
              { AttributeName: sort, KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: isKeysOnly ? 'KEYS_ONLY' : 'ALL' },
          }))
        : Match.absent(),
    })
  })

  it('is one of tables.ts, and no other is deployed', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', tableNames.length)
  })
})

describe('each bucket', () => {
  const buckets = [...resources.values()].filter(({ Type }) => Type === 'AWS::S3::Bucket')

  it('is private, encrypted, kept, and forgets what was removed', () => {
    expect(buckets).toHaveLength(2)
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: Match.anyValue() }] },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: Match.anyValue() }, Status: 'Enabled' }),
        ]),
      },
    })
    expect(buckets.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain'])
  })

  it('refuses everything that does not come over TLS 1.2 or later', () => {
    for (const { logicalId } of buckets) {
      template.hasResourceProperties('AWS::S3::BucketPolicy', {
        Bucket: { Ref: logicalId },
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
          ]),
        },
      })
    }
  })

  it('lets nobody outside in, but CloudFront of this very site to the built files', () => {
    const allowed = [...resources.values()]
      .filter(({ Type }) => Type === 'AWS::S3::BucketPolicy')
      .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] }).Statement)
      .filter(({ Effect }) => Effect === 'Allow')
    expect(allowed).toHaveLength(1)
    expect(allowed[0]).toMatchObject({
      Action: 's3:GetObject',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Condition: { StringEquals: { 'AWS:SourceArn': { 'Fn::Join': expect.anything() } } },
    })
  })

  it('keeps search files under the vault key and their removed versions for a day', () => {
    expect(resources.get('DirectorySearch/Snapshots')?.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: vaultKey } },
        ],
      },
      LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 1 } }, {}] },
    })
  })
})

describe('the vault', () => {
  it('has a key that is renewed every year and survives the stack', () => {
    template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } })
  })

  it('makes every secret anew in each deployment of its own, under its key', () => {
    template.resourceCountIs('AWS::SecretsManager::Secret', 6)
    template.allResourcesProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: vaultKey,
      GenerateSecretString: { PasswordLength: 64 },
    })
  })
})

describe('each queue and topic', () => {
  it('is encrypted, and refuses what does not come over TLS', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true })
    template.allResourcesProperties('AWS::SNS::Topic', { KmsMasterKeyId: vaultKey })
    const refusing = { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
    for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'])
      template.allResourcesProperties(type, {
        PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(refusing)]) },
      })
    const count = (type: string) => [...resources.values()].filter(({ Type }) => Type === type).length
    expect(count('AWS::SQS::QueuePolicy')).toBe(count('AWS::SQS::Queue'))
  })
})
