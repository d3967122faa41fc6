import { AlertId, type PersonId } from '@kunak/contracts'
import type { AlertAnswer, Pledge, PledgeMessage } from '@kunak/contracts/alerts'
import { inPartition, queryAll } from '../../query-items.ts'
import type { AlertStore } from '../alerts.ts'
import { loadAnswer } from './answers.ts'
import { listMessages } from './messages.ts'
import { listPledges } from './pledges.ts'
import { loadReminder } from './reminders.ts'

/** What somebody has left below one alert: her own words and acts, and nobody else's. */
export interface HelpOfPerson {
  readonly alertId: AlertId
  readonly answer: Pick<AlertAnswer, 'answer' | 'organisationId' | 'at'> | null
  readonly remindAt: string | null
  readonly pledges: readonly (Omit<Pledge, 'version' | 'alertId' | 'pledgerId' | 'contacts'> & {
    readonly contact: string | null
  })[]
  readonly messages: readonly Pick<PledgeMessage, 'pledgeId' | 'at' | 'text'>[]
}

/** The alerts below which somebody has left something, each once, by id (strongly consistent). */
export async function alertsHelpedBy({ database }: Pick<AlertStore, 'database'>, personId: PersonId): Promise<AlertId[]> {
  const items = await queryAll(database, 'alerts', inPartition(`PERSON#${personId}`, 'HELP#'))
  return items.map(({ sk }) => AlertId.parse(String(sk).slice('HELP#'.length)))
}

/** Everything that somebody has left below alerts. */
export async function listHelpOf(store: AlertStore, personId: PersonId): Promise<HelpOfPerson[]> {
  const ids = await alertsHelpedBy(store, personId)
  return Promise.all(ids.map((alertId) => helpBelow(store, alertId, personId)))
}

async function helpBelow(store: AlertStore, alertId: AlertId, personId: PersonId): Promise<HelpOfPerson> {
  const [answer, remindAt, pledges] = await Promise.all([
    loadAnswer(store, alertId, personId),
    loadReminder(store.database, alertId, personId),
    listPledges(store, alertId),
  ])
  const messages = (await Promise.all(pledges.map(({ id }) => listMessages(store, alertId, id)))).flat()
  return {
    alertId,
    answer: answer && { answer: answer.answer, organisationId: answer.organisationId, at: answer.at },
    remindAt,
    pledges: pledges
      .filter(({ pledgerId }) => pledgerId === personId)
      .map(({ version: _, alertId: __, pledgerId: ___, contacts, ...pledge }) => ({ ...pledge, contact: contacts.pledger })),
    messages: messages.filter(({ writerId }) => writerId === personId).map(({ pledgeId, at, text }) => ({ pledgeId, at, text })),
  }
}
