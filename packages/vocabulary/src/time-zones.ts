import type { Labelled } from './labels.ts'

/**
 * Time zones by which people here set their clocks, at home and in exile, from west to east: names of the IANA database
 * (https://www.iana.org/time-zones), with the places by which people know them.
 */
export const timeZones = [
  { code: 'America/Los_Angeles', en: 'Los Angeles', ru: 'Лос-Анджелес' },
  { code: 'America/New_York', en: 'New York, Toronto', ru: 'Нью-Йорк, Торонто' },
  { code: 'Europe/London', en: 'London, Lisbon', ru: 'Лондон, Лиссабон' },
  { code: 'Europe/Berlin', en: 'Berlin, Warsaw, Paris, Vienna', ru: 'Берлин, Варшава, Париж, Вена' },
  { code: 'Europe/Kaliningrad', en: 'Kaliningrad', ru: 'Калининград' },
  { code: 'Europe/Kyiv', en: 'Kyiv, Vilnius, Riga, Helsinki', ru: 'Киев, Вильнюс, Рига, Хельсинки' },
  { code: 'Europe/Istanbul', en: 'Istanbul', ru: 'Стамбул' },
  { code: 'Europe/Moscow', en: 'Moscow and the North Caucasus', ru: 'Москва и Северный Кавказ' },
  { code: 'Asia/Tbilisi', en: 'Tbilisi, Yerevan, Baku', ru: 'Тбилиси, Ереван, Баку' },
  { code: 'Europe/Samara', en: 'Samara', ru: 'Самара' },
  { code: 'Asia/Yekaterinburg', en: 'Yekaterinburg', ru: 'Екатеринбург' },
  { code: 'Asia/Almaty', en: 'Almaty, Tashkent', ru: 'Алматы, Ташкент' },
  { code: 'Asia/Novosibirsk', en: 'Novosibirsk', ru: 'Новосибирск' },
] as const satisfies readonly Labelled[]
