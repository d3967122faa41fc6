import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server says to the bench that started it. */
export interface Told {
  readonly port?: number
  /** Microseconds of processor time that it has used so far. */
  readonly cpu?: number
}

/** Says where the server listens, answers how much processor time it has used whenever asked, and ends with the bench. */
export function tellParent(port: number): void {
  const tell = (told: Told) => process.send?.(told)
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ cpu: user + system })
  })
  process.on('disconnect', () => process.exit())
  tell({ port })
}

/** Listens on a free port of this machine and says which. */
export async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  tellParent((server.address() as AddressInfo).port)
}
