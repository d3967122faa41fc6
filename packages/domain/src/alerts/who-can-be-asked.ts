import type { OrganisationId } from '@kunak/contracts'
import type { CanBeAsked, WholeAlert } from '@kunak/contracts/alerts'
import type { OrganisationView } from '@kunak/contracts/directory'
import { type ExpertiseArea, helpingAreas } from '@kunak/vocabulary'
import { canHelp, deliveredBy, helpersByNearness, type PossibleHelper } from '../directory/index.ts'
import { namedAs } from './named-for.ts'

/** The areas of expertise that bear on an alert. */
export function areasFor({ needs, pressures }: Pick<WholeAlert, 'needs' | 'pressures'>): ExpertiseArea[] {
  return helpingAreas(
    needs.map(({ kind }) => kind),
    pressures,
  )
}

interface Helper extends PossibleHelper {
  readonly view: OrganisationView
  readonly area: CanBeAsked['area']
  readonly republic: CanBeAsked['republic']
}

/** Who of some organisations can still be asked for help with an alert, nearest first: those that know what helps, have time, and are not among who answered. */
export function whoCanBeAsked(
  alert: Pick<WholeAlert, 'needs' | 'pressures' | 'republic'>,
  organisations: readonly OrganisationView[],
  answered: ReadonlySet<OrganisationId>,
): CanBeAsked[] {
  const areas = new Set<string>(areasFor(alert))
  const helpers = (how: 'on_site' | 'remote') =>
    Map.groupBy(
      organisations.filter(({ id }) => !answered.has(id)).flatMap((view) => helpersOf(view, areas, how)),
      ({ republic }) => republic as string,
    )
  const [onSite, remote] = [helpers('on_site'), helpers('remote')]
  return helpersByNearness(
    alert.republic ?? '',
    (republic) => onSite.get(republic) ?? [],
    (republic) => remote.get(republic) ?? [],
  ).map(({ helper: { view, republic, area, level, capacity }, how }) => ({
    ...{ republic, how, area, level, capacity },
    organisation: namedAs(view),
  }))
}

function helpersOf(view: OrganisationView, areas: ReadonlySet<string>, how: 'on_site' | 'remote'): Helper[] {
  const { id, names, expertise = [], worksIn = [] } = view
  const [sortKey = ''] = Object.values(names)
  return expertise
    .filter((entry) => areas.has(entry.area) && canHelp(entry) && deliveredBy(entry).includes(how))
    .flatMap(({ area, level, capacity }) =>
      worksIn.map(({ republic }) => ({ id, sortKey, level, capacity, republic, area, view })),
    )
}
