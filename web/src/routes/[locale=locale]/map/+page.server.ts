import type { Coverage } from '@kunak/contracts/directory'
import { republics } from '@kunak/vocabulary'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const coverage = await readApi<Coverage>(event, '/coverage')
  const gapCounts = republics
    .map(({ code }) => ({ republic: code, count: coverage.gaps.filter(({ republic }) => republic === code).length }))
    .filter(({ count }) => count > 0)
  const wanted = event.url.searchParams.get('gaps')
  const chosen = gapCounts.find(({ republic }) => republic === wanted) ?? gapCounts[0]
  return {
    organisations: coverage.organisations,
    cells: coverage.cells,
    gapCounts,
    gapsIn: chosen?.republic,
    gaps: coverage.gaps.filter(({ republic }) => republic === chosen?.republic),
  }
}
