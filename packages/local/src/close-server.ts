import type { Server } from 'node:http'

const patienceMs = 2000

/** Stops taking requests, lets those at hand finish for a moment, and resolves when nothing is open. */
export async function closeServer(server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(impatience)
}
