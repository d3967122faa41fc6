import type { TableName } from '@kunak/data/tables'
import * as z from 'zod'

/** The variable that says under which name a table was deployed. */
export type TableVariable<Table extends TableName> = `${Uppercase<Table>}_TABLE`

const said = z.string().min(1)
const tables = {
  IDENTITY_TABLE: said,
  DIRECTORY_TABLE: said,
  ALERTS_TABLE: said,
  EVENTS_TABLE: said,
  LETTERS_TABLE: said,
} as const satisfies Record<TableVariable<TableName>, z.ZodString>
const search = { SNAPSHOTS_BUCKET: said }
const people = { IDENTITY_SECRET: said }
/** What the keys follow from that sign notes to browsers. */
const push = { PUSH_SECRET: said }
const doNotList = { DO_NOT_LIST_KEY_SECRET: said }
const frontDoor = { SITE_ORIGIN: z.url({ protocol: /^https$/ }), RATE_LIMIT_KEY_SECRET: said, FRONT_KEY_SECRET: said }
/** What this is called on devices and in mailboxes that others may see; empty for the usual name of each language. */
const neutral = { NEUTRAL_NAME: z.string() }
const letters = {
  LETTERS_FROM: z.string().regex(/^[^@\s]+@[^@\s]+$/),
  /** The configuration set of SES. */
  LETTERS_CONFIGURATION: said,
  LETTERS_PER_SECOND: z.coerce.number<string>().int().min(1),
}

/** What each function finds in its environment; the deployment is type-checked against these. */
export const HttpApiEnvironment = z.object({ ...tables, ...search, ...frontDoor, ...doNotList, ...people, ...push, ...neutral })
export type HttpApiEnvironment = z.infer<typeof HttpApiEnvironment>

/** The web server carries the API within itself, so it wants what the API wants. */
export const WebEnvironment = z.object(HttpApiEnvironment.shape)
export type WebEnvironment = z.infer<typeof WebEnvironment>

export const KeepSearchEnvironment = z.object({ ...tables, ...search })
export type KeepSearchEnvironment = z.infer<typeof KeepSearchEnvironment>

export const TellPeopleEnvironment = z.object({
  ...tables,
  ...people,
  AUDIT_SECRET: said,
  LETTERS_PER_SECOND: letters.LETTERS_PER_SECOND,
})
export type TellPeopleEnvironment = z.infer<typeof TellPeopleEnvironment>

export const SendLettersEnvironment = z.object({
  ...tables,
  ...people,
  ...letters,
  ...push,
  ...neutral,
  SITE_ORIGIN: frontDoor.SITE_ORIGIN,
})
export type SendLettersEnvironment = z.infer<typeof SendLettersEnvironment>

export const HearBouncesEnvironment = z.object({ ...tables, ...people })
export type HearBouncesEnvironment = z.infer<typeof HearBouncesEnvironment>

export const TickEnvironment = z.object({ ...tables, ...search, ...doNotList, ...people })
export type TickEnvironment = z.infer<typeof TickEnvironment>

/** Reads this process's environment; a variable that is missing or malformed is a fault, and its name is in the message. */
export function readEnvironment<Environment>(schema: z.ZodType<Environment>): Environment {
  return schema.parse(process.env)
}

/** The deployed names of the tables, as the store takes them. */
export function tablesOf(environment: Record<TableVariable<TableName>, string>): Record<TableName, string> {
  return {
    identity: environment.IDENTITY_TABLE,
    directory: environment.DIRECTORY_TABLE,
    alerts: environment.ALERTS_TABLE,
    events: environment.EVENTS_TABLE,
    letters: environment.LETTERS_TABLE,
  }
}
