import { isAnonymous } from '#lib/server/is-public-page.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { defaultSettings } from '../../platform.ts'
import type { Me } from '@kunak/contracts/identity'
import type { LayoutServerLoad } from './$types'

const nobody: Me = {
  isSignedIn: false,
  session: 'none',
  name: null,
  hasSecondFactor: false,
  recoveryStartedAt: null,
  isInNetwork: false,
  isCoordinator: false,
  memberships: [],
}

export const load: LayoutServerLoad = async (event) => ({
  locale: event.locals.locale,
  me: isAnonymous(event.request) ? nobody : await readApi<Me>(event, '/me'),
  settings: event.platform?.settings ?? defaultSettings,
})
