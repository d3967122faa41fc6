import type { Database } from '@kunak/data'
import type { Secrets } from '@kunak/data/identity'
import { stopLetters, type WhyNoLetters } from '@kunak/data/letters'
import * as z from 'zod'
import { openOnce } from './open-once.ts'

const Recipients = z.array(z.object({ emailAddress: z.string().min(3) }))
/** What SES says through EventBridge (https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html). */
const SesEvent = z.object({
  detail: z.discriminatedUnion('eventType', [
    z.object({
      eventType: z.literal('Bounce'),
      bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }),
    }),
    z.object({ eventType: z.literal('Complaint'), complaint: z.object({ complainedRecipients: Recipients }) }),
  ]),
})

export interface BounceHearer {
  readonly database: Database
  readonly secrets: Pick<Secrets, 'fingerprintOfMail'>
  readonly now: () => Date
}

/**
 * Ends news to an address that takes none for good, or whose owner called a letter unwanted. A mailbox that is full or a server that is
 * down is no reason. The address itself is looked at once and kept nowhere.
 */
export function hearBounces(open: () => Promise<BounceHearer> | BounceHearer): (event: unknown) => Promise<void> {
  const opened = openOnce(open)
  return async (event) => {
    const { detail } = SesEvent.parse(event)
    const why: WhyNoLetters = detail.eventType === 'Bounce' ? 'bounced' : 'complained'
    if (detail.eventType === 'Bounce' && detail.bounce.bounceType !== 'Permanent') return
    const recipients = detail.eventType === 'Bounce' ? detail.bounce.bouncedRecipients : detail.complaint.complainedRecipients
    const { database, secrets, now } = await opened()
    for (const { emailAddress } of recipients) {
      await stopLetters(database, now(), { mailFingerprint: secrets.fingerprintOfMail(addressIn(emailAddress)), why })
    }
  }
}

/** An address may come with a name before it: `Name <address>`. */
const addressIn = (text: string) => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text
