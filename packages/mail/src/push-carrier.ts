import type { Pushed } from '@kunak/contracts/identity'
import webPush from 'web-push'

export interface PushCarrier {
  /** What signs the requests (VAPID, RFC 8292). */
  readonly keys: { readonly publicKey: string; readonly privateKey: string }
  /** The address that the services may write to: letters come from it too. */
  readonly from: string
}

const patienceMs = 5000
/** A service keeps a note for a browser that is off for so long; a later one takes its place. */
const keptSeconds = 24 * 60 * 60
const topic = 'news'

/**
 * Tells a browser that there is something new, through the service of its maker. The request has no body at all: the service learns that
 * this browser is told something by this site, and when, and nothing else (RFC 8030, §5).
 */
export function pushCarrier({ keys, from }: PushCarrier): (endpoint: string) => Promise<Pushed> {
  const vapidDetails = { ...keys, subject: `mailto:${from}` }
  return async (endpoint) => {
    const { method, headers } = webPush.generateRequestDetails({ endpoint } as webPush.PushSubscription, null, {
      vapidDetails,
      TTL: keptSeconds,
      urgency: 'high',
      topic,
    })
    // Where a service sends us on to, nobody has looked at.
    const ask = { method, headers: sayable(headers), redirect: 'manual', signal: AbortSignal.timeout(patienceMs) } as const
    return await fetch(endpoint, ask).then(outcomeOf, () => 'later' as const)
  }
}

/** The platform says itself how long a body is. */
function sayable(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length')
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
}

async function outcomeOf(response: Response): Promise<Pushed> {
  // Nobody reads what it says besides, and a line that breaks there changes nothing.
  await response.body?.cancel().catch(() => undefined)
  const { ok, status } = response
  if (ok) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}
