import type { UiLocale } from './labels.ts'

type Text = Readonly<Record<UiLocale, string>>

/** What taking part may mean under the law of a country: general information for whoever decides, not advice. */
export interface ExposureNotice {
  readonly code: 'RU' | 'GE' | 'KZ' | 'DE' | 'EU' | 'other'
  /** ISO 3166-1 codes of the countries that it is about; none for all others. */
  readonly countries: readonly string[]
  readonly points: readonly Text[]
  readonly sources: readonly { readonly href: string; readonly title: Text }[]
  /** When the laws and the sources were last looked at; they change often. */
  readonly checkedOn: string
}

const checkedOn = '2026-11-22'
const europeanUnion = ['AT', 'BE', 'BG', 'CY', 'CZ', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE']
const europeanUnionToo = ['IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']

const russianLawAbroad: Text = {
  ru: 'Если среди ваших людей есть граждане России или те, кто туда ездит: российское право может считать нарушением и то, что сделано за границей, например участие в деятельности организации из перечня «нежелательных».',
  en: 'If some of your people are citizens of Russia or travel there: Russian law may treat as an offence what was done abroad too, such as taking part in the activity of an organisation on its list of “undesirable” ones.',
}
const europeanRules: readonly Text[] = [
  {
    ru: 'Регламент ЕС 2016/679 (GDPR) требует основания для обработки данных о людях и защиты при передаче их за пределы ЕС. Взгляды, этничность и религия — особо охраняемые данные.',
    en: 'EU Regulation 2016/679 (GDPR) asks for a legal ground to process data about people and for safeguards when they leave the EU. Opinions, ethnic origin and religion are specially protected.',
  },
  {
    ru: 'Регламент ЕС 269/2014 запрещает предоставлять деньги и экономические ресурсы лицам из санкционного списка ЕС, прямо или косвенно.',
    en: 'EU Regulation 269/2014 forbids making funds or economic resources available, directly or indirectly, to those on the EU’s sanctions list.',
  },
]
const europeanSources = [
  {
    href: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    title: { ru: 'Регламент (ЕС) 2016/679', en: 'Regulation (EU) 2016/679' },
  },
  {
    href: 'https://eur-lex.europa.eu/eli/reg/2014/269/oj',
    title: { ru: 'Регламент (ЕС) № 269/2014', en: 'Regulation (EU) No 269/2014' },
  },
]

/** By jurisdiction; the last is for every country that no other names. */
export const exposureNotices: readonly ExposureNotice[] = [
  {
    code: 'RU',
    countries: ['RU'],
    points: [
      {
        ru: 'Закон № 255-ФЗ от 14.07.2022 о лицах «под иностранным влиянием»: внести в реестр «иностранных агентов» могут за деятельность вместе с поддержкой из-за границы или иным «иностранным влиянием», денег для этого не нужно. Внесённые обязаны помечать материалы и отчитываться; им закрыт ряд видов деятельности. Общая работа с зарубежной организацией может быть названа влиянием.',
        en: 'Law No. 255-FZ of 14 July 2022 on persons “under foreign influence”: the register of “foreign agents” can be applied to activity together with support from abroad or other “foreign influence”; no money is needed. Those on it must label what they publish and report; some activities are closed to them. Working with a foreign organisation may be called influence.',
      },
      {
        ru: '«Нежелательные организации» (закон № 129-ФЗ от 23.05.2015): участие в их деятельности — административное нарушение (ст. 20.33 КоАП), повторное, а также организация и финансирование — преступление (ст. 284.1 УК). Проверяйте перечень перед каждым общим делом.',
        en: '“Undesirable organisations” (Law No. 129-FZ of 23 May 2015): taking part in their activity is an administrative offence (Art. 20.33 of the Code of Administrative Offences); repeatedly, or organising or funding it, a crime (Art. 284.1 of the Criminal Code). Look at the list before each piece of common work.',
      },
      {
        ru: 'Ст. 275.1 УК (введена законом № 260-ФЗ от 14.07.2022): «конфиденциальное сотрудничество» гражданина России с представителем иностранного государства, международной или иностранной организации ради деятельности, заведомо направленной против безопасности России. Формулировка широкая; закрытая переписка с зарубежными партнёрами может привлечь внимание.',
        en: 'Art. 275.1 of the Criminal Code (introduced by Law No. 260-FZ of 14 July 2022): “confidential cooperation” of a Russian citizen with a representative of a foreign state, an international or a foreign organisation, to help activity known to be directed against Russia’s security. The wording is broad; closed correspondence with partners abroad may draw attention.',
      },
      {
        ru: 'Организации, запрещённые судом как экстремистские (закон № 114-ФЗ): организация их деятельности и участие в ней — преступление (ст. 282.2 УК), наказуемо и финансирование (ст. 282.3). Счета тех, кто внесён в перечень Росфинмониторинга, блокируют.',
        en: 'Organisations that a court has banned as extremist (Law No. 114-FZ): organising or taking part in their activity is a crime (Art. 282.2 of the Criminal Code), and so is funding it (Art. 282.3). Accounts of those on the Rosfinmonitoring list are blocked.',
      },
    ],
    sources: [
      {
        href: 'https://www.icnl.org/resources/library/on-control-over-activities-of-persons-under-foreign-influence',
        title: { ru: 'Закон № 255-ФЗ (перевод на английский, ICNL)', en: 'Law No. 255-FZ (unofficial translation, ICNL)' },
      },
      {
        href: 'https://minjust.gov.ru/ru/documents/7756/',
        title: {
          ru: 'Минюст: перечень «нежелательных» организаций',
          en: 'Ministry of Justice: list of “undesirable” organisations',
        },
      },
      {
        href: 'https://minjust.gov.ru/ru/documents/7822/',
        title: { ru: 'Минюст: перечень запрещённых организаций', en: 'Ministry of Justice: list of banned organisations' },
      },
      {
        href: 'https://www.consultant.ru/document/cons_doc_LAW_10699/',
        title: { ru: 'Уголовный кодекс РФ', en: 'Criminal Code of Russia (in Russian)' },
      },
    ],
    checkedOn,
  },
  {
    code: 'GE',
    countries: ['GE'],
    points: [
      {
        ru: 'Закон «О прозрачности иностранного влияния» (2024): организации, которые получают из-за границы больше 20 % дохода, обязаны регистрироваться и отчитываться.',
        en: 'The Law on Transparency of Foreign Influence (2024): organisations that get more than 20 % of their income from abroad must register and report.',
      },
      {
        ru: '«Акт о регистрации иностранных агентов» (принят 1 апреля 2025 года) касается и отдельных людей; за неисполнение предусмотрена уголовная ответственность.',
        en: 'The Foreign Agents Registration Act (passed on 1 April 2025) concerns individuals too; not complying is a criminal offence.',
      },
      {
        ru: 'Закон о грантах (поправки апреля и июня 2025 года): иностранный грант можно принять только с согласия правительства; грантом могут счесть и обучение, и экспертную помощь. За нарушение — штраф вдвое больше гранта.',
        en: 'The Law on Grants (amended in April and June 2025): a foreign grant may be accepted only with the government’s consent; training and expert help may count as a grant too. The fine is twice the grant.',
      },
      russianLawAbroad,
    ],
    sources: [
      {
        href: 'https://www.venice.coe.int/webforms/documents/?pdf=CDL-AD(2024)013-e',
        title: { ru: 'Венецианская комиссия, CDL-AD(2024)013', en: 'Venice Commission, CDL-AD(2024)013' },
      },
      {
        href: 'https://idfi.ge/en/indirect-prohibition-of-international-support-in-georgia',
        title: { ru: 'IDFI о поправках к закону о грантах', en: 'IDFI on the amendments to the Law on Grants' },
      },
      {
        href: 'https://jam-news.net/georgia-approves-bill-outlawing-foreign-grants-without-government-approval/',
        title: { ru: 'JAMnews о согласии на иностранные гранты', en: 'JAMnews on consent to foreign grants' },
      },
    ],
    checkedOn,
  },
  {
    code: 'KZ',
    countries: ['KZ'],
    points: [
      {
        ru: 'Кто получает деньги или имущество из-за границы на юридическую помощь, опросы или сбор и распространение информации, обязан сообщать об этом налоговым органам: о получении и о расходах.',
        en: 'Whoever gets money or property from abroad for legal assistance, surveys or collecting and spreading information must report it to the tax authorities: what was received and how it was spent.',
      },
      {
        ru: 'С сентября 2023 года список получателей иностранного финансирования публикуется.',
        en: 'Since September 2023 the list of those who get foreign funding is published.',
      },
      russianLawAbroad,
    ],
    sources: [
      {
        href: 'https://egov.kz/cms/en/articles/economics/foreign_funding_reporting',
        title: { ru: 'eGov: отчётность об иностранном финансировании', en: 'eGov: reporting of foreign funding' },
      },
      {
        href: 'https://www.frontlinedefenders.org/en/statement-report/kazakhstan-abolish-foreign-funding-register',
        title: { ru: 'Front Line Defenders о реестре', en: 'Front Line Defenders on the register' },
      },
    ],
    checkedOn,
  },
  {
    code: 'DE',
    countries: ['DE'],
    points: [
      ...europeanRules,
      {
        ru: 'Закон о лоббистском реестре (в силе с 1 января 2022 года): кто влияет на решения бундестага или федерального правительства, может быть обязан зарегистрироваться.',
        en: 'The Lobby Register Act (in force since 1 January 2022): whoever seeks to influence decisions of the Bundestag or the Federal Government may have to register.',
      },
      russianLawAbroad,
    ],
    sources: [
      ...europeanSources,
      {
        href: 'https://www.gesetze-im-internet.de/lobbyrg/',
        title: { ru: 'Lobbyregistergesetz (на немецком)', en: 'Lobbyregistergesetz (in German)' },
      },
    ],
    checkedOn,
  },
  {
    code: 'EU',
    countries: [...europeanUnion, ...europeanUnionToo],
    points: [
      ...europeanRules,
      {
        ru: 'У некоторых стран ЕС есть свои правила об иностранном влиянии и финансировании. Узнайте, касаются ли они вас.',
        en: 'Some countries of the EU have rules of their own on foreign influence and funding. Find out whether they concern you.',
      },
      russianLawAbroad,
    ],
    sources: europeanSources,
    checkedOn,
  },
  {
    code: 'other',
    countries: [],
    points: [
      {
        ru: 'Узнайте до вступления, есть ли в вашей стране законы об иностранном финансировании, «иностранных агентах», санкциях и защите данных и касаются ли они работы с организациями других стран.',
        en: 'Find out before you join whether your country has laws on foreign funding, “foreign agents”, sanctions and data protection, and whether they concern work with organisations of other countries.',
      },
      russianLawAbroad,
    ],
    sources: [
      {
        href: 'https://www.icnl.org/resources/civic-freedom-monitor',
        title: { ru: 'ICNL, обзоры законов по странам (на английском)', en: 'ICNL Civic Freedom Monitor, by country' },
      },
    ],
    checkedOn,
  },
]

/** What there is to say about a country (ISO 3166-1). */
export function exposureNoticeFor(country: string): ExposureNotice {
  const found = exposureNotices.find(({ countries }) => countries.includes(country)) ?? exposureNotices.at(-1)
  if (!found) throw new Error('There is no notice for other countries.')
  return found
}
