import { ArnFormat, CfnOutput, Fn, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { HearBouncesEnvironment, SendLettersEnvironment, TellPeopleEnvironment } from '@kunak/functions/environment'
import { Construct } from 'constructs'
import { alarmPeriod, ImpactAlarm } from './blocks/impact-alarm.ts'
import { EventWorker } from './blocks/event-worker.ts'
import { StreamWorker } from './blocks/stream-worker.ts'
import type { Store } from './store.ts'
import type { Vault } from './vault.ts'

export interface LettersProps {
  readonly vault: Vault
  readonly store: Store
  /** The site's domain: letters come from `post@` it. */
  readonly domain: string
  /** What letters are signed with; empty for the usual neutral name of each language. */
  readonly neutralName: string
  /** How many letters a second the account may send. */
  readonly perSecond: string
  readonly attention: ITopic
}

/** Letters, from the event to whoever carries mail, and what comes back from there. */
export class Letters extends Construct {
  readonly #props: LettersProps
  readonly #rules: ConfigurationSet
  readonly #from: string

  constructor(scope: Construct, id: string, props: LettersProps) {
    super(scope, id)
    this.#props = props
    this.#from = `post@${props.domain}`
    this.#rules = this.#carrier()
    this.#tellPeople()
    this.#sendLetters()
    this.#hearBounces()
  }

  /** Amazon SES: never without TLS, and no picture or link is put into a letter to see who reads it. */
  #carrier(): ConfigurationSet {
    const rules = new ConfigurationSet(this, 'Rules', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_ONLY,
    })
    rules.addEventDestination('Returns', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    })
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(this.#props.domain),
      configurationSet: rules,
      feedbackForwarding: false,
    })
    new CfnOutput(this, 'SignLettersBy', {
      value: Fn.join(
        ', ',
        identity.dkimRecords.map(({ name, value }) => Fn.join(' CNAME ', [name, value])),
      ),
    })
    new ImpactAlarm(this, 'Bounce', {
      impact: 'Nobody may get letters soon: so many come back that the carrier of mail stops serving us.',
      runbook: 'letters-come-back',
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        dimensionsMap: { 'ses:configuration-set': rules.configurationSetName },
        period: alarmPeriod,
        statistic: 'Maximum',
      }),
      threshold: 0.05,
      attention: this.#props.attention,
    })
    return rules
  }

  #tellPeople(): void {
    const { vault, store, perSecond, attention } = this.#props
    new StreamWorker<Record<keyof TellPeopleEnvironment, string>>(this, 'Teller', {
      entry: 'tell-people',
      environment: (role) => ({
        ...store.open(role, {
          identity: ['read'],
          directory: ['read'],
          alerts: ['read', 'append'],
          events: ['read', 'append'],
          letters: ['read', 'append', 'count'],
        }),
        ...vault.letSignAudit(role),
        ...vault.letKnowPeople(role),
        LETTERS_PER_SECOND: perSecond,
      }),
      store,
      table: 'events',
      batchSize: 100,
      concurrency: 10,
      timeoutSeconds: 60,
      memoryMegabytes: 512,
      impact: {
        late: 'People cannot sign in by mail, and hear late of what concerns them: their letters are not even written yet.',
        failed: 'Somebody never gets a letter, or an event is missing from the sealed audit log.',
      },
      runbook: 'telling',
      attention,
    })
  }

  #sendLetters(): void {
    const { vault, store, domain, neutralName, perSecond, attention } = this.#props
    const sender = new StreamWorker<Record<keyof SendLettersEnvironment, string>>(this, 'Sender', {
      entry: 'send-letters',
      environment: (role) => ({
        ...store.open(role, {
          // A browser that takes no notes any more is taken away; nothing else of anybody's account.
          identity: ['read', { removeOnlyUnder: 'BROWSERS#*' }],
          directory: ['read'],
          alerts: ['read'],
          events: [],
          letters: ['read', 'count'],
        }),
        ...vault.letKnowPeople(role),
        ...vault.letKnowPush(role),
        ...this.#letSend(role),
        LETTERS_PER_SECOND: perSecond,
        NEUTRAL_NAME: neutralName,
        SITE_ORIGIN: `https://${domain}`,
      }),
      store,
      table: 'letters',
      // Somebody waits for a letter to sign in, so that those never stand behind news.
      sources: { SignIn: { letter: { S: ['sign_in'] } }, News: { letter: { S: ['news'] } } },
      batchSize: 2,
      concurrency: 10,
      // Two jobs whose letters wait for their turn, or for a worker that died with them.
      timeoutSeconds: 180,
      memoryMegabytes: 512,
      impact: {
        late: 'People cannot sign in by mail, and hear late of what concerns them: letters wait to be sent.',
        failed: 'Some people were not sent a letter that was written for them.',
      },
      runbook: 'sending',
      attention,
    })
    const namespace = Stack.of(this).stackName
    for (const [id, letters, impact] of [
      ['Late', 'late', 'People wait for letters more than five minutes old, which the carrier of mail does not take.'],
      ['Lost', 'lost', 'Letters were given up: some people never hear of what concerns them.'],
    ] as const) {
      const filter = new MetricFilter(this, `Letters${id}`, {
        logGroup: sender.logs,
        filterPattern: FilterPattern.stringValue('$.letters', '=', letters),
        metricNamespace: namespace,
        metricName: `Letters${id}`,
        metricValue: '$.count',
      })
      new ImpactAlarm(this, `${id}Alarm`, {
        impact,
        runbook: `letters-are-${letters}`,
        metric: filter.metric({ period: alarmPeriod, statistic: 'Sum' }),
        threshold: 1,
        attention,
      })
    }
  }

  #hearBounces(): void {
    const { vault, store, attention } = this.#props
    new EventWorker<HearBouncesEnvironment>(this, 'Hearer', {
      entry: 'hear-bounces',
      environment: (role) => ({
        ...store.open(role, { identity: ['read', 'write'], directory: [], alerts: [], events: ['append'], letters: [] }),
        ...vault.letKnowPeople(role),
      }),
      hears: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.#rules.configurationSetName] } } },
      },
      concurrency: 2,
      timeoutSeconds: 30,
      memoryMegabytes: 512,
      impact: 'People who said no still get letters, and letters go on to addresses that take none.',
      runbook: 'hearing-bounces',
      attention,
    })
  }

  /** Lets a function send letters from our own address under our rules, and returns the variables that name both. */
  #letSend(role: Role): { LETTERS_FROM: string; LETTERS_CONFIGURATION: string } {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [arn('identity', this.#props.domain), arn('configuration-set', this.#rules.configurationSetName)],
        conditions: { StringEquals: { 'ses:FromAddress': this.#from } },
      }),
    )
    return { LETTERS_FROM: this.#from, LETTERS_CONFIGURATION: this.#rules.configurationSetName }
  }
}
