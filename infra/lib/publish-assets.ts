import { DefaultStackSynthesizer, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3'
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
  const named = new BucketDeployment(scope, 'PublishNamed', {
    ...common,
    exclude: ['_app/immutable/*'],
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.hours(1))],
  })
  acknowledge(named.handlerRole, bucket)
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/\.(br|gz)$/.test(name))
    .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
    .sort()
}

function acknowledge(role: IRole, bucket: IBucket): void {
  const stack = Stack.of(role)
  const staged = `arn:<AWS::Partition>:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-<AWS::Region>`
  const filled = `<${stack.getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>`
  const wildcards = [
    ...['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'].map((action) => `Action::${action}`),
    ...[staged, filled].map((where) => `Resource::${where}/*`),
  ]
  const publisher = Validations.of(role.node.scope ?? role)
  const itself = 'A function of the CDK that runs while we deploy and never for a reader: it'
  for (const wildcard of wildcards)
    publisher.acknowledge({
      id: `AwsSolutions-IAM5[${wildcard}]`,
      reason: `${itself} copies built files from one bucket to another.`,
    })
  publisher.acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    reason: `${itself} writes its log by the managed policy that it brings.`,
  })
  publisher.acknowledge({ id: 'AwsSolutions-L1', reason: `${itself} comes with the runtime that it was tested with.` })
}
