import { secretsOf } from '@kunak/data/identity'
import { namedTables, openLocalDatabase } from '@kunak/local'
import { signInAs, type Someone } from '@kunak/testing'
import { keysIn } from '../../packages/local/src/data-directory.ts'

/** Where a Kunak that runs on this machine keeps what it knows. */
export interface Place {
  readonly databasePort: number
  readonly dataDirectory: string
}

/** Gives somebody an account and a session at a running Kunak. Answers the cookie that her browser sends. */
export async function signInAt({ databasePort, dataDirectory }: Place, someone: Someone): Promise<string> {
  const database = openLocalDatabase(databasePort, namedTables('kunak'))
  try {
    const { identity } = await keysIn(dataDirectory)
    return await signInAs({ database, secrets: secretsOf(identity) }, new Date(), someone)
  } finally {
    database.client.destroy()
  }
}
