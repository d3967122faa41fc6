import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtAssets } from '@kunak/web'

/**
 * Copies what browsers fetch into a bucket, and returns the paths under which it is found. Files of earlier deployments stay, because
 * a page that was opened before still asks for them.
 */
export function publishAssets(scope: Construct, bucket: IBucket): string[] {
  const folder = fileURLToPath(builtAssets)
  const logGroup = new LogGroup(scope, 'PublishLogs', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  // The compressed twins of the files are for a server of our own; CloudFront compresses by itself.
  const never = ['*.br', '*.gz']
  const common = {
    sources: [Source.asset(folder, { exclude: never })],
    destinationBucket: bucket,
    logGroup,
    prune: false,
    retainOnDelete: true,
    memoryLimit: 512,
  }
  new BucketDeployment(scope, 'PublishImmutable', {
    ...common,
    exclude: ['*'],
    include: ['_app/immutable/*'],
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  })
  new BucketDeployment(scope, 'PublishNamed', {
    ...common,
    exclude: ['_app/immutable/*'],
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.hours(1))],
  })
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/\.(br|gz)$/.test(name))
    .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
    .sort()
}
