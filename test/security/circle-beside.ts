import { CircleId, OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import { aCircle, anOrganisation, putCircle, storyTime, type TestApi } from '@kunak/testing'

/** The circle of an organisation of a test, another member of it, and one that is not in it: their ids follow from its own. */
export const circleBeside = (id: OrganisationId): CircleId => CircleId.parse(`${id.slice(0, 23)}CCC`)
export const memberBeside = (id: OrganisationId): OrganisationId => OrganisationId.parse(`${id.slice(0, 23)}MMM`)
export const guestBeside = (id: OrganisationId): OrganisationId => OrganisationId.parse(`${id.slice(0, 23)}GGG`)

/** Puts that circle and those two in; the organisation itself founds it, or is asked in. Answers it as it is to be put in. */
export async function putCircleBeside(
  house: TestApi,
  own: Organisation,
  { isAsked }: { isAsked: boolean },
): Promise<Organisation> {
  const id = circleBeside(own.id)
  const member = anOrganisation({ id: memberBeside(own.id), circles: [id] })
  await house.put(member, anOrganisation({ id: guestBeside(own.id) }))
  const invited = [{ organisationId: own.id, by: member.id, at: new Date(storyTime).toISOString() }]
  const circle = isAsked ? aCircle({ id, members: [member], invited }) : aCircle({ id, members: [own, member] })
  await putCircle(house.database, house.dependencies.now(), circle)
  return isAsked ? own : { ...own, circles: [id] }
}
