import { DefaultStackSynthesizer, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { builtAssets } from '@kunak/web'
import { Construct } from 'constructs'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PrivateBucket } from './blocks/private-bucket.ts'

/** The files that browsers fetch besides pages: styles, scripts and pictures, as the build made them. */
export class Assets extends Construct {
  readonly bucket: PrivateBucket
  /** The paths under which the site has them. */
  readonly paths: readonly string[]
  readonly #immutable: BucketDeployment

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new PrivateBucket(this, 'Bucket', {
      daysUndoable: 30,
      whyNoAccessLog: 'A log of the files of public pages would hold the addresses of readers, which nobody may keep.',
    })
    const folder = fileURLToPath(builtAssets)
    const common = {
      // The compressed twins of the files are for a server of our own; CloudFront compresses by itself.
      sources: [Source.asset(folder, { exclude: ['*.br', '*.gz'] })],
      destinationBucket: this.bucket,
      logGroup: new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
      // Files of earlier deployments stay, because a page that was opened before still asks for them.
      prune: false,
      retainOnDelete: true,
      memoryLimit: 512,
    }
    this.#immutable = new BucketDeployment(this, 'Immutable', {
      ...common,
      exclude: ['*'],
      include: ['_app/immutable/*'],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    })
    const named = new BucketDeployment(this, 'Named', {
      ...common,
      exclude: ['_app/immutable/*'],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.hours(1))],
    })
    this.#acknowledge(named.handlerRole)
    this.paths = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !/\.(br|gz)$/.test(name))
      .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
      .sort()
  }

  /** Sees to it that no page is shown before the files that it asks for are there. */
  comeBefore(pages: Function): void {
    pages.node.addDependency(this.#immutable)
  }

  #acknowledge(role: IRole): void {
    const staged = `arn:<AWS::Partition>:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-<AWS::Region>`
    const filled = `<${Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)}.Arn>`
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
}
