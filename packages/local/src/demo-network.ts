import type { Organisation } from '@kunak/contracts/directory'
import type { Database } from '@kunak/data'
import { loadOrganisations, saveOrganisation } from '@kunak/data/directory'
import type { Secrets } from '@kunak/data/identity'
import { newOrganisation } from '@kunak/domain/directory'
import { loadDemoAlerts } from './demo/alerts.ts'
import { loadDemoPledges } from './demo/pledges.ts'
import { beyond } from './demo/beyond.ts'
import { chechnyaAndIngushetia } from './demo/chechnya-and-ingushetia.ts'
import { dagestan } from './demo/dagestan.ts'
import { loadDemoCircles } from './demo/circles.ts'
import { demoId, type DemoOrganisation, demoProfile } from './demo/demo-organisation.ts'
import { loadDemoPeople } from './demo/load-people.ts'
import { middleCaucasus } from './demo/middle-caucasus.ts'
import { plainsAndWest } from './demo/plains-and-west.ts'
import { loadDemoVouches } from './demo/vouches.ts'

export { demoPeople } from './demo/people.ts'

/** Every invented organisation of the demo network. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  ...dagestan,
  ...chechnyaAndIngushetia,
  ...middleCaucasus,
  ...plainsAndWest,
  ...beyond,
]

const dayMs = 86_400_000
/** Long enough to have vouched for others, unless told. */
const usualVettedDaysAgo = 300
const appliedDaysAgo = 30
const frozenDaysAgo = 5

export interface LoadedDemo {
  readonly organisations: number
  readonly people: number
}

/** Brings in what of the demo network was never there, each organisation assured so many days ago as it says; answers how much that was. */
export async function loadDemoNetwork(
  { database, secrets }: { readonly database: Database; readonly secrets: Secrets },
  now: Date,
): Promise<LoadedDemo> {
  const ids = demoOrganisations.map(({ number }) => demoId(number))
  const there = new Set((await loadOrganisations(database, ids)).map(({ id }) => id))
  const missing = demoOrganisations.filter(({ number }) => !there.has(demoId(number)))
  for (const invented of missing) await list(database, invented, now)
  await loadDemoVouches(database, now)
  await loadDemoCircles(database, now)
  const people = await loadDemoPeople({ database, secrets }, now)
  await loadDemoAlerts({ database, secrets }, now)
  await loadDemoPledges({ database, secrets }, now)
  return { organisations: missing.length, people }
}

async function list(database: Database, invented: DemoOrganisation, now: Date): Promise<void> {
  const organisation = demoOrganisation(invented, now)
  const event = { type: 'organisation_listed', actor: 'system', data: { version: organisation.version } } as const
  const saved = await saveOrganisation(database, now, { before: null, after: organisation, event })
  if (!saved.ok) throw new Error(`The invented organisation ${invented.number} is being listed by somebody else.`)
}

/** An invented organisation as it has become by now. */
function demoOrganisation(invented: DemoOrganisation, now: Date): Organisation {
  const { number, standing = 'vetted', assuredDaysAgo, isFounding = false } = invented
  const { vettedDaysAgo = standing === 'applicant' ? appliedDaysAgo : usualVettedDaysAgo } = invented
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  const frozenAt = daysAgo(frozenDaysAgo).toISOString()
  const first = newOrganisation(
    { standing: 'applicant', profile: demoProfile(invented, now) },
    { id: demoId(number), now: daysAgo(Math.max(assuredDaysAgo, vettedDaysAgo)) },
  )
  return {
    ...first,
    standing,
    isFounding,
    assuredAt: daysAgo(assuredDaysAgo).toISOString(),
    vettedAt: standing === 'applicant' ? null : daysAgo(vettedDaysAgo).toISOString(),
    ...(standing === 'frozen' && { frozen: { at: frozenAt, before: 'vetted' as const }, lastFrozenAt: frozenAt }),
  }
}
