import { CannotStart } from './cannot-start.ts'
import { demoPeople } from './demo-network.ts'
import { readLocalEnvironment } from './environment.ts'
import { launch, type Launched } from './launch.ts'
import { takenMeanwhile } from './ports.ts'
import { readArguments } from './read-arguments.ts'

const help = `pnpm start     the whole of Kunak on this machine; Ctrl-C stops it
pnpm dev       the same, and pages reload when their sources change

  --fresh      forget everything that was kept and start over

Environment: PORT (4380), MAIL_PORT (4381) and DATABASE_PORT (4382) say where the site, the mailbox and the database listen,
DATA_DIR (.kunak) where everything is kept, KUNAK_DATABASE which database runs: dynoxide or dynamodb-local.`

const options = { dev: { type: 'boolean' }, fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** Starts Kunak, says where it is, and runs until it is told to stop. Answers the exit code. */
export async function start(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  const told = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
  try {
    const asked = readArguments({ args: [...args], options })
    if (!asked.ok) throw new CannotStart(`${asked.refusal}\n\n${help}`)
    const { dev: isDevelopment = false, fresh: isFresh = false, help: wantsHelp = false } = asked.value.values
    if (wantsHelp) {
      console.log(help)
      return 0
    }
    const settings = readLocalEnvironment(environment)
    const how = { settings, isDevelopment, isFresh, say: console.log, signal: stopping.signal }
    await using launched = await launch(how).catch((fault: unknown) => {
      throw takenMeanwhile(fault, settings)
    })
    console.log(welcome(launched, settings.dataDirectory))
    await Promise.race([told, launched.broken])
    console.log('Stopping …')
    return 0
  } catch (fault) {
    if (stopping.signal.aborted) return 0
    if (!(fault instanceof CannotStart)) throw fault
    console.error(fault.message)
    return 1
  }
}

function welcome({ site, mailbox, loaded }: Launched, dataDirectory: string): string {
  const seconds = (performance.now() / 1000).toFixed(1)
  const { organisations, people } = loaded
  const news = organisations + people > 0 ? ` ${organisations} invented organisations and ${people} people were brought in.` : ''
  const longest = Math.max(...demoPeople.map(({ mail }) => mail.length))
  return `
Kunak is ready in ${seconds} s.${news}

  Site            ${site}/ru   in English: ${site}/en
  Sign in         ${site}/ru/sign-in   with one of the addresses below; the letter is in the mailbox
  Mailbox         ${mailbox}/
  API             ${site}/api/v1/docs
  Data            ${dataDirectory}   start over: pnpm start --fresh

${demoPeople.map(({ mail, may }) => `  ${mail.padEnd(longest)}  ${may}`).join('\n')}

Ctrl-C stops everything.
`
}
