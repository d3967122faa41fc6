import { problems } from '@kunak/contracts'
import { error, type RequestEvent } from '@sveltejs/kit'

/** The form that was sent; one that cannot be read is the sender's mistake, not ours. */
export async function readForm(event: RequestEvent): Promise<FormData> {
  try {
    return await event.request.formData()
  } catch {
    error(problems.bad_request.status, problems.bad_request[event.locals.locale])
  }
}
