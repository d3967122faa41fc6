import type { Me } from '@kunak/contracts/identity'
import { redirect, type ServerLoadEvent } from '@sveltejs/kit'

/** Leads whoever is not signed in to where she can sign in, from a page that is about her own account. */
export async function needSignIn(event: ServerLoadEvent): Promise<void> {
  const { me } = (await event.parent()) as { me: Me }
  if (me.session === 'full') return
  redirect(303, `/${event.params['locale']}/sign-in${me.session === 'enrolling' ? '/enrol' : ''}`)
}
