import { newUlid, OrganisationId, PersonId } from '@kunak/contracts'

/** The moment at which the stories of the tests happen. */
export const storyTime = '2026-11-22T09:00:00Z'

/** An id that nothing else has. */
export const anOrganisationId = (): OrganisationId => OrganisationId.parse(newUlid(Date.parse(storyTime)))
export const aPersonId = (): PersonId => PersonId.parse(newUlid(Date.parse(storyTime)))

/** A source of ids that gives the same ones in every run: handed over as `newId`. */
export function countedIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return newUlid(Date.parse(storyTime)).slice(0, 10) + String(count).padStart(16, '0')
  }
}
