import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { fieldGroups, type Organisation } from '@kunak/contracts/directory'

// What every state has in common, so that it takes a third of its place in the file. A part of the file's layout.
const dictionary = Buffer.from(
  JSON.stringify({
    expertise: [
      { area: 'international_litigation', level: 'can_support', capacity: 'limited', until: '2026-01-01', delivery: 'on_site' },
      { area: 'domestic_violence', level: 'experienced', capacity: 'none', until: null, delivery: 'remote' },
    ],
    id: '01M',
    version: 1,
    standing: 'vetted',
    profile: {
      names: {
        ru: 'Центр Фонд защита права женщины помощь поддержка общественная организация ',
        en: 'Centre Fund rights of women legal ',
      },
      acronym: '',
      description: { ru: 'Мы ', en: 'We help with the and for ' },
      legalForm: 'public_organisation',
      foundedYear: 2011,
      basedIn: 'RU',
      identifiers: [],
      address: '',
      worksIn: [{ republic: 'RU-DA', district: '' }],
      languages: ['ru', 'en', 'ce'],
      expertise: [{ area: 'criminal_defence', level: 'lead', capacity: 'open', until: null, delivery: 'both' }],
      website: 'https://www.',
      contacts: [{ channel: 'email', value: '@', audience: 'network' }],
      safeContact: {},
      legalFlags: [],
      audiences: Object.fromEntries(fieldGroups.map((group) => [group, 'network'])),
    },
    assuredAt: '2026-01-01T09:00:00.000Z',
    createdAt: '2026-01-01T09:00:00.000Z',
  }),
)

/** The state of an organisation as a search file keeps it. */
export function packState(organisation: Organisation): Uint8Array {
  return deflateRawSync(JSON.stringify(organisation), { dictionary })
}

/** The state of an organisation in a search file: parsed before it was put there, so it is not parsed again. */
export function stateIn(file: DatabaseSync, number: number): Organisation {
  let states = statesOf.get(file)
  if (states === undefined) {
    states = { read: file.prepare('SELECT state FROM organisations WHERE number = ?'), lately: new Map() }
    statesOf.set(file, states)
  }
  const known = states.lately.get(number)
  if (known !== undefined) return known
  const packed = states.read.get(number)?.['state']
  if (!(packed instanceof Uint8Array)) throw new Error('The search file has no such organisation.')
  const state = JSON.parse(inflateRawSync(packed, { dictionary }).toString()) as Organisation
  if (states.lately.size >= mostKept) states.lately.clear()
  states.lately.set(number, state)
  return state
}

// Some 5 kB each. A number never stands for another state, so what is kept stays right.
const mostKept = 2_000
const statesOf = new WeakMap<DatabaseSync, { readonly read: StatementSync; readonly lately: Map<number, Organisation> }>()
