import { PersonId } from '@kunak/contracts'
import type { Membership, Role } from '@kunak/contracts/identity'
import { demoId } from './demo-organisation.ts'
import { numbered } from './numbered.ts'

/** An invented person of the demo network, who signs in by her mail address. */
export interface DemoPerson {
  readonly id: PersonId
  readonly mail: string
  /** What her colleagues call her. */
  readonly name: string
  readonly memberships: readonly Membership[]
  readonly isCoordinator: boolean
  /** What there is to see as her, in a few words. */
  readonly may: string
}

interface Invented {
  readonly name: string
  readonly of?: readonly (readonly [organisation: number, role: Role])[]
  readonly isCoordinator?: true
  readonly may: string
}

/** By the part of the mail address in front of the @. Coordinators belong to different organisations, so that any two can act together. */
const invented: Readonly<Record<string, Invented>> = {
  asiyat: {
    name: 'Асият',
    of: [[36, 'steward']],
    isCoordinator: true,
    may: 'coordinator; steward of Geneva Desk (founding)',
  },
  zalina: { name: 'Залина', of: [[18, 'member']], isCoordinator: true, may: 'coordinator; member of Common Table' },
  murat: {
    name: 'Мурат',
    of: [[22, 'signatory']],
    isCoordinator: true,
    may: 'coordinator; signs for Noon Legal Workshop (founding)',
  },
  patimat: { name: 'Патимат', of: [[1, 'steward']], may: 'steward of Stone Bridge (founding)' },
  gulnara: { name: 'Гульнара', of: [[1, 'steward']], may: 'the other steward of Stone Bridge' },
  magomed: { name: 'Магомед', of: [[1, 'member']], may: 'member of Stone Bridge: edits, but cannot show more people' },
  kheda: {
    name: 'Хеда',
    of: [
      [9, 'steward'],
      [11, 'signatory'],
    ],
    may: 'of two: steward of Candle in the Window, signs for Good Handwriting',
  },
  luiza: { name: 'Луиза', of: [[9, 'steward']], may: 'the other steward of Candle in the Window' },
  fatima: { name: 'Фатима', of: [[22, 'steward']], may: 'steward of Noon Legal Workshop (founding)' },
  inga: { name: 'Инга', of: [[18, 'steward']], may: 'steward of Common Table' },
  soslan: { name: 'Сослан', of: [[18, 'steward']], may: 'the other steward of Common Table' },
  timur: { name: 'Тимур', of: [[12, 'steward']], may: 'steward of Yard and Tree, whose profile is stale' },
  alim: { name: 'Алим', of: [[23, 'steward']], may: 'steward of White Slope, hidden for having grown old' },
  jamilya: { name: 'Джамиля', of: [[8, 'steward']], may: 'steward of Neighbours’ School, which applies and has its vouches' },
  ruslan: { name: 'Руслан', of: [[8, 'steward']], may: 'the other steward of Neighbours’ School' },
  rustam: { name: 'Рустам', of: [[32, 'steward']], may: 'steward of Steppe Circle, whose standing has lapsed' },
  satsita: { name: 'Сацита', of: [[40, 'steward']], may: 'steward of Winter Bridge, which is frozen' },
}

export const demoPeople: readonly DemoPerson[] = Object.entries(invented).map(
  ([word, { name, of = [], isCoordinator = false, may }], index) => ({
    id: PersonId.parse(numbered('01JDEM0PERS0NS', index + 1)),
    mail: `${word}@demo.kunak.example`,
    name,
    memberships: of.map(([organisation, role]) => ({ organisationId: demoId(organisation), role })),
    isCoordinator,
    may,
  }),
)
