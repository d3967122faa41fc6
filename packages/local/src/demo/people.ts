import { PersonId } from '@kunak/contracts'
import type { Identity, Role } from '@kunak/contracts/identity'
import type { UiLocale } from '@kunak/vocabulary'
import { demoId } from './demo-organisation.ts'

/** An invented person of the demo network, for whom one can look at the site. */
export interface DemoPerson {
  readonly identity: Identity
  readonly name: Readonly<Record<UiLocale, string>>
  readonly may: Readonly<Record<UiLocale, string>>
}

const reads = {
  ru: 'Читает то, что открыто сети.',
  en: 'Reads what is open to the network.',
}
const stewards = {
  ru: 'Правит профиль своей организации, решает, кому что видно, и может её убрать.',
  en: 'Edits her organisation’s profile, decides who sees what, and may take it out.',
}

const coordinators = [1, 2]

export const demoPeople: readonly DemoPerson[] = [
  person(1, {
    name: { ru: 'Асият, координатор', en: 'Asiyat, coordinator' },
    memberships: [],
    may: {
      ru: 'Видит всех, даже кандидатов; добавляет организации, загружает списки, записывает юридические ярлыки.',
      en: 'Sees everybody, applicants too; lists organisations, imports lists, records legal labels.',
    },
  }),
  person(2, {
    name: { ru: 'Залина, координатор и участница', en: 'Zalina, coordinator and member' },
    memberships: [[18, 'member']],
    may: {
      ru: 'Всё, что может координатор, и правка профиля «Общего стола», но не расширение круга читателей.',
      en: 'All that a coordinator may, and editing Common Table’s profile, but not showing it to more people.',
    },
  }),
  person(3, {
    name: { ru: 'Патимат, распорядительница «Каменного моста»', en: 'Patimat, steward of Stone Bridge' },
    memberships: [[1, 'steward']],
    may: {
      ru: `${reads.ru} ${stewards.ru}`,
      en: `${reads.en} ${stewards.en}`,
    },
  }),
  person(4, {
    name: { ru: 'Магомед, участник «Каменного моста»', en: 'Magomed, member of Stone Bridge' },
    memberships: [[1, 'member']],
    may: {
      ru: `${reads.ru} Правит профиль, но не может показать его большему кругу.`,
      en: `${reads.en} Edits the profile, but cannot show it to more people.`,
    },
  }),
  person(5, {
    name: { ru: 'Хеда из двух организаций', en: 'Kheda of two organisations' },
    memberships: [
      [9, 'steward'],
      [11, 'signatory'],
    ],
    may: {
      ru: `${reads.ru} Распорядительница «Свечи на окне», подписывает за «Добрый почерк».`,
      en: `${reads.en} Steward of Candle in the Window, signs for Good Handwriting.`,
    },
  }),
  person(6, {
    name: { ru: 'Тимур, распорядитель «Двора и дерева»', en: 'Timur, steward of Yard and Tree' },
    memberships: [[12, 'steward']],
    may: {
      ru: 'Его профиль устарел и не виден публике: одно нажатие «ничего не изменилось» вернёт его.',
      en: 'His profile is stale and gone from public lists: one “nothing has changed” brings it back.',
    },
  }),
  person(7, {
    name: { ru: 'Алим, распорядитель «Белого склона»', en: 'Alim, steward of White Slope' },
    memberships: [[23, 'steward']],
    may: {
      ru: 'Его профиль не подтверждали больше года: его видят только свои и координаторы.',
      en: 'His profile has not been confirmed for over a year: only its own people and coordinators see it.',
    },
  }),
  person(8, {
    name: { ru: 'Джамиля из кандидата «Школа соседей»', en: 'Jamilya of the applicant Neighbours’ School' },
    memberships: [[8, 'steward']],
    may: {
      ru: 'Видит публичное и свою организацию; сеть откроется ей после проверки.',
      en: 'Sees what is public and her own organisation; the network opens to her once it is vetted.',
    },
  }),
  person(9, {
    name: { ru: 'Рустам из «Степного круга»', en: 'Rustam of Steppe Circle' },
    memberships: [[32, 'member']],
    may: {
      ru: 'Членство его организации истекло: он видит публичное и своё.',
      en: 'His organisation’s standing has lapsed: he sees what is public and its own.',
    },
  }),
  person(10, {
    name: { ru: 'Сацита из «Зимнего моста»', en: 'Satsita of Winter Bridge' },
    memberships: [[40, 'steward']],
    may: {
      ru: 'Её организация скрыта ради безопасности: её нет ни для кого, и сама Сацита видит только публичное.',
      en: 'Her organisation is frozen for safety: it exists for nobody, and she herself sees only what is public.',
    },
  }),
]

function person(
  number: number,
  { name, memberships, may }: Omit<DemoPerson, 'identity'> & { readonly memberships: readonly (readonly [number, Role])[] },
): DemoPerson {
  return {
    identity: {
      personId: PersonId.parse(`01JDEM0PERS0NS${String(number).padStart(12, '0')}`),
      memberships: memberships.map(([organisation, role]) => ({ organisationId: demoId(organisation), role })),
      isCoordinator: coordinators.includes(number),
    },
    name,
    may,
  }
}
