import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import type { Database } from '@kunak/data'
import { loadOrganisations, saveOrganisation } from '@kunak/data/directory'
import { listOrganisation } from '@kunak/domain/directory'
import { beyond } from './demo/beyond.ts'
import { chechnyaAndIngushetia } from './demo/chechnya-and-ingushetia.ts'
import { dagestan } from './demo/dagestan.ts'
import { demoId, type DemoOrganisation, demoProfile } from './demo/demo-organisation.ts'
import { middleCaucasus } from './demo/middle-caucasus.ts'
import { demoPeople } from './demo/people.ts'
import { plainsAndWest } from './demo/plains-and-west.ts'

export { type DemoPerson, demoPeople } from './demo/people.ts'

/** Every invented organisation of the demo network. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  ...dagestan,
  ...chechnyaAndIngushetia,
  ...middleCaucasus,
  ...plainsAndWest,
  ...beyond,
]

const dayMs = 86_400_000

/** Lists the invented organisations that are not there yet, each assured so many days ago as it says; answers how many it listed. */
export async function loadDemoNetwork(database: Database, now: Date): Promise<number> {
  const ids = demoOrganisations.map(({ number }) => demoId(number))
  const there = new Set((await loadOrganisations(database, ids)).map(({ id }) => id))
  const missing = demoOrganisations.filter(({ number }) => !there.has(demoId(number)))
  for (const invented of missing) await list(database, invented, now)
  return missing.length
}

async function list(database: Database, invented: DemoOrganisation, now: Date): Promise<void> {
  const { number, standing = 'vetted', assuredDaysAgo } = invented
  const then = new Date(now.getTime() - assuredDaysAgo * dayMs)
  const listed = listOrganisation(
    coordinator(),
    { standing: standing === 'applicant' ? 'applicant' : 'vetted', profile: demoProfile(invented, now) },
    { id: demoId(number), now: then },
  )
  if (!listed.ok) throw new Error(`The invented organisation ${number} is refused: ${JSON.stringify(listed.refusal)}`)
  // Standings that an organisation only comes to in time.
  const organisation: Organisation = { ...listed.value, standing }
  const event = { type: 'organisation_listed', actor: coordinator().personId, data: { version: organisation.version } }
  const saved = await saveOrganisation(database, now, { before: null, after: organisation, event })
  if (!saved.ok) throw new Error(`The invented organisation ${number} is being listed by somebody else.`)
}

function coordinator(): Viewer {
  const found = demoPeople.find(({ identity }) => identity.isCoordinator)
  if (!found) throw new Error('The demo network has no coordinator.')
  return { ...found.identity, isInNetwork: true }
}
