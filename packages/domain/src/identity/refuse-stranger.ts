import { type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Viewer } from '@kunak/contracts/identity'

/** The refusal of an act on something that the reader may see but not do: sign in first, or it is not yours. */
export function refuseStranger(viewer: Viewer): Extract<Result<never, Refusal>, { ok: false }> {
  return refuse({ code: viewer.personId === null ? 'not_signed_in' : 'not_yours' })
}
