import { CannotStart } from './cannot-start.ts'
import type { Command } from './command.ts'
import { readLocalEnvironment } from './environment.ts'
import { withNetwork } from './with-network.ts'

/** Every command by its name; a command is read from its file only when it is wanted. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import('./audit-command.ts')).auditCommand,
  coordinator: async () => (await import('./coordinator-command.ts')).coordinatorCommand,
  found: async () => (await import('./found-command.ts')).foundCommand,
  import: async () => (await import('./import-command.ts')).importCommand,
}

/** Runs `pnpm kunak <command>`. Answers the exit code: 0 done, 1 refused, 2 wrongly called. */
export async function runCommand([name, ...args]: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(await help())
    return name === undefined ? 2 : 0
  }
  const command = await (Object.hasOwn(commands, name) ? commands[name]?.() : undefined)
  if (!command) {
    console.error(`There is no command "${name}".\n\n${await help()}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help)
    return 0
  }
  try {
    const settings = readLocalEnvironment(environment)
    return await command.run(args, {
      withNetwork: (work) => withNetwork(settings, work, console.error),
      say: console.log,
      complain: console.error,
    })
  } catch (fault) {
    if (!(fault instanceof CannotStart)) throw fault
    console.error(fault.message)
    return 1
  }
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, read]) => `  ${name.padEnd(12)} ${(await read()).summary}`),
  )
  return `pnpm kunak <command> works with the network on this machine, whether or not pnpm start is running.

${lines.join('\n')}

pnpm kunak <command> --help tells more about one of them. DATA_DIR says where the network is kept (.kunak).`
}
