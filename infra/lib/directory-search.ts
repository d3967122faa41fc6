import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { KeepSearchEnvironment } from '@kunak/functions/environment'
import { Construct } from 'constructs'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { PrivateBucket } from './blocks/private-bucket.ts'
import { StreamWorker } from './blocks/stream-worker.ts'
import type { Store } from './store.ts'
import type { Vault } from './vault.ts'

export interface DirectorySearchProps {
  readonly vault: Vault
  readonly store: Store
  readonly attention: ITopic
}

/** The search file: the worker that keeps it, and the bucket where readers find it. */
export class DirectorySearch extends Construct {
  readonly #vault: Vault
  readonly #snapshots: PrivateBucket

  constructor(scope: Construct, id: string, { vault, store, attention }: DirectorySearchProps) {
    super(scope, id)
    this.#vault = vault
    // What was hidden since must not outlive its file: what the worker removes is gone within a day.
    this.#snapshots = new PrivateBucket(this, 'Snapshots', {
      key: vault.key,
      daysUndoable: 1,
      whyNoAccessLog: 'Only our own functions read it; a log would be one more record of when the directory is in use.',
    })
    new StreamWorker<KeepSearchEnvironment>(this, 'Keeper', {
      entry: 'keep-search',
      environment: (role) => ({
        ...store.open(role, {
          identity: [],
          directory: ['read', 'scan', { putOnlyUnder: 'SEARCH' }],
          alerts: [],
          events: [],
          letters: [],
        }),
        ...this.letPublish(role),
      }),
      store,
      table: 'events',
      batchSize: 100,
      // Two for one file would only take turns at losing the conditional write.
      concurrency: 1,
      timeoutSeconds: 120,
      memoryMegabytes: 1769,
      impact: {
        late: 'Readers wait longer for each search, because the search file is minutes behind.',
        failed: 'Readers may miss an organisation in searches: a change never reached the search file.',
      },
      runbook: 'search',
      attention,
    })
  }

  /** Lets a function read the search file, and returns the variable that says where it is. */
  letRead(role: Role): { SNAPSHOTS_BUCKET: string } {
    return this.#open(role, ['s3:GetObject'])
  }

  /** The same for a function that publishes search files, and removes those before. */
  letPublish(role: Role): { SNAPSHOTS_BUCKET: string } {
    return this.#open(role, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'])
  }

  #open(role: Role, actions: readonly string[]): { SNAPSHOTS_BUCKET: string } {
    const { bucketArn, bucketName } = this.#snapshots
    const statements = [
      new PolicyStatement({ actions: [...actions], resources: [`${bucketArn}/*`] }),
      // Without it a file that is not there cannot be told from one that may not be read.
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }),
    ]
    for (const statement of statements) role.addToPolicy(statement)
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.#snapshots.node.defaultChild as CfnBucket)}.Arn>/*]`,
      reason: 'The names of search files are made at run time, and the bucket holds nothing else.',
    })
    this.#vault.letUseKey(role, 's3')
    return { SNAPSHOTS_BUCKET: bucketName }
  }
}
