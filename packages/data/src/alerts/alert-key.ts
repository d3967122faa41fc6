import { AlertId } from '@kunak/contracts'

/** How events and items name an alert. */
export const alertSubject = (id: AlertId): string => `ALERT#${id}`

/** Where an alert is kept. */
export const alertKey = (id: AlertId) => ({ pk: alertSubject(id), sk: 'STATE' })

/** The alert that a subject names, or null when it names something else. */
export function alertIdOf(subject: string): AlertId | null {
  const named = /^ALERT#(.+)$/.exec(subject)?.[1]
  return AlertId.safeParse(named).data ?? null
}
