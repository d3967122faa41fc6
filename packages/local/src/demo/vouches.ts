import type { Database } from '@kunak/data'
import { loadGivenVouches, loadVouchingGraph, saveVouch } from '@kunak/data/directory'
import { demoId } from './demo-organisation.ts'

/** Who vouches for whom in the demo network, since so many days, and how they know each other. */
const invented: readonly (readonly [from: number, to: number, daysAgo: number, how: string])[] = [
  [1, 18, 320, 'Пятый год вместе ездим на приёмы в Пригородный район.'],
  [22, 18, 310, 'Вели вместе три дела, знаем всех, кто у них работает.'],
  [1, 9, 300, 'Их свидетельства легли в основу двух наших жалоб.'],
  [36, 9, 300, 'Работаем с ними с первого доклада в Женеве.'],
  [1, 33, 210, 'Наши бывшие коллеги, уехали и продолжают вести дела.'],
  [36, 33, 210, 'Вместе пишем обращения в комитеты ООН.'],
  [33, 34, 120, 'Селим у них тех, кого вывозим.'],
  [36, 34, 120, 'Дважды были у них в Тбилиси, знаем дом и людей.'],
  [18, 24, 110, 'Учили вместе наблюдателей на двух выборах.'],
  [22, 24, 110, 'Их юрист стажировалась у нас.'],
  [9, 10, 100, 'Передаём друг другу женщин, которым нужна крыша.'],
  [18, 10, 95, 'Знакомы по школе медиаторов.'],
  [1, 8, 20, 'Их медиаторы помогали нам в споре о воде.'],
  [22, 8, 12, 'Проводили с ними занятия в трёх районах.'],
  [18, 25, 9, 'Знаем их приёмную в Черкесске.'],
]

const dayMs = 86_400_000

/** Has the invented organisations vouch for each other, each for another once: what was taken back since does not come again. */
export async function loadDemoVouches(database: Database, now: Date): Promise<void> {
  const { vouches } = await loadVouchingGraph(database)
  const missing = invented.filter(([from, to]) => !vouches.some((one) => one.from === demoId(from) && one.to === demoId(to)))
  for (const [from, to, daysAgo, how] of missing) {
    const at = new Date(now.getTime() - daysAgo * dayMs)
    const until = new Date(at)
    until.setUTCFullYear(at.getUTCFullYear() + 2)
    const after = { from: demoId(from), to: demoId(to), at: at.toISOString(), until: until.toISOString(), revokedAt: null }
    await saveVouch(database, now, { before: await loadGivenVouches(database, demoId(from)), after, how, actor: 'system' })
  }
}
