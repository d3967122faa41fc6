import type { Role } from '@kunak/contracts/identity'
import * as m from '#lib/paraglide/messages.js'

/** What somebody is in her organisation, in the reader's language. */
export const roleLabel = (role: Role) => m[`role_${role}`]()
/** What that lets her do. */
export const roleMeaning = (role: Role) => m[`role_${role}_may`]()
