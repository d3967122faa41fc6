import type { Person } from '@kunak/contracts/identity'
import type { FrontContext } from './front.ts'

/** The moment at which something of hers begins now, such as a session: never before all that began earlier has ended. */
export function beginsAt(c: FrontContext, { sessionsFrom }: Pick<Person, 'sessionsFrom'>): string {
  const now = c.var.dependencies.now().toISOString()
  return now > sessionsFrom ? now : sessionsFrom
}
