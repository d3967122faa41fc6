import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

export interface ImpactAlarmProps {
  /** Who is hurt, and how: the first thing that a person woken by it reads. */
  readonly impact: string
  /** The heading of `docs/runbook.md` that says what to do, as it stands in a link. */
  readonly runbook: string
  readonly metric: IMetric
  readonly threshold: number
  /** Of how many periods in a row the metric must be over the threshold; 1 unless said. */
  readonly periods?: number
  /** `too_much` unless said; `too_little` also takes silence for a breach. */
  readonly breach?: 'too_much' | 'too_little'
  readonly attention: ITopic
}

/** An alarm that says who is hurt and where to read what to do. */
export class ImpactAlarm extends Construct {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id)
    const tooLittle = props.breach === 'too_little'
    const alarm = new Alarm(this, 'Resource', {
      alarmDescription: `${props.impact} What to do: docs/runbook.md#${props.runbook}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: tooLittle
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: tooLittle ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(props.attention))
  }
}

/** The period over which every alarm looks. */
export const alarmPeriod = Duration.minutes(5)
