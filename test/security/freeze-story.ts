import type { Organisation } from '@kunak/contracts/directory'
import {
  aCircle,
  anApi,
  anOrganisation,
  aPerson,
  aPersonOf,
  circleIds,
  everyGroup,
  fixedClock,
  type FixedClock,
  putCircle,
  type Someone,
  type TestApi,
} from '@kunak/testing'

/** What the model knows of an organisation: whether it is there, and the word that its name has now and nothing else has. */
export interface Known {
  readonly id: Organisation['id']
  readonly steward: Someone
  state: 'there' | 'frozen' | 'gone'
  word: string
  isInCircle: boolean
}

/** A story of three organisations of one circle, told to the API and to a model of it. */
export class Story {
  readonly house: TestApi
  readonly clock: FixedClock
  readonly known: readonly Known[]
  readonly outsider = anOrganisation()
  words = 0

  constructor(house: TestApi, clock: FixedClock, known: readonly Known[]) {
    this.house = house
    this.clock = clock
    this.known = known
  }

  /** Everybody who may read, each newly signed in, with the old session of a steward apart. */
  readers(): Record<string, Someone | null> {
    return {
      'the public': null,
      'a person of the network': aPersonOf(this.outsider.id, 'member'),
      'a coordinator': aPerson({ isCoordinator: true }),
      ...Object.fromEntries(this.known.map(({ steward }, index) => [`the steward of ${index}`, steward])),
    }
  }

  newWord(): string {
    this.words += 1
    return `слово${['яблоко', 'груша', 'слива', 'вишня', 'айва', 'орех', 'тутовник', 'инжир'][this.words % 8]}${this.words}`
  }
}

export const [circle] = circleIds
export const profileOf = (word: string) => ({
  names: { ru: word },
  description: { ru: word },
  website: '',
  audiences: everyGroup('public'),
})

/** Opens a house with three organisations, all of one circle, for everybody to see. */
export async function begin(): Promise<Story> {
  const clock = fixedClock('2026-11-22T09:00:00Z')
  const house = await anApi({ now: clock })
  const organisations = ['первая', 'вторая', 'третья'].map((word) =>
    anOrganisation({ circles: [circle], audienceCircle: circle, profile: profileOf(word) }),
  )
  const known = organisations.map(({ id, profile }): Known => ({
    id,
    steward: aPersonOf(id),
    state: 'there',
    word: profile.names['ru'] ?? '',
    isInCircle: true,
  }))
  const story = new Story(house, clock, known)
  await house.put(story.outsider, ...organisations)
  await putCircle(house.database, clock(), aCircle({ id: circle, members: organisations }))
  return story
}
