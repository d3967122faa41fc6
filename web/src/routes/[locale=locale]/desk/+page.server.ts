import type { Desk } from '@kunak/contracts/directory'
import { readApi } from '#lib/server/ask-api.ts'
import { proposalActions } from '#lib/server/decide-proposals.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ desk: await readApi<Desk>(event, '/desk') })

export const actions: Actions = proposalActions
