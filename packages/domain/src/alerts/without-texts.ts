import { type Alert, emptyRestricted } from '@kunak/contracts/alerts'
import { goesBeyondCircle } from './reads-alert.ts'

/** An alert without what only its audience read, and without who wrote it and who confirmed it. */
export function withoutRestricted(alert: Alert, at: string): Alert {
  const { content, closed, updates, extensions, verified } = alert
  return {
    ...alert,
    raiserId: null,
    verified: verified && { ...verified, personId: null },
    content: { ...content, restricted: emptyRestricted, needs: [], ...(!content.isPublic && { headline: {}, summary: {} }) },
    closed: closed && { ...closed, note: '' },
    updates: updates.map((update) => ({ ...update, text: '', ...(!content.isPublic && { publicText: {} }) })),
    extensions: extensions.map((extension) => ({ ...extension, reason: '' })),
    forgottenAt: at,
  }
}

/** An alert without anything that somebody wrote: what is left are codes, places and moments. */
export function withoutTexts(alert: Alert, at: string): Alert {
  const bare = withoutRestricted(alert, at)
  return {
    ...bare,
    content: { ...bare.content, headline: {}, summary: {} },
    updates: bare.updates.map((update) => ({ ...update, publicText: {} })),
  }
}

/** Whether its hours on the word of one organisation alone are over, and no second one has given its own. */
export function isUnconfirmed({ content, verified, unverifiedUntil }: Alert, now: Date): boolean {
  const isOnOneWord = goesBeyondCircle(content) && verified === null && unverifiedUntil !== null
  return isOnOneWord && unverifiedUntil <= now.toISOString()
}
