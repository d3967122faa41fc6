import { bestText } from '@kunak/contracts'
import type { PublicAlert } from '@kunak/contracts/alerts'
import { labelOf, outcomes, type Pressure, pressures, republics } from '@kunak/vocabulary'
import type { CapMessage } from './cap-messages.ts'
import { capTime, momentInFeed, feedWords, wordsFor } from './feed-words.ts'
import { element, holding } from './xml.ts'

type Category = 'Security' | 'Safety' | 'Fire' | 'Infra' | 'Other'

/** What is not first of all the work of police, courts and offices. */
const categories: Readonly<Partial<Record<Pressure, readonly Category[]>>> = {
  abduction: ['Safety', 'Security'],
  disappearance: ['Safety', 'Security'],
  torture: ['Safety', 'Security'],
  assault: ['Safety', 'Security'],
  arson: ['Fire', 'Security'],
  death_threat: ['Safety', 'Security'],
  gender_based: ['Safety', 'Security'],
  killing: ['Safety', 'Security'],
  censorship: ['Infra', 'Security'],
  cyberattack: ['Infra', 'Security'],
  dismissal: ['Other'],
  smear: ['Other'],
  other: ['Other'],
}

/** Ends after which nobody is in danger any more. */
const goodEnds = new Set<string | null>([
  'released',
  'charges_dropped',
  'acquitted',
  'property_returned',
  'office_reopened',
  'relocated',
  'threat_ended',
])

const namespace = 'urn:oasis:names:tc:emergency:cap:1.2'

/**
 * A message as a CAP 1.2 document (https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html): elements in the order of the schema,
 * one `info` for each language that the alert is written in, and every earlier message among its references.
 */
export function writeCap(alert: PublicAlert, message: CapMessage, { origin }: { readonly origin: string }): string {
  const sender = new URL(origin).host
  const references = message.before.map(({ identifier, at }) => `${sender},${identifier},${capTime(at)}`)
  const languages = [...new Set([...Object.keys(alert.headline), ...Object.keys(alert.summary)])].sort()
  const document = holding(
    'alert',
    [
      element('identifier', message.identifier),
      element('sender', sender),
      element('sent', capTime(message.at)),
      element('status', alert.isExercise ? 'Exercise' : 'Actual'),
      element('msgType', message.before.length === 0 ? 'Alert' : message.kind === 'cancelled' ? 'Cancel' : 'Update'),
      element('scope', 'Public'),
      noteOf(alert, message),
      references.length === 0 ? null : element('references', references.join(' ')),
      element('incidents', alert.id),
      ...languages.map((language) => infoOf(alert, message, { language, origin })),
    ],
    { xmlns: namespace },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`
}

function noteOf({ id, isExercise }: PublicAlert, { kind }: CapMessage): string | null {
  const notes = [
    ...(isExercise ? [`${feedWords.ru.exercise} / ${feedWords.en.exercise} ${id}`] : []),
    ...(kind === 'cancelled' ? [`${feedWords.ru.cancelled} / ${feedWords.en.cancelled}`] : []),
  ]
  return notes.length === 0 ? null : element('note', notes.join('. '))
}

interface In {
  readonly language: string
  readonly origin: string
}

function infoOf(alert: PublicAlert, message: CapMessage, { language, origin }: In): string {
  const locale = wordsFor(language)
  const isOver = message.kind === 'resolved' || message.kind === 'cancelled'
  const outcome = message.kind === 'resolved' ? (alert.closed?.outcome ?? null) : null
  return holding('info', [
    element('language', language),
    ...categoriesOf(alert).map((category) => element('category', category)),
    element('event', alert.pressures.map((code) => labelOf(pressures, code, locale)).join('; ')),
    element('responseType', responseTo(message, outcome)),
    element('urgency', isOver ? 'Past' : alert.urgency),
    element('severity', alert.severity),
    element('certainty', message.kind === 'cancelled' ? 'Unlikely' : alert.certainty),
    ...eventCodes(alert),
    element('effective', capTime(message.at)),
    element('expires', capTime(message.until)),
    element('senderName', feedWords[locale].site),
    optional('headline', headlineOf(alert, message, language)),
    optional('description', descriptionOf(alert, message, language)),
    optional('instruction', instructionOf(alert, message, language)),
    element('web', `${origin}/${locale}/alerts/${alert.id}`),
    named('verified', message.isVerified ? 'yes' : 'no'),
    ...(outcome === null ? [] : [named('outcome', outcome)]),
    ...(alert.courtAt === null ? [] : [named('court-date', capTime(alert.courtAt))]),
    areaOf(alert, language),
  ])
}

function categoriesOf({ pressures: codes }: PublicAlert): Category[] {
  const all = codes.flatMap((code) => categories[code] ?? ['Security' as const])
  return all.length === 0 ? ['Other'] : [...new Set(all)]
}

function responseTo({ kind }: CapMessage, outcome: string | null): string {
  if (kind === 'cancelled' || (kind === 'resolved' && goodEnds.has(outcome))) return 'AllClear'
  return kind === 'resolved' ? 'None' : 'Monitor'
}

function eventCodes({ pressures: codes }: PublicAlert): string[] {
  const terms = codes.flatMap((code) => pressures.find((one) => one.code === code)?.huridocs ?? [])
  return [
    ...codes.map((code) => pair('eventCode', 'KUNAK', code)),
    ...[...new Set(terms)].map((term) => pair('eventCode', 'HURIDOCS', term)),
  ]
}

function headlineOf({ headline, isExercise }: PublicAlert, { kind }: CapMessage, language: string): string {
  const words = feedWords[wordsFor(language)]
  const labels = [...(isExercise ? [words.exercise] : []), ...(kind === 'cancelled' || kind === 'resolved' ? [words[kind]] : [])]
  return [...labels, ...(headline[language] ? [headline[language]] : [])].join(': ')
}

/** The summary, whom it is about, every update up to now, and how it ended. */
function descriptionOf(alert: PublicAlert, message: CapMessage, language: string): string {
  const words = feedWords[wordsFor(language)]
  const concerns = alert.concerns && bestText(alert.concerns.names, language)?.text
  const outcome = message.kind === 'resolved' ? alert.closed?.outcome : null
  return [
    alert.summary[language] ?? '',
    concerns ? `${words.concerns}: ${concerns}` : '',
    ...message.updates.map(({ at, text }) => (text[language] ? `${momentInFeed(at)}. ${text[language]}` : '')),
    outcome ? `${words.outcome}: ${labelOf(outcomes, outcome, wordsFor(language))}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function instructionOf({ isExercise }: PublicAlert, { kind, isVerified }: CapMessage, language: string): string {
  const words = feedWords[wordsFor(language)]
  const isOver = kind === 'resolved' || kind === 'cancelled'
  return [...(isExercise ? [words.isExercise] : []), ...(isVerified || isOver ? [] : [words.isUnverified])].join(' ')
}

function areaOf({ republic }: PublicAlert, language: string): string {
  const place = republics.find(({ code }) => code === republic)
  return holding('area', [
    element('areaDesc', labelOf(republics, republic, wordsFor(language))),
    place && place.kind !== 'pseudo' ? pair('geocode', 'ISO3166-2', republic) : null,
  ])
}

const optional = (name: string, text: string) => (text === '' ? null : element(name, text))
const named = (name: string, value: string) => pair('parameter', name, value)
const pair = (name: string, valueName: string, value: string) =>
  holding(name, [element('valueName', valueName), element('value', value)])
