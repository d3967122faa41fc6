import { describe, expect, it } from 'vitest'
import { privilegesOf } from './privileges.ts'
import { synthesised } from './synthesised.ts'

const whole = await synthesised()
const { template, resources } = whole
const rules = { Ref: resources.get('Letters/Rules')?.logicalId }

describe('who carries letters', () => {
  it('never sends one without TLS, nor to an address that bounced', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE'] },
    })
    template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: { Ref: 'SiteDomain' },
      ConfigurationSetAttributes: { ConfigurationSetName: rules },
      FeedbackAttributes: { EmailForwardingEnabled: false },
    })
  })

  it('follows nobody: it tells of what comes back and of nothing that is opened or clicked', () => {
    template.resourceCountIs('AWS::SES::ConfigurationSetEventDestination', 1)
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint'] },
    })
    expect(resources.get('Letters/Rules')?.Properties['TrackingOptions']).toBeUndefined()
  })

  it('tells the one who hears bounces', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': [rules] } } },
      },
    })
  })
})

describe('letters', () => {
  const rights = privilegesOf(whole)
  const sending = (may: readonly string[]) => may.filter((line) => line.startsWith('ses:'))

  it('are sent by one function alone, from one address and under those rules', () => {
    const senders = [...rights].filter(([, may]) => sending(may).length > 0).map(([role]) => role)
    expect(senders).toEqual(['Letters/Sender/Role'])
    expect(sending(rights.get('Letters/Sender/Role') ?? [])).toEqual([
      expect.stringMatching(/^ses:SendRawEmail .*:configuration-set\/Letters\/Rules through post@\{?SiteDomain\}?$/),
      expect.stringMatching(/^ses:SendRawEmail .*:identity\/\{?SiteDomain\}? through post@\{?SiteDomain\}?$/),
    ])
  })

  it('can be read back by nobody but through their stream and the clock’s index', () => {
    const reading = [...rights].flatMap(([role, may]) =>
      may.filter((line) => /dynamodb:(Get|BatchGet|Query|Scan).* Store\/Letters/.test(line)).map((line) => `${role} ${line}`),
    )
    expect(reading.filter((line) => !/GetRecords|GetShardIterator/.test(line))).toEqual([
      'Clock/Tick/Role dynamodb:Query Store/Letters/index/byDue',
    ])
  })
})
