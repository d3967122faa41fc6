/** Legal forms, coarse on purpose: enough to know how an organisation can take part, too little to single it out. */
export const legalForms = [
  { code: 'public_organisation', en: 'Public organisation', ru: 'Общественная организация' },
  { code: 'foundation', en: 'Foundation', ru: 'Фонд' },
  { code: 'ano', en: 'Autonomous non-profit', ru: 'АНО' },
  { code: 'association', en: 'Association', ru: 'Ассоциация' },
  { code: 'unregistered', en: 'Unregistered group', ru: 'Незарегистрированная группа' },
  { code: 'law_office', en: 'Lawyers’ office', ru: 'Адвокатское образование' },
  { code: 'media', en: 'Media outlet', ru: 'СМИ' },
  { code: 'exile_ngo', en: 'NGO in exile', ru: 'НКО в изгнании' },
  { code: 'foreign_ngo', en: 'Foreign NGO', ru: 'Иностранная НКО' },
] as const

export type LegalForm = (typeof legalForms)[number]['code']
