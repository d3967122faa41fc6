import { startDatabase } from '@kunak/local'

/** A handler as it must never be: it carries the launcher of one machine into the cloud. */
export const handler = startDatabase
