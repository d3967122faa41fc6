/** How what an alert was about has ended. */
export const outcomes = [
  { code: 'released', en: 'Released', ru: 'Освобождён(а)' },
  { code: 'charges_dropped', en: 'Charges dropped', ru: 'Дело прекращено' },
  { code: 'fined', en: 'Fined', ru: 'Штраф' },
  { code: 'convicted', en: 'Convicted', ru: 'Осуждён(а)' },
  { code: 'acquitted', en: 'Acquitted', ru: 'Оправдан(а)' },
  { code: 'property_returned', en: 'Property returned', ru: 'Имущество возвращено' },
  { code: 'office_reopened', en: 'Office reopened', ru: 'Офис открыт' },
  { code: 'relocated', en: 'Relocated to safety', ru: 'Переезд в безопасное место' },
  { code: 'threat_ended', en: 'Threat ended', ru: 'Угроза миновала' },
  { code: 'designated', en: 'Designation confirmed', ru: 'Статус присвоен' },
  { code: 'liquidated', en: 'Organisation dissolved', ru: 'Организация ликвидирована' },
  { code: 'died', en: 'Died', ru: 'Гибель' },
  { code: 'unknown', en: 'Unknown', ru: 'Неизвестно' },
] as const
