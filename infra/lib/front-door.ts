import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Role } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { HttpApiEnvironment, WebEnvironment } from '@kunak/functions/environment'
import { Construct } from 'constructs'
import type { Assets } from './assets.ts'
import { DeployedFunction } from './blocks/deployed-function.ts'
import { alarmPeriod, ImpactAlarm } from './blocks/impact-alarm.ts'
import type { DirectorySearch } from './directory-search.ts'
import type { Store } from './store.ts'
import type { Vault } from './vault.ts'

export interface FrontDoorProps {
  readonly vault: Vault
  readonly store: Store
  readonly search: DirectorySearch
  readonly assets: Assets
  /** The site's origin, such as `https://kunak.example`. */
  readonly origin: string
  /** What passkeys and authenticator apps call this site; empty for a word of each language. */
  readonly neutralName: string
  readonly attention: ITopic
}

/** What a line of the access log says. No address, user agent, path or query: who reads what is nobody's to know. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  fault: '$context.error.responseType',
}

/** The HTTP API with the two functions that answer requests: the API's, and the pages'. */
export class FrontDoor extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id)
    const answering = { environment: environmentOf(props), concurrency: 50, timeoutSeconds: 25, memoryMegabytes: 1769 }
    const httpApi = new DeployedFunction<HttpApiEnvironment>(this, 'HttpApi', { entry: 'http-api', ...answering })
    const web = new DeployedFunction<WebEnvironment>(this, 'Web', { entry: 'web', ...answering })
    props.assets.comeBefore(web.function)

    this.api = new HttpApi(this, 'Api', { createDefaultStage: false })
    const routes = [
      ...this.api.addRoutes({
        path: '/api/{proxy+}',
        methods: [HttpMethod.ANY],
        integration: new HttpLambdaIntegration('ToHttpApi', httpApi.function),
      }),
      ...this.api.addRoutes({ path: '/{proxy+}', methods: [HttpMethod.ANY], integration: toWeb(web) }),
      ...this.api.addRoutes({ path: '/', methods: [HttpMethod.ANY], integration: toWeb(web) }),
    ]
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The public reads without signing in; who may do what is decided by the API itself, route by route.',
      })
    }
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    })

    const { attention } = props
    for (const [name, answers, who] of [
      ['HttpApi', httpApi, 'Readers of every page and programs of partners'],
      ['Web', web, 'Readers'],
    ] as const) {
      new ImpactAlarm(this, `${name}Fails`, {
        impact: `${who} get an error instead of an answer.`,
        runbook: 'answers-fail',
        metric: answers.function.metricErrors({ period: alarmPeriod }),
        threshold: 1,
        attention,
      })
      new ImpactAlarm(this, `${name}Full`, {
        impact: `${who} are turned away: all the places of this function are taken.`,
        runbook: 'the-site-is-full',
        metric: answers.function.metricThrottles({ period: alarmPeriod }),
        threshold: 10,
        attention,
      })
    }
    new ImpactAlarm(this, 'Faults', {
      impact: 'Readers and people who save something get an error instead of an answer.',
      runbook: 'answers-fail',
      metric: stage.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      threshold: 5,
      attention,
    })
    new ImpactAlarm(this, 'Slow', {
      impact: 'One reader in a hundred waits three seconds or more, on top of a slow line.',
      runbook: 'answers-are-slow',
      metric: stage.metricLatency({ period: alarmPeriod, statistic: 'p99' }),
      threshold: 3000,
      periods: 3,
      attention,
    })
  }
}

const toWeb = (web: DeployedFunction<WebEnvironment>) => new HttpLambdaIntegration('ToWeb', web.function)

/** The pages carry the API within themselves, so both functions may do and are told the same. */
function environmentOf({ vault, store, search, origin, neutralName }: FrontDoorProps): (role: Role) => HttpApiEnvironment {
  return (role) => ({
    ...store.open(role, {
      identity: ['read', 'write'],
      directory: ['read', 'write'],
      alerts: ['read', 'write'],
      events: ['append'],
      letters: [],
    }),
    ...search.letRead(role),
    ...vault.letKnowSources(role),
    ...vault.letKnowDoNotList(role),
    ...vault.letKnowPeople(role),
    ...vault.letKnowPush(role),
    SITE_ORIGIN: origin,
    NEUTRAL_NAME: neutralName,
  })
}
