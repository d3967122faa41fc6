import type { Organisation } from '@kunak/contracts/directory'
import type { Device, Person, Session, Viewer } from '@kunak/contracts/identity'
import type { UiLocale } from '@kunak/vocabulary'
import type { Context } from 'hono'
import type { Dependencies } from '../dependencies.ts'

/** What a host hands over with a request, and what the front door finds out before a route is reached. */
export interface Front {
  Bindings: {
    /** The network source of the request, as the host sees it; only ever used as a keyed fingerprint. */
    source?: string
    /** What sort of device it comes from, as far as the host can tell. */
    device?: Device
  }
  Variables: {
    requestId: string
    locale: UiLocale
    viewer: Viewer
    /** The session that the request belongs to, also one in which she is still to add a second factor. */
    session: Session | null
    /** The account that the session belongs to, as it was read for this request or as a proof in it has left it. */
    person: Person | null
    /** Her organisations, frozen ones too, as they were read for this request. */
    organisations: readonly Organisation[]
    dependencies: Dependencies
    fault?: string
  }
}

export type FrontContext = Context<Front>
