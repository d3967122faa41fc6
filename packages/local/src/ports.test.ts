import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { freePorts, isFree } from './free-port.ts'
import { takenMeanwhile } from './ports.ts'

it('names a port that was taken after it had been looked at, and leaves any other fault as it is', async () => {
  const [PORT = 0, MAIL_PORT = 0, DATABASE_PORT = 0] = await freePorts(3)
  const settings = { PORT, MAIL_PORT, DATABASE_PORT }
  const other = createServer().listen(PORT, '127.0.0.1')
  await once(other, 'listening')
  const fault: unknown = await once(createServer().listen(PORT, '127.0.0.1'), 'listening').catch((refused: unknown) => refused)
  expect(await isFree(PORT)).toBe(false)
  const told = takenMeanwhile(fault, settings)
  expect(told).toBeInstanceOf(CannotStart)
  expect(String(told)).toContain(`Port ${PORT}, meant for the site, is taken by another program.`)
  expect(takenMeanwhile(fault, { ...settings, PORT: PORT + 1 })).toBe(fault)
  expect(takenMeanwhile('something else', settings)).toBe('something else')
  other.close()
})

it('offers different ports that no outgoing connection can take', async () => {
  const ports = await freePorts(20)
  expect(new Set(ports).size).toBe(20)
  expect(ports.filter((port) => port < 10_000 || port >= 32_768)).toEqual([])
})
