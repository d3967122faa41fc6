import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import type { LocalSettings } from './environment.ts'
import { isFree } from './free-port.ts'

const ports = ['PORT', 'MAIL_PORT', 'DATABASE_PORT'] as const
const whatFor = { PORT: 'the site', MAIL_PORT: 'the mailbox', DATABASE_PORT: 'the database' }
// A program that was killed a moment ago may still be letting go of its port.
const looks = 5
const betweenLooksMs = 200

/** Makes sure that every port is free before anything is started. */
export async function checkPorts(settings: LocalSettings): Promise<void> {
  for (const name of ports) {
    const port = settings[name]
    for (let look = 1; !(await isFree(port)); look += 1) {
      if (look === looks) throw taken(name, port)
      await wait(betweenLooksMs)
    }
  }
}

/** What to say of a port that was taken after it had been looked at; any other fault as it is. */
export function takenMeanwhile(fault: unknown, settings: Pick<LocalSettings, (typeof ports)[number]>): unknown {
  const { code, port } = fault instanceof Error ? (fault as NodeJS.ErrnoException & { readonly port?: number }) : {}
  const name = ports.find((each) => code === 'EADDRINUSE' && settings[each] === port)
  return name ? taken(name, settings[name]) : fault
}

function taken(name: (typeof ports)[number], port: number): CannotStart {
  return new CannotStart(
    `Port ${port}, meant for ${whatFor[name]}, is taken by another program. Stop that program, or choose another port: ${name}=${port + 10}.`,
  )
}
