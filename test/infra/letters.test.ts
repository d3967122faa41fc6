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

  it('are read back by those who write, send and wake them, and by nobody who answers requests', () => {
    const reading = [...rights].filter(([, may]) =>
      may.some((line) => /^dynamodb:(GetItem|BatchGetItem|Query|Scan) Store\/Letters/.test(line)),
    )
    expect(reading.map(([role]) => role).sort()).toEqual(['Clock/Tick/Role', 'Letters/Sender/Role', 'Letters/Teller/Role'])
  })

  it('are sent by one who may take away a browser that is gone, and change nothing else of anybody', () => {
    const changing = (rights.get('Letters/Sender/Role') ?? []).filter((line) =>
      /^dynamodb:(Put|Update|Delete)Item Store\/(Identity|Directory|Alerts|Events)/.test(line),
    )
    expect(changing).toEqual(['dynamodb:DeleteItem Store/Identity through BROWSERS#*'])
  })
})

describe('what signs notes to browsers', () => {
  it('is known to who sends them, and to who tells browsers its public half', () => {
    const knowing = [...privilegesOf(whole)].filter(([, may]) => may.includes('secretsmanager:GetSecretValue Vault/PushSecret'))
    expect(knowing.map(([role]) => role).sort()).toEqual(['FrontDoor/HttpApi/Role', 'FrontDoor/Web/Role', 'Letters/Sender/Role'])
  })
})
