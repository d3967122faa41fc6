import type { Alert, AlertContent } from '@kunak/contracts/alerts'

/** An invented alert; hours count back from when the demo network is loaded, and forward for a date in court. */
export interface InventedAlert {
  /** By the number of the organisation. */
  readonly by: number
  /** Left out, the one that raises it; null where it is not named. */
  readonly about?: number | null
  readonly state?: Exclude<Alert['state'], 'draft'>
  readonly isExercise?: true
  readonly outHoursAgo: number
  readonly happenedHoursAgo: number
  readonly verifiedBy?: number
  /** Out for six hours on one organisation's word. */
  readonly isUnverified?: true
  readonly extended?: string
  readonly updates?: readonly (readonly [hoursAgo: number, text: string, publicText?: Readonly<Record<string, string>>])[]
  readonly closed?: readonly [hoursAgo: number, outcome: NonNullable<Alert['closed']>['outcome'], note: string]
  readonly courtInHours?: number
  readonly pressures: AlertContent['pressures']
  readonly republic: AlertContent['republic']
  readonly consent?: AlertContent['consent']
  readonly audience?: AlertContent['audience']
  /** By its place among the invented circles. */
  readonly circle?: number
  readonly who?: string
  readonly known: string
  readonly notKnown?: string
  readonly cautions?: string
  readonly authorities?: string
  readonly courtPlace?: string
  /** What everybody may read, where it is public. */
  readonly headline?: Readonly<Record<string, string>>
  readonly summary?: Readonly<Record<string, string>>
  readonly needs?: readonly (readonly [AlertContent['needs'][number]['kind'], number, string?])[]
  readonly ladder?: AlertContent['ladder']
}

