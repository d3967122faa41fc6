import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import {
  HearBouncesEnvironment,
  HttpApiEnvironment,
  KeepSearchEnvironment,
  SendLettersEnvironment,
  TellPeopleEnvironment,
  TickEnvironment,
  WebEnvironment,
} from '@kunak/functions/environment'
import { privilegesOf } from './privileges.ts'
import { synthesised } from './synthesised.ts'

const whole = await synthesised()
const { template, resources } = whole
const privileges = privilegesOf(whole)

const ours = {
  'FrontDoor/HttpApi': HttpApiEnvironment,
  'FrontDoor/Web': WebEnvironment,
  'DirectorySearch/Keeper': KeepSearchEnvironment,
  'Clock/Tick': TickEnvironment,
  'Letters/Teller': TellPeopleEnvironment,
  'Letters/Sender': SendLettersEnvironment,
  'Letters/Hearer': HearBouncesEnvironment,
}
const isPublisher = (place: string) => place.startsWith('Custom::CDKBucketDeployment')
const mayOf = (place: string) => privileges.get(`${place}/Role`) ?? []

describe('each function', () => {
  it.each(Object.entries(ours))(
    '%s runs on Node 24 and arm64 within bounds, and finds what it reads in its environment',
    (place, schema) => {
      const properties = resources.get(`${place}/Function`)?.Properties
      template.hasResourceProperties('AWS::Lambda::Function', {
        ...properties,
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        ReservedConcurrentExecutions: Match.anyValue(),
        Timeout: Match.anyValue(),
        Role: { 'Fn::GetAtt': [resources.get(`${place}/Role`)?.logicalId, 'Arn'] },
        LoggingConfig: { LogGroup: { Ref: resources.get(`${place}/Logs`)?.logicalId } },
      })
      const { Variables } = properties?.['Environment'] as { Variables: Record<string, unknown> }
      expect(
        Object.keys(Variables)
          .filter((name) => name !== 'NODE_COMPILE_CACHE' && name !== 'NODE_OPTIONS')
          .sort(),
      ).toEqual(Object.keys(schema.shape).sort())
    },
  )

  it('is one of these seven, or the one of the CDK that copies files while we deploy', () => {
    const functions = [...resources].filter(([, { Type }]) => Type === 'AWS::Lambda::Function').map(([place]) => place)
    expect(functions.filter((place) => !isPublisher(place)).sort()).toEqual(
      Object.keys(ours)
        .map((place) => `${place}/Function`)
        .sort(),
    )
    expect(functions.filter(isPublisher)).toHaveLength(1)
  })

  it('has code of its own', () => {
    const keys = Object.keys(ours).map(
      (place) => (resources.get(`${place}/Function`)?.Properties['Code'] as { S3Key: string }).S3Key,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('carries no secret in its environment', () => {
    for (const { Type, Properties } of resources.values())
      if (Type === 'AWS::Lambda::Function') expect(JSON.stringify(Properties['Environment'] ?? {})).not.toContain('resolve:')
  })

  it('forgets its logs after a month', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 })
  })
})

describe('what a function may do', () => {
  it('never holds a wildcard, but for the names of search files, and to forget a browser that is gone', () => {
    const wild = [...privileges]
      .filter(([role]) => !isPublisher(role))
      .flatMap(([, may]) => may.filter((line) => line.includes('*')))
    const names = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].map((action) => `${action} DirectorySearch/Snapshots/*`)
    // The sender of letters takes away the address of a browser that is gone.
    names.push('dynamodb:DeleteItem Store/Identity through BROWSERS#*')
    expect(wild.length).toBeGreaterThan(0)
    expect(wild.filter((line) => !names.includes(line))).toEqual([])
  })

  it('is all written in policies of its own', () => {
    const elsewhere = [...resources].filter(
      ([, { Type, Properties }]) => Type === 'AWS::IAM::Role' && ('ManagedPolicyArns' in Properties || 'Policies' in Properties),
    )
    expect(elsewhere.map(([place]) => place).filter((place) => !isPublisher(place))).toEqual([])
  })

  it('never changes or takes away what has happened', () => {
    const onEvents = [...privileges.values()].flat().filter((line) => line.includes(' Store/Events'))
    expect(onEvents).toContain('dynamodb:PutItem Store/Events')
    expect(onEvents.filter((line) => /Update|Delete|PartiQL|\*/.test(line))).toEqual([])
  })

  it('is to read a whole table only for who publishes the search file, never for who answers requests', () => {
    const scanning = [...privileges].filter(([, may]) => may.some((line) => /Scan|PartiQL/.test(line))).map(([role]) => role)
    expect(scanning.sort()).toEqual(['Clock/Tick/Role', 'DirectorySearch/Keeper/Role'])
  })

  it('lets the keeper of the search write which file is the published one, and nothing else', () => {
    const writes = mayOf('DirectorySearch/Keeper').filter((line) => /dynamodb:(Put|Update|Delete)/.test(line))
    expect(writes).toEqual(['dynamodb:PutItem Store/Directory through SEARCH'])
  })

  it('is to read a secret only where it is needed', () => {
    const readers = (secret: string) =>
      Object.keys(ours).filter((place) => mayOf(place).includes(`secretsmanager:GetSecretValue Vault/${secret}`))
    expect(readers('FrontKey')).toEqual(['FrontDoor/HttpApi', 'FrontDoor/Web'])
    expect(readers('RateLimitKey')).toEqual(['FrontDoor/HttpApi', 'FrontDoor/Web'])
    expect(readers('DoNotListKey')).toEqual(['FrontDoor/HttpApi', 'FrontDoor/Web', 'Clock/Tick'])
    const site = ['FrontDoor/HttpApi', 'FrontDoor/Web']
    // Alerts are sealed with it: whoever tells of them, and the clock that does what is due to them, reads them.
    expect(readers('IdentitySecret')).toEqual([...site, 'Clock/Tick', 'Letters/Teller', 'Letters/Sender', 'Letters/Hearer'])
    expect(readers('AuditSecret')).toEqual(['Letters/Teller'])
  })

  it('is to use the vault key only through the service that keeps something under it', () => {
    const uses = Object.keys(ours).flatMap((place) => mayOf(place).filter((line) => line.startsWith('kms:')))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses)
      expect(line).toMatch(/^kms:\w+ Vault\/Key through (dynamodb|s3|secretsmanager)\.\{AWS::Region\}\.amazonaws\.com$/)
  })
})
