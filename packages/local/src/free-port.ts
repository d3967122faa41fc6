import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below those that a system gives to outgoing connections, which could take one before it is listened on (Linux: from 32768,
// https://www.kernel.org/doc/html/latest/networking/ip-sysctl.html#ip-variables).
const first = 10_000
const afterLast = 32_768

/** As many ports of this machine, all different, that nobody uses at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(first, afterLast)
    if (await isFree(port)) ports.add(port)
  }
  return [...ports]
}

/** One such port. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1)
  return port
}

/** Whether nobody listens on a port of this machine. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const outcome = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  if (outcome) await new Promise((resolve) => server.close(resolve))
  return outcome
}
