import { Match } from 'aws-cdk-lib/assertions'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { synthesised } from './synthesised.ts'

const { template, resources } = await synthesised()
const ofType = (type: string) => [...resources].filter(([, { Type }]) => Type === type)
const queueOf = (worker: string) => ({ 'Fn::GetAtt': [resources.get(`${worker}/Failed/Queue`)?.logicalId, 'Arn'] })

describe('what happens by itself', () => {
  it('is tried a bounded number of times, then set aside, one record at a time', () => {
    const sources = ofType('AWS::Lambda::EventSourceMapping')
    const workers = {
      'DirectorySearch/Keeper/Source': ['DirectorySearch/Keeper', 'Store/Events'],
      'Letters/Teller/Source': ['Letters/Teller', 'Store/Events'],
      'Letters/Sender/SignIn': ['Letters/Sender', 'Store/Letters'],
      'Letters/Sender/News': ['Letters/Sender', 'Store/Letters'],
    } as const
    expect(sources.map(([place]) => place).sort()).toEqual(Object.keys(workers).sort())
    for (const [place, [worker, table]] of Object.entries(workers))
      expect(resources.get(place)?.Properties).toMatchObject({
        EventSourceArn: { 'Fn::GetAtt': [resources.get(table)?.logicalId, 'StreamArn'] },
        FunctionName: { Ref: resources.get(`${worker}/Function`)?.logicalId },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 5,
        MaximumRecordAgeInSeconds: 21_600,
        DestinationConfig: { OnFailure: { Destination: queueOf(worker) } },
      })
  })

  it('keeps a stream for two readers at most, as a stream bears no more at its full speed', () => {
    const streams = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) =>
      JSON.stringify(Properties['EventSourceArn']),
    )
    for (const stream of streams) expect(streams.filter((other) => other === stream).length).toBeLessThanOrEqual(2)
  })

  it('lets nobody who waits for a letter to sign in stand behind news', () => {
    const wakes = (place: string) => {
      const { Filters } = resources.get(place)?.Properties['FilterCriteria'] as { Filters: { Pattern: string }[] }
      return Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)
    }
    for (const [place, letter] of [
      ['Letters/Sender/SignIn', 'sign_in'],
      ['Letters/Sender/News', 'news'],
    ] as const)
      expect(wakes(place)).toEqual([{ eventName: ['INSERT'], dynamodb: { NewImage: { letter: { S: [letter] } } } }])
  })

  it('is set aside too when the clock cannot reach a function, or the function fails', () => {
    const bounds = { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 300 }
    const rules = ofType('AWS::Events::Rule')
    expect(rules.map(([place]) => place).sort()).toEqual(['Clock/Tick/Schedule', 'Letters/Hearer/Heard'])
    expect(resources.get('Clock/Tick/Schedule')?.Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ RetryPolicy: bounds, DeadLetterConfig: { Arn: queueOf('Clock/Tick') } }],
    })
    const longer = { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 21_600 }
    expect(resources.get('Letters/Hearer/Heard')?.Properties).toMatchObject({
      Targets: [{ RetryPolicy: longer, DeadLetterConfig: { Arn: queueOf('Letters/Hearer') } }],
    })
    for (const [worker, kept] of [
      ['Clock/Tick', bounds],
      ['Letters/Hearer', longer],
    ] as const)
      template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        FunctionName: { Ref: resources.get(`${worker}/Function`)?.logicalId },
        ...kept,
        DestinationConfig: { OnFailure: { Destination: queueOf(worker) } },
      })
  })

  it('can be made in some order', () => {
    const ids = [...resources.values()].map(({ logicalId }) => logicalId)
    const needs = new Map(
      [...resources.values()].map((resource) => {
        const said = JSON.stringify({ ...resource, Metadata: undefined })
        return [resource.logicalId, ids.filter((id) => id !== resource.logicalId && said.includes(`"${id}"`))]
      }),
    )
    const made = new Set<string>()
    for (let before = -1; before < made.size;) {
      before = made.size
      for (const [id, needed] of needs) if (needed.every((other) => made.has(other))) made.add(id)
    }
    expect(ids.filter((id) => !made.has(id))).toEqual([])
  })

  it('shows no page before its files are there', () => {
    const web = resources.get('FrontDoor/Web/Function') as { DependsOn?: string[] } | undefined
    expect(web?.DependsOn).toContain(resources.get('Assets/Immutable/CustomResource-512MiB')?.logicalId)
  })
})

describe('each alarm', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm').map(([place, { Properties }]) => ({
    place,
    description: String(Properties['AlarmDescription']),
  }))
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
  const sections = new Map(
    [...runbook.matchAll(/^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map(([, title = '', text = '']) => [
      title.toLowerCase().replaceAll(' ', '-'),
      text,
    ]),
  )

  it('says who is hurt and leads to a heading of the runbook that says what to do', () => {
    expect(alarms.length).toBeGreaterThan(8)
    for (const { description } of alarms) {
      const [, impact = '', heading = ''] = /^(.{30,}\.) What to do: docs\/runbook\.md#([\w-]+)$/.exec(description) ?? []
      expect(impact).not.toBe('')
      expect(sections.get(heading), heading).toMatch(/\*\*Means\*\*.*\*\*Hurt\*\*[\s\S]*^1\. /ms)
    }
  })

  it('is meant by each heading of the runbook', () => {
    const linked = new Set(alarms.map(({ description }) => description.split('#')[1]))
    expect([...sections.keys()].filter((heading) => !linked.has(heading))).toEqual([])
  })

  it('reaches somebody', () => {
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: resources.get('Attention/Topic')?.logicalId }],
    })
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: { Ref: 'AttentionMail' } })
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
        ]),
      },
    })
  })

  it('watches every function, every queue and the clock', () => {
    const watched = JSON.stringify(
      ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => [Properties['Dimensions'], Properties['Metrics']]),
    )
    const hearts = [...ofType('AWS::SQS::Queue'), ...ofType('AWS::Lambda::Function')].filter(
      ([place]) => !place.startsWith('Custom::'),
    )
    expect(hearts.filter(([, { logicalId }]) => !watched.includes(logicalId)).map(([place]) => place)).toEqual([])
  })
})
