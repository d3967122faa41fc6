import { type AlertStatistics, StatisticsQuery } from '@kunak/contracts/alerts'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

const firstYear = 2026

export const load: PageServerLoad = async (event) => {
  const asked = StatisticsQuery.safeParse({ year: event.url.searchParams.get('year') ?? undefined })
  const query = asked.success && asked.data.year ? `?year=${asked.data.year}` : ''
  const present = new Date().getUTCFullYear()
  return {
    statistics: await readApi<AlertStatistics>(event, `/desk/statistics${query}`),
    years: Array.from({ length: present - firstYear + 1 }, (_, index) => present - index),
  }
}
