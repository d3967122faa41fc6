import { type SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { Letter } from '@kunak/contracts/identity'
import { describe, expect, it } from 'vitest'
import { sesCarrier } from './ses-carrier.ts'

const letter: Letter = { kind: 'news', to: 'she@post.example', locale: 'en', stopToken: 't' }
const noAnswer = (name: string, message = '') => Object.assign(new Error(message), { name })
const fault = (name: string, message = '') => Object.assign(noAnswer(name, message), { $metadata: { httpStatusCode: 400 } })

function carrier(answer: () => Promise<unknown>) {
  const sent: SendRawEmailCommand[] = []
  const client = {
    send: async (command: SendRawEmailCommand) => {
      sent.push(command)
      return answer()
    },
  }
  const letterhead = { origin: 'https://kunak.example', from: 'post@kunak.example', neutralName: '' }
  const now = () => new Date('2026-11-22T09:00:00Z')
  return { post: sesCarrier({ ...letterhead, client: client as never, configurationSet: 'letters', now }), sent }
}

describe('the carrier of mail', () => {
  it('is given each letter for one address, under the rules of the configuration set', async () => {
    const { post, sent } = carrier(() => Promise.resolve({}))
    expect(await post(letter)).toBe('sent')
    expect(sent.map(({ input: { RawMessage: _, ...rest } }) => rest)).toEqual([
      { Source: 'post@kunak.example', Destinations: ['she@post.example'], ConfigurationSetName: 'letters' },
    ])
  })

  it.each([
    ['slow_down', fault('Throttling', 'Maximum sending rate exceeded.')],
    ['slow_down', fault('ThrottlingException')],
    ['refused', fault('MessageRejected', 'Address is on the suppression list')],
    ['refused', fault('InvalidParameterValue', 'Illegal address')],
    ['later', fault('MessageRejected', 'Email address is not verified: post@kunak.example')],
    ['later', fault('MailFromDomainNotVerifiedException')],
    ['later', fault('AccountSendingPausedException')],
    ['later', fault('InternalFailure')],
    ['unanswered', noAnswer('TimeoutError')],
    ['unanswered', noAnswer('AbortError')],
    ['unanswered', noAnswer('', 'nonsense')],
  ] as const)('says %s to %s', async (posted, why) => {
    const { post } = carrier(() => Promise.reject(why))
    expect(await post(letter)).toBe(posted)
  })
})
