import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { type Construct } from 'constructs'
import { DeadLetters } from './dead-letters.ts'
import { DeployedFunction, type DeployedFunctionProps } from './deployed-function.ts'
import { alarmPeriod, ImpactAlarm } from './impact-alarm.ts'

export interface ScheduledWorkerProps<
  Environment extends Readonly<Record<string, string>>,
> extends DeployedFunctionProps<Environment> {
  readonly everyMinutes: number
  /** Who is hurt when it stops coming, and when one of its turns fails. */
  readonly impact: { readonly stopped: string; readonly failed: string }
  /** The first words of its two runbook headings, `<runbook>-has-stopped` and `<runbook>-has-failed`. */
  readonly runbook: string
  readonly attention: ITopic
}

/** A function that the clock wakes. Its next turn does what this one left, so a turn that comes too late is not repeated. */
export class ScheduledWorker<Environment extends Readonly<Record<string, string>>> extends DeployedFunction<Environment> {
  constructor(scope: Construct, id: string, props: ScheduledWorkerProps<Environment>) {
    super(scope, id, props)
    const { attention, impact, runbook } = props
    const failed = new DeadLetters(this, 'Failed', { impact: impact.failed, runbook: `${runbook}-has-failed`, attention })
    const bounded = { retryAttempts: 2, maxEventAge: Duration.minutes(5) }
    this.function.configureAsyncInvoke({ ...bounded, onFailure: new SqsDestination(failed.queue) })
    new Rule(this, 'Schedule', {
      schedule: Schedule.rate(Duration.minutes(props.everyMinutes)),
      targets: [new LambdaFunction(this.function, { ...bounded, deadLetterQueue: failed.queue })],
    })
    new ImpactAlarm(this, 'Stopped', {
      impact: impact.stopped,
      runbook: `${runbook}-has-stopped`,
      metric: this.function.metricInvocations({ period: alarmPeriod }),
      breach: 'too_little',
      threshold: 1,
      periods: 2,
      attention,
    })
  }
}
