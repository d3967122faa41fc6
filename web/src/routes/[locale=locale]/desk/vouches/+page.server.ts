import type { VouchPicture } from '@kunak/contracts/directory'
import { readApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ picture: await readApi<VouchPicture>(event, '/desk/vouches') })
