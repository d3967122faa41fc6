import { dataPaths, findHolder, holdDirectory } from './data-directory.ts'
import { startDatabase } from './database-process.ts'
import type { LocalSettings } from './environment.ts'
import { type Network, openNetwork } from './open-network.ts'
import { openWorkers } from './workers.ts'

/**
 * Does something with the network that is kept in the data directory. Where the launcher runs with it, its database is used and its
 * workers see to the rest; otherwise a database is started for the duration, and what the workers have to do is done before it ends.
 */
export async function withNetwork<Answer>(
  { dataDirectory, KUNAK_DATABASE: kind }: LocalSettings,
  work: (network: Network) => Promise<Answer>,
  say: (line: string) => void,
): Promise<Answer> {
  await using held = new AsyncDisposableStack()
  const directory = await holdDirectory(dataDirectory)
  if (!directory) {
    const { databasePort } = await findHolder(dataDirectory)
    return await work(held.use(await openNetwork(databasePort, dataDirectory)))
  }
  held.use(directory)
  const { process: database, port } = await startDatabase({ directory: dataPaths(dataDirectory).database, ...(kind && { kind }) })
  held.defer(database.stop)
  await directory.announce({ pid: process.pid, databasePort: port })
  const network = held.use(await openNetwork(port, dataDirectory))
  const workers = held.use(await openWorkers(network, { databasePort: port, directory: dataDirectory, say }))
  try {
    return await work(network)
  } finally {
    await workers.catchUp()
  }
}
