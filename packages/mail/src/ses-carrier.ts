import { type SESClient, SendRawEmailCommand, type SESServiceException } from '@aws-sdk/client-ses'
import type { Posted, PostLetter } from '@kunak/contracts/identity'
import { composeLetter, type Letterhead } from './compose-letter.ts'

export interface SesCarrier extends Letterhead {
  readonly client: Pick<SESClient, 'send'>
  /** The configuration set that demands TLS and hears of bounces. */
  readonly configurationSet: string
  readonly now: () => Date
}

const patienceMs = 5000

/**
 * Hands letters to Amazon SES. A client should not try again by itself: whether a letter that got no answer went out, nobody knows, and
 * the worker tries it again in its time (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html).
 */
export function sesCarrier({ client, configurationSet, now, ...letterhead }: SesCarrier): PostLetter {
  return async (letter) => {
    const Data = await composeLetter(letter, letterhead, now())
    const send = new SendRawEmailCommand({
      Source: letterhead.from,
      Destinations: [letter.to],
      ConfigurationSetName: configurationSet,
      RawMessage: { Data },
    })
    return client.send(send, { abortSignal: AbortSignal.timeout(patienceMs) }).then(
      () => 'sent' as const,
      (fault: unknown) => outcomeOf(fault, letterhead.from),
    )
  }
}

const tooMany = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException'])
const refusals = new Set(['MessageRejected', 'InvalidParameterValue'])

function outcomeOf(fault: unknown, from: string): Posted {
  const { name, message } = fault instanceof Error ? fault : { name: '', message: '' }
  if (tooMany.has(name)) return 'slow_down'
  // A sender that is not verified is refused by the same name, and is our fault, not the address's.
  const isOurs = message.includes(from) || message.includes(from.slice(from.indexOf('@') + 1))
  if (refusals.has(name) && !isOurs) return 'refused'
  return hasAnswered(fault) ? 'later' : 'unanswered'
}

/** Whether the carrier said something at all: who hears nothing does not know whether the letter went out. */
function hasAnswered(fault: unknown): boolean {
  return fault instanceof Error && '$metadata' in fault && Number((fault as SESServiceException).$metadata.httpStatusCode) > 0
}
