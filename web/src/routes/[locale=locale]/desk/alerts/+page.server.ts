import type { DeskAlerts } from '@kunak/contracts/alerts'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ ...(await readApi<DeskAlerts>(event, '/desk/alerts')), now: new Date() })
