/**
 * The only description of the tables: deployed, local and test tables are all made from it. Every table has the string keys `pk`
 * and `sk` and forgets an item after `expiresAt` (seconds since 1970), where it has one.
 */
export interface TableDescription {
  /** What the stream carries; without it the table has none. */
  readonly stream?: 'NEW_IMAGE'
  /** Indexes by name, each with the attributes that are its partition and sort key. */
  readonly indexes?: Readonly<Record<string, IndexDescription>>
}

export interface IndexDescription {
  readonly partition: string
  readonly sort: string
  /** Whether it holds the keys alone: then a change of anything else costs nothing there. */
  readonly isKeysOnly?: boolean
}

export const tables = {
  identity: {},
  directory: { indexes: { byDue: { partition: 'dueMinute', sort: 'dueAt' } } },
  alerts: { indexes: { byDue: { partition: 'due', sort: 'dueAt', isKeysOnly: true } } },
  events: { stream: 'NEW_IMAGE' },
  letters: { stream: 'NEW_IMAGE', indexes: { byDue: { partition: 'due', sort: 'dueAt', isKeysOnly: true } } },
} as const satisfies Record<string, TableDescription>

export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]

/** The attribute that DynamoDB's time-to-live looks at. */
export const expiryAttribute = 'expiresAt'