/** Alerts of the demo network in every state that a reader can meet. Nothing of it has happened, to nobody. */
export const inventedAlerts: readonly InventedAlert[] = [
  {
    by: 22,
    about: null,
    state: 'resolved',
    outHoursAgo: 400,
    happenedHoursAgo: 402,
    verifiedBy: 36,
    pressures: ['detention'],
    republic: 'RU-KB',
    who: 'Стажёр мастерской',
    known: 'Задержан после приёма в районном центре, сутки без адвоката.',
    headline: { ru: 'Юриста-стажёра отпустили', en: 'A trainee lawyer was released' },
    summary: {
      ru: 'Вымышленная тревога. Молодого юриста задержали после приёма граждан; через трое суток его отпустили без обвинения.',
      en: 'An invented alert. A young lawyer was detained after seeing clients; three days later he was released without charge.',
    },
    needs: [['lawyer_now', 1]],
    closed: [330, 'released', 'Вышел вечером, дома. Спасибо всем, кто приехал к отделу.'],
  },
  {
    by: 22,
    state: 'cancelled',
    outHoursAgo: 200,
    happenedHoursAgo: 200,
    isUnverified: true,
    pressures: ['raid'],
    republic: 'RU-KB',
    known: 'К офису подъехали три машины, люди в форме у подъезда.',
    headline: { ru: 'Ложная тревога: обыска нет', en: 'A false alarm: no search' },
    summary: {
      ru: 'Вымышленная тревога. Приезжали к соседям с проверкой пожарной сигнализации.',
      en: 'An invented alert. They had come to the neighbours, to check a fire alarm.',
    },
    closed: [199, null, 'Пожарная проверка у соседей. Простите за испуг.'],
  },
  {
    by: 24,
    state: 'expired',
    outHoursAgo: 300,
    happenedHoursAgo: 301,
    verifiedBy: 18,
    pressures: ['event_ban'],
    republic: 'RU-KC',
    known: 'Зал отменил встречу с избирателями за час до начала.',
    headline: { ru: 'Сорвана встреча с избирателями', en: 'A meeting with voters was broken up' },
    summary: {
      ru: 'Вымышленная тревога. Зал закрыли за час до встречи, на которую пришло двести человек.',
      en: 'An invented alert. The hall was closed an hour before a meeting to which two hundred people had come.',
    },
    needs: [['office_space', 1, 'зал · a hall']],
    closed: [228, null, ''],
  },
  {
    by: 36,
    isExercise: true,
    outHoursAgo: 30,
    happenedHoursAgo: 30,
    verifiedBy: 1,
    pressures: ['cyberattack'],
    republic: 'exile',
    known: 'Учение: представьте, что наш почтовый ящик взломан.',
    headline: { ru: 'Взломана почта', en: 'A mailbox is taken over' },
    summary: {
      ru: 'Это учение: ничего не случилось. Проверяем, кто ответит за час.',
      en: 'This is an exercise: nothing has happened. We see who answers within an hour.',
    },
    needs: [['digital_security', 1]],
  },
  {
    by: 22,
    about: null,
    outHoursAgo: 26,
    happenedHoursAgo: 28,
    pressures: ['surveillance'],
    republic: 'RU-KC',
    audience: 'circle',
    circle: 0,
    who: 'Семья доверителя',
    known: 'Вторые сутки у дома стоит одна и та же машина.',
    cautions: 'Не пишите им и не приезжайте.',
    needs: [['physical_security', 1]],
    ladder: [{ afterMinutes: 4000, atLeast: 1, to: 'coordinators' }],
  },
  {
    by: 9,
    about: null,
    outHoursAgo: 14,
    happenedHoursAgo: 20,
    consent: 'refused',
    audience: 'coordinators',
    pressures: ['gender_based'],
    republic: 'RU-CE',
    known: 'Женщина просит, чтобы об этом знали только координаторы.',
    needs: [['relocation', 1]],
  },
  {
    by: 18,
    outHoursAgo: 9,
    happenedHoursAgo: 12,
    verifiedBy: 24,
    pressures: ['threat', 'smear'],
    republic: 'RU-SE',
    known: 'Посреднице пишут с трёх номеров, выложили её адрес.\nЗаявление подано, талон есть.',
    notKnown: 'Кто выложил адрес.',
    authorities: 'Прокуратура Пригородного района.',
    needs: [
      ['digital_security', 1],
      ['psychosocial', 1],
      ['presence', 4, 'человека по вечерам'],
    ],
    ladder: [{ afterMinutes: 4000, atLeast: 2, to: 'coordinators' }],
  },
  {
    by: 33,
    about: null,
    state: 'submitted',
    outHoursAgo: 2,
    happenedHoursAgo: 5,
    consent: 'not_reachable',
    pressures: ['disappearance'],
    republic: 'RU-IN',
    who: 'Бывший доверитель',
    known: 'Вышел из дома утром, телефон выключен. Соседи видели микроавтобус без номеров.',
    needs: [
      ['lawyer_now', 1],
      ['international_complaint', 1],
    ],
  },
  {
    by: 1,
    outHoursAgo: 20,
    happenedHoursAgo: 22,
    verifiedBy: 22,
    extended: 'Техника не возвращена, суд впереди.',
    courtInHours: 120,
    courtPlace: 'Районный суд, зал 3',
    pressures: ['raid', 'seizure'],
    republic: 'RU-DA',
    who: 'Двое сотрудников',
    known: 'С девяти утра в офисе шёл обыск. Изъяты четыре ноутбука и архив дел за два года.\nАдвоката пустили через три часа.',
    notKnown: 'Куда увезли технику.',
    cautions: 'Не звоните в офис. Пишите в Matrix.',
    authorities: 'Прокуратура республики; уполномоченный по правам человека.',
    headline: { ru: 'Обыск в офисе адвокатов в Дагестане', en: 'A law office in Dagestan is searched' },
    summary: {
      ru: 'Вымышленная тревога. В офисе прошёл обыск, изъяты техника и архив. Нужны адвокаты, техника и внимание прессы.',
      en: 'An invented alert. The office was searched, equipment and archive were seized. Lawyers, equipment and media attention are needed.',
    },
    needs: [
      ['lawyer_now', 2],
      ['equipment', 4, 'ноутбука · laptops'],
      ['court_observer', 3],
      ['media_attention', 1],
    ],
    updates: [
      [
        16,
        'Обыск закончился, сотрудников отпустили под подписку о неразглашении.',
        { ru: 'Обыск закончился.', en: 'The search is over.' },
      ],
      [4, 'Жалоба на изъятие назначена к рассмотрению. Нужны наблюдатели.', { ru: 'Назначен суд.', en: 'A court date is set.' }],
    ],
  },
  {
    by: 9,
    about: null,
    outHoursAgo: 1,
    happenedHoursAgo: 3,
    isUnverified: true,
    consent: 'by_relative_or_lawyer',
    pressures: ['abduction'],
    republic: 'RU-CE',
    who: 'Брат свидетельницы',
    known: 'Увезли из дома люди в масках, родным ничего не сказали.',
    notKnown: 'Где он.',
    cautions: 'Не называйте фамилию.',
    headline: { ru: 'В Чечне увезли человека', en: 'A man was taken away in Chechnya' },
    summary: {
      ru: 'Вымышленная тревога. Человека увезли из дома, где он, неизвестно.',
      en: 'An invented alert. A man was taken from his home; nobody knows where he is.',
    },
    needs: [
      ['lawyer_now', 1],
      ['advocacy', 2],
    ],
  },
]
