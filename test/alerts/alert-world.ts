import { AlertId, newUlid, type OrganisationId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { inPartition, loadItems, queryAll } from '@kunak/data'
import { alertSubject, loadAlert } from '@kunak/data/alerts'
import { type AlertList, isOpen, listsOf } from '@kunak/domain/alerts'
import {
  aCircleId,
  anOrganisation,
  aPerson,
  aPersonOf,
  everyGroup,
  type FixedClock,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import { expect } from 'vitest'
import { type Actor, type Place, places } from './alert-model.ts'
import { actors, type Name, names } from './alert-steps.ts'

/** The world of one story: fresh organisations and people, and the alert that it is about. */
export interface Story {
  readonly house: TestApi
  readonly clock: FixedClock
  readonly organisations: Readonly<Record<Place, OrganisationId>>
  readonly circleId: ReturnType<typeof aCircleId>
  readonly people: Readonly<Record<Name, Someone | null>>
  id: AlertId
}

export const freshAlertId = (clock: FixedClock): AlertId => AlertId.parse(newUlid(clock().getTime()))

export async function beginStory(house: TestApi, clock: FixedClock): Promise<Story> {
  const circleId = aCircleId()
  const profile = { audiences: everyGroup('public') }
  // Assured for longer than a story lasts, so that nobody is hidden for that.
  const kept = places.map((place) =>
    anOrganisation({
      profile,
      assuredAt: '2900-01-01T00:00:00Z',
      standing: place === 'applicants' ? 'applicant' : 'vetted',
      circles: place === 'theirs' || place === 'friends' ? [circleId] : [],
    }),
  )
  await house.put(...kept)
  const organisations = Object.fromEntries(places.map((place, at) => [place, kept[at]?.id])) as Record<Place, OrganisationId>
  const people = Object.fromEntries(names.map((name) => [name, someoneAs(actors[name], organisations)])) as Story['people']
  return { house, clock, organisations, circleId, people, id: freshAlertId(clock) }
}

function someoneAs({ own, isCoordinator }: Actor, organisations: Story['organisations']): Someone | null {
  const [first] = own
  if (first === undefined) return null
  const memberships = own.map((place) => ({ organisationId: organisations[place], role: 'member' as const }))
  return { ...(isCoordinator ? aPerson({ isCoordinator }) : aPersonOf(organisations[first], 'member')), memberships }
}

/** The stored alert, after it was looked at whether its history and its places in the lists agree with it. */
export async function soundAlert(story: Story): Promise<Alert | null> {
  const { house, id } = story
  const { database, secrets } = house.dependencies
  const alert = await loadAlert({ database, secrets }, id)
  const events = await queryAll(database, 'events', inPartition(alertSubject(id)))
  const types = events.map(({ type }) => String(type))
  if (!alert) {
    expect(types.length === 0 || types.includes('alert_discarded')).toBe(true)
    return null
  }
  // Begun, thrown away and begun again under one id, at one moment: its history is that of both.
  if (!types.includes('alert_discarded')) checkHistory(alert, types)
  await checkPlaces(story, alert)
  return alert
}

function checkHistory(alert: Alert, types: readonly string[]): void {
  expect(types).toHaveLength(alert.version)
  const count = (...some: string[]) => types.filter((type) => some.includes(type)).length
  expect(count('alert_submitted')).toBeLessThanOrEqual(1)
  expect(count('alert_activated')).toBe(alert.activeAt === null ? 0 : 1)
  expect(count('alert_resolved', 'alert_cancelled', 'alert_expired')).toBe(alert.closed ? 1 : 0)
  expect(count('alert_updated')).toBe(alert.updates.length)
  expect(count('alert_extended')).toBe(alert.extensions.length)
  expect(count('alert_forgotten')).toBe(alert.forgottenAt === null ? 0 : 1)
}

async function checkPlaces({ house, id, organisations, circleId, people }: Story, alert: Alert): Promise<void> {
  const { database } = house
  const universe: AlertList[] = [
    'PUBLIC',
    'NETWORK',
    'COORDINATORS',
    `CIRCLE#${circleId}`,
    ...Object.values(organisations).map((one): AlertList => `ORGANISATION#${one}`),
    ...Object.values(people).flatMap((one): AlertList[] => (one ? [`PERSON#${one.personId}`] : [])),
  ]
  const [now, other] = isOpen(alert) ? ['OPEN', 'ENDED'] : ['ENDED', 'OPEN']
  const keys = [now, other].flatMap((part) => universe.map((list) => ({ pk: `LIST#${list}`, sk: `${part}#${id}` })))
  const found = (await loadItems(database, 'alerts', keys)).map((item, at) => (item ? universe[at % universe.length] : undefined))
  const here = found.slice(0, universe.length).filter((list) => list !== undefined)
  const elsewhere = found.slice(universe.length).filter((list) => list !== undefined)
  expect(here.sort()).toEqual([...listsOf(alert)].sort())
  expect(elsewhere).toEqual([])
}
