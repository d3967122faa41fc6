import type { Proposal, ProposalView } from '@kunak/contracts/directory'
import { loadStandings } from '@kunak/data/directory'
import { loadPeople } from '@kunak/data/identity'
import { freezeCodeOf } from '@kunak/domain/directory'
import { mayDecide } from '@kunak/domain/identity'
import type { FrontContext } from '../../front-door/front.ts'
import { nameOf, viewsOf } from '../../front-door/views-of.ts'
import { partyOfReader } from './party-of.ts'

/**
 * Proposals as this coordinator sees them. One about an organisation that she may not see now is not there, except the end of a freeze,
 * which goes by its code.
 */
export async function proposalViews(c: FrontContext, proposals: readonly Proposal[]): Promise<ProposalView[]> {
  const { viewer, dependencies } = c.var
  const { database, secrets } = dependencies
  if (proposals.length === 0) return []
  const me = partyOfReader(c)
  const ids = proposals.flatMap(({ about, organisationIds }) => [
    ...organisationIds,
    ...(about.kind === 'organisation' ? [about.organisationId] : []),
  ])
  // Only the end of a freeze is about what nobody sees.
  const isAnyFrozen = proposals.some(({ about }) => about.act === 'unfreeze')
  const [people, views, standings] = await Promise.all([
    loadPeople(
      database,
      proposals.map(({ proposedBy }) => proposedBy),
    ),
    viewsOf(c, ids),
    isAnyFrozen ? loadStandings(database) : [],
  ])
  const proposers = new Map(people.map((one) => [one.id, one]))
  const frozen = new Set(standings.filter(({ isFrozen }) => isFrozen).map(({ id }) => id))
  return proposals.flatMap((proposal) => {
    const { id, about, reason, proposedAt, until, proposedBy, organisationIds } = proposal
    const organisation = about.kind === 'organisation' ? nameOf(views.get(about.organisationId)) : null
    const subject =
      about.kind === 'person'
        ? { mail: secrets.unseal(about.mail) }
        : organisation
          ? { organisation }
          : about.act === 'unfreeze' && frozen.has(about.organisationId)
            ? { freezeCode: freezeCodeOf(about.organisationId) }
            : null
    if (!subject) return []
    const theirs = [
      ...organisationIds,
      ...(proposers.get(proposedBy)?.memberships ?? []).map(({ organisationId }) => organisationId),
    ]
    const isConcerned = about.kind === 'person' && about.mailFingerprint === me?.person.mailFingerprint
    const isMine = proposedBy === viewer.personId
    return {
      id,
      act: about.act,
      ...subject,
      reason,
      proposedAt,
      until,
      isMine,
      proposedFor: organisationIds.map((one) => views.get(one)?.names).filter((names) => names !== undefined),
      mayConfirm:
        me !== null &&
        !isMine &&
        !isConcerned &&
        mayDecide(me, about.kind === 'organisation' ? { organisationId: about.organisationId } : null) &&
        !theirs.some((one) => me.organisationIds.includes(one)),
    }
  })
}
