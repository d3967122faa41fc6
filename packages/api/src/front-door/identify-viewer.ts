import { anonymous } from '@kunak/contracts/identity'
import { loadOrganisations } from '@kunak/data/directory'
import { checkSession, loadPerson, touchSession } from '@kunak/data/identity'
import { isSessionOver, viewerFrom } from '@kunak/domain/identity'
import { createMiddleware } from 'hono/factory'
import type { Front, FrontContext } from './front.ts'
import { sessionTokenOf } from './session-cookie.ts'

/**
 * Finds out who is asking and what her organisations' present state lets her do, before any route is reached. A session that only
 * lets her add a second factor leaves her, for every other route, a member of the public.
 */
export const identifyViewer = createMiddleware<Front>(async (c, next) => {
  c.set('viewer', anonymous)
  c.set('session', null)
  c.set('person', null)
  c.set('organisations', [])
  const token = sessionTokenOf(c)
  if (token !== undefined) await identify(c, token)
  return await next()
})

async function identify(c: FrontContext, token: string): Promise<void> {
  const { database, now } = c.var.dependencies
  const session = await checkSession(database, now(), token)
  const person = session && (await loadPerson(database, session.personId))
  if (!session || !person) return
  const organisations = await loadOrganisations(
    database,
    person.memberships.map(({ organisationId }) => organisationId),
  )
  if (isSessionOver(session, person, organisations)) return
  c.set('session', session)
  c.set('person', person)
  c.set('organisations', organisations)
  if (session.kind === 'full') c.set('viewer', viewerFrom(person, organisations))
  await touchSession(database, now(), session)
}
