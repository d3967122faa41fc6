import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { type Construct } from 'constructs'
import type { Store, StreamingTable } from '../store.ts'
import { DeadLetters } from './dead-letters.ts'
import { DeployedFunction, type DeployedFunctionProps } from './deployed-function.ts'
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts'

export interface StreamWorkerProps<
  Environment extends Readonly<Record<string, string>>,
> extends DeployedFunctionProps<Environment> {
  readonly store: Store
  readonly table: StreamingTable
  readonly batchSize: number
  /** By name, what the new items of each source look like; each is read by itself, so that none waits for another. All in one unless said. */
  readonly sources?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Who is hurt when changes reach it late, and when some never do. */
  readonly impact: { readonly late: string; readonly failed: string }
  /** The first words of its two runbook headings, `<runbook>-is-late` and `<runbook>-has-failed`. */
  readonly runbook: string
  readonly attention: ITopic
}

/** A function that a table's stream wakes: good records are done once, a poison one is set aside, and the shard moves on. */
export class StreamWorker<Environment extends Readonly<Record<string, string>>> extends DeployedFunction<Environment> {
  constructor(scope: Construct, id: string, props: StreamWorkerProps<Environment>) {
    super(scope, id, props)
    const { attention, impact, runbook } = props
    const failed = new DeadLetters(this, 'Failed', { impact: impact.failed, runbook: `${runbook}-has-failed`, attention })
    const eventSourceArn = props.store.letReadStream(this.role, props.table)
    for (const [name, image] of Object.entries(props.sources ?? { Source: null })) {
      const pattern = { eventName: ['INSERT'], ...(image && { dynamodb: { NewImage: image } }) }
      const mapping = new EventSourceMapping(this, name, {
        target: this.function,
        eventSourceArn,
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: props.batchSize,
        filters: [{ pattern: JSON.stringify(pattern) }],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(failed.queue),
      })
      // The mapping is checked against the role when it is made, so the role's policy comes first.
      mapping.node.addDependency(this.role)
    }
    new ImpactAlarm(this, 'Late', {
      impact: impact.late,
      runbook: `${runbook}-is-late`,
      metric: this.function.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: Duration.minutes(5).toMilliseconds(),
      attention,
    })
  }
}
