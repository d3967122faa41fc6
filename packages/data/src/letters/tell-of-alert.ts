import { type AlertId, PersonId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { type ToldOfAlert, type Ways, waysWhenAsked, waysWhenOut, whoIsToldOfAlert } from '@kunak/domain/alerts'
import type { ToldEvent } from '@kunak/domain/identity'
import { alertIdOf, listAnswers, loadAlert, type Reader, readersOf, writeNotices } from '../alerts/index.ts'
import { peopleOfOrganisations } from '../identity/index.ts'
import { union } from './change-letter-job.ts'
import { letterJobId, personsOf } from './letter-job.ts'
import { jobIdsOf, keepMailings, loadJobsOf, loadMailings } from './mailings.ts'
import type { Teller } from './tell-people.ts'
import { otherSideOf, pledgersOf } from './told-of-pledge.ts'
import { writeAlertLetters } from './write-alert-letters.ts'
import { inParts, newJob, putJobs, writeLetterJobs } from './write-letter-jobs.ts'

type AlertEvent = ToldEvent & { readonly id: string }

/**
 * Writes the letters that an event of an alert sends. The same event told again writes nothing more, and one that an end has overtaken
 * tells nobody whom the end does not reach.
 */
export async function tellOfAlert(teller: Teller, event: AlertEvent): Promise<void> {
  const id = alertIdOf(event.subject)
  const alert = id && (await loadAlert(teller, id))
  if (!alert) return
  if (event.type === 'alert_extended' && alert.until !== null)
    await keepMailings(teller.database, teller.now(), { alert: alert.id, until: alert.until })
  const told = whoIsToldOfAlert(event)
  if (told.includes('verifiers')) await tellReaders(teller, event, { alert, why: 'asked', waysOf: waysWhenAsked })
  if (told.includes('audience')) await tellReaders(teller, event, { alert, why: 'out', waysOf: waysWhenOut })
  if (told.includes('reached')) await tellReached(teller, event, alert)
  if (told.includes('silent')) await tellSilent(teller, event, alert)
  const few = new Set((await Promise.all(told.map((who) => findFew(teller, { who, event, alert })))).flat())
  await writeNotices(teller.database, { event, persons: [...few] })
  const reached = told.includes('reached') && few.size > 0 ? await reachedBy(teller, alert) : new Set<PersonId>()
  const recipients = [...few.difference(reached)].sort().map((person) => ({ person }))
  await writeLetterJobs(teller.database, teller.now(), { event, letter: 'news', recipients })
}

/** First letters to those readers of an alert to whom one is to go. */
async function tellReaders(
  { database, now, perSecond }: Teller,
  event: AlertEvent,
  {
    alert,
    why,
    waysOf,
  }: {
    readonly alert: Alert
    readonly why: 'asked' | 'out'
    readonly waysOf: (viewer: Reader['viewer'], subscriber: Reader['subscriber'], alert: Alert) => Ways
  },
): Promise<void> {
  const readers = await readersOf(database, alert)
  const people = readers
    .filter(({ viewer, subscriber }) => {
      const { mail, push } = waysOf(viewer, subscriber, alert)
      return mail || push
    })
    .map(({ subscriber }) => subscriber.personId)
  await writeAlertLetters(database, now(), { event, about: { why, alerts: [alert.id] }, people, perSecond })
}

/** A twin of each job about an alert: it goes to those whom that one has reached, which is known when it is sent. */
async function tellReached(
  { database, now, perSecond }: Teller,
  event: AlertEvent,
  { id: alert }: { readonly id: AlertId },
): Promise<void> {
  const why = event.type === 'alert_updated' ? 'update' : 'end'
  const originals = (await loadMailings(database, alert)).flatMap(jobIdsOf)
  const jobs = originals.map((twinOf) =>
    newJob(now(), {
      id: letterJobId(event, twinOf),
      letter: 'news',
      about: { why, alerts: [alert] },
      twinOf,
      recipients: [],
    }),
  )
  await putJobs(database, now(), { jobs, perSecond })
}

/** One more letter to those whom the first have reached and who have said nothing, while the alert is out and still for them. */
async function tellSilent(teller: Teller, event: AlertEvent, alert: Alert): Promise<void> {
  const said = new Set((await listAnswers(teller, alert.id)).map(({ personId }) => personId))
  const silent = [...(await reachedBy(teller, alert))].filter((id) => !said.has(id)).sort()
  const jobs = inParts(silent).map((part, n) =>
    newJob(teller.now(), {
      id: letterJobId(event, n),
      letter: 'news',
      about: { why: 'out', alerts: [alert.id] },
      recipients: part.map((person) => ({ person })),
    }),
  )
  await putJobs(teller.database, teller.now(), { jobs, perSecond: teller.perSecond })
}

/** Whom the letters about an alert have reached so far: a twin tells them, and nothing else besides. */
async function reachedBy({ database }: Teller, { id }: Alert): Promise<Set<PersonId>> {
  const jobs = await loadJobsOf(database, await loadMailings(database, id))
  return new Set(
    [...jobs.values()].flatMap(({ recipients, reached, tried }) =>
      personsOf(union(reached, tried).flatMap((place) => recipients[place] ?? [])),
    ),
  )
}

/** The few people whom an event names by what they are to an alert. */
async function findFew(
  teller: Teller,
  { who, event, alert }: { readonly who: ToldOfAlert; readonly event: AlertEvent; readonly alert: Alert },
): Promise<PersonId[]> {
  switch (who) {
    case 'leaders':
      return leadersOf(teller.database, alert)
    case 'pledgers':
      return pledgersOf(teller, alert)
    case 'other_side':
      return otherSideOf(teller, event, { alert, leaders: () => leadersOf(teller.database, alert) })
    case 'named': {
      const named = PersonId.safeParse(event.data['personId'])
      return named.success ? [named.data] : []
    }
    case 'silent':
    case 'audience':
    case 'verifiers':
    case 'reached':
      return []
  }
}

/** Who leads an alert: its writer, and, where they read it, the stewards of who raised it and of whom it concerns. */
async function leadersOf(database: Teller['database'], { raiserId, raisedBy, content }: Alert): Promise<PersonId[]> {
  const writer = raiserId === null ? [] : [raiserId]
  if (content.audience === 'coordinators') return writer
  const organisations = [raisedBy, ...(content.concerns === null ? [] : [content.concerns])]
  return [...writer, ...(await peopleOfOrganisations(database, organisations, 'steward'))]
}
