import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Application } from '@kunak/contracts/directory'
import { forgetApplicant } from '@kunak/domain/directory'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { forgetInvitationWrites, invitationsOf } from '../identity/index.ts'
import { applicationsDueOn, forgetUnclaimedWrite } from './applications.ts'
import { loadOrganisation, saveOrganisation } from './organisations.ts'

const dayMs = 86_400_000
const mostDaysBack = 60
const clockKey = { pk: 'CLOCK', sk: 'APPLICATIONS' }

/**
 * Forgets the applications that nobody has signed in for within their time: of the applicant's profile nothing is left, nor of the
 * address that was to be invited. Called every minute; it looks at the days since it was last done, and again at the one before.
 */
export async function forgetApplications({
  database,
  now,
}: {
  readonly database: Database
  readonly now: () => Date
}): Promise<void> {
  const today = Math.floor(now().getTime() / dayMs)
  const first = Math.max(((await loadClock(database)) ?? today) - 1, today - mostDaysBack)
  for (let day = first; day <= today; day += 1)
    for (const application of await applicationsDueOn(database, now(), new Date(day * dayMs).toISOString().slice(0, 10)))
      await forget(database, now(), application)
  await database.client.send(new PutCommand({ TableName: database.tables.directory, Item: { ...clockKey, upTo: today } }))
}

async function forget(database: Database, now: Date, { organisationId }: Application): Promise<void> {
  // Whoever accepts at this moment is first or finds nothing: both change the same item.
  const invitations = await invitationsOf(database, new Date(0), organisationId)
  const before = await loadOrganisation(database, organisationId)
  if (!before) return
  const event = { type: 'application_forgotten', actor: 'system', data: {} } as const
  const also = [
    forgetUnclaimedWrite(database, organisationId),
    ...invitations.flatMap((invitation) => forgetInvitationWrites(database, invitation)),
  ]
  await saveOrganisation(database, now, { before, after: forgetApplicant(before), event, also })
}

async function loadClock(database: Database): Promise<number | null> {
  const item = await loadItem(database, 'directory', clockKey)
  return typeof item?.['upTo'] === 'number' ? item['upTo'] : null
}
