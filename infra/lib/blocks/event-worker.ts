import { Duration } from 'aws-cdk-lib'
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { type Construct } from 'constructs'
import { DeadLetters } from './dead-letters.ts'
import { DeployedFunction, type DeployedFunctionProps } from './deployed-function.ts'
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts'

export interface EventWorkerProps<
  Environment extends Readonly<Record<string, string>>,
> extends DeployedFunctionProps<Environment> {
  /** Which events of AWS's own services wake it. */
  readonly hears: EventPattern
  /** Who is hurt when it fails. */
  readonly impact: string
  /** The first words of its runbook heading, `<runbook>-has-failed`. */
  readonly runbook: string
  readonly attention: ITopic
}

/** A function that an event of AWS's own services wakes: tried a few times over hours, then set aside for a person. */
export class EventWorker<Environment extends Readonly<Record<string, string>>> extends DeployedFunction<Environment> {
  constructor(scope: Construct, id: string, props: EventWorkerProps<Environment>) {
    super(scope, id, props)
    const { attention, impact } = props
    const runbook = `${props.runbook}-has-failed`
    const failed = new DeadLetters(this, 'Failed', { impact, runbook, attention })
    const bounded = { retryAttempts: 2, maxEventAge: Duration.hours(6) }
    this.function.configureAsyncInvoke({ ...bounded, onFailure: new SqsDestination(failed.queue) })
    new Rule(this, 'Heard', {
      eventPattern: props.hears,
      targets: [new LambdaFunction(this.function, { ...bounded, deadLetterQueue: failed.queue })],
    })
    new ImpactAlarm(this, 'Breaks', {
      impact,
      runbook,
      metric: this.function.metricErrors({ period: alarmPeriod }),
      threshold: 3,
      attention,
    })
  }
}
