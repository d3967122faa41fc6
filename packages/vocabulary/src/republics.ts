/**
 * Where an organisation works: ISO 3166-2 codes of the North Caucasus, then two pseudo-codes for the rest of Russia and for exile.
 * `neighbours` share a land border; the list of gaps uses them to say who could come from next door.
 */
export const republics = [
  { code: 'RU-AD', en: 'Adygea', ru: 'Адыгея', kind: 'republic', neighbours: ['RU-KC'] },
  { code: 'RU-CE', en: 'Chechnya', ru: 'Чечня', kind: 'republic', neighbours: ['RU-IN', 'RU-SE', 'RU-DA', 'RU-STA'] },
  { code: 'RU-DA', en: 'Dagestan', ru: 'Дагестан', kind: 'republic', neighbours: ['RU-CE', 'RU-STA'] },
  { code: 'RU-IN', en: 'Ingushetia', ru: 'Ингушетия', kind: 'republic', neighbours: ['RU-SE', 'RU-CE'] },
  {
    code: 'RU-KB',
    en: 'Kabardino-Balkaria',
    ru: 'Кабардино-Балкария',
    kind: 'republic',
    neighbours: ['RU-KC', 'RU-SE', 'RU-STA'],
  },
  {
    code: 'RU-KC',
    en: 'Karachay-Cherkessia',
    ru: 'Карачаево-Черкесия',
    kind: 'republic',
    neighbours: ['RU-AD', 'RU-KB', 'RU-STA'],
  },
  {
    code: 'RU-SE',
    en: 'North Ossetia–Alania',
    ru: 'Северная Осетия — Алания',
    kind: 'republic',
    neighbours: ['RU-KB', 'RU-IN', 'RU-CE', 'RU-STA'],
  },
  {
    code: 'RU-STA',
    en: 'Stavropol Krai',
    ru: 'Ставропольский край',
    kind: 'krai',
    neighbours: ['RU-KC', 'RU-KB', 'RU-SE', 'RU-CE', 'RU-DA'],
  },
  { code: 'RU-other', en: 'Elsewhere in Russia', ru: 'Другие регионы России', kind: 'pseudo', neighbours: [] },
  { code: 'exile', en: 'In exile or abroad', ru: 'В изгнании или за рубежом', kind: 'pseudo', neighbours: [] },
] as const

export type Republic = (typeof republics)[number]['code']
