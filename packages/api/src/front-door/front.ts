import type { Viewer } from '@kunak/contracts/identity'
import type { UiLocale } from '@kunak/vocabulary'
import type { Context } from 'hono'
import type { Dependencies } from '../dependencies.ts'

/** What a host hands over with a request, and what the front door finds out before a route is reached. */
export interface Front {
  Bindings: {
    /** The network source of the request, as the host sees it; only ever used as a keyed fingerprint. */
    source?: string
  }
  Variables: {
    requestId: string
    locale: UiLocale
    viewer: Viewer
    dependencies: Dependencies
    fault?: string
  }
}

export type FrontContext = Context<Front>
