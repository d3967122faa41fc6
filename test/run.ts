import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { parseCLI } from 'vitest/node'
import { buildWebIfChanged } from '../packages/local/src/web-build.ts'
import { preparations } from './checkers.ts'
import { endLeftBehind, markProcesses } from './left-behind.ts'
import { runAndTally } from './run-and-tally.ts'
import { runCommand } from './run-command.ts'

const root = join(import.meta.dirname, '..')
process.chdir(root)
const mark = markProcesses()
/** Lines of what a failed preparation printed: its end says what went wrong. */
const longest = 40
/** The whole must end within a quarter of an hour, so that a loop without end is seen and not waited for. */
const mostMinutes = 14
const counted = { passed: 0, failed: 0 }

for (const { name, command, folder } of preparations) {
  const { passed, output } = await runCommand(command, join(root, folder))
  if (!passed) fail(`Not ${name}`, output)
}
await buildWebIfChanged(console.log).catch((error: unknown) => fail('The pages could not be built', String(error)))
await runTests().catch((error: unknown) => fail('The tests could not be run', String(error)))
for (const { pid, command } of await endLeftBehind(mark))
  fail('A process was left behind and had to be ended', `${pid} ${command}`)
console.log(`${counted.passed} passed, ${counted.failed} failed`)
process.exit(counted.failed === 0 ? 0 : 1)

/** What follows `pnpm test` goes to vitest as it is: names of files, `--project journeys`, `-t 'part of a name'`. */
async function runTests(): Promise<void> {
  const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
  const { passed, failed, skipped, unfinished } = await runAndTally(filter, options, mostMinutes)
  counted.passed += passed
  counted.failed += failed
  for (const name of skipped) console.log(`skipped: ${name}`)
  if (unfinished.length > 0) fail(`Not finished after ${mostMinutes} minutes`, unfinished.join('\n'))
  if (passed + failed === 0) fail('No test ran', process.argv.slice(2).join(' '))
}

function fail(what: string, details: string): void {
  counted.failed += 1
  console.error(`${what}:\n${stripVTControlCharacters(details).split('\n').slice(-longest).join('\n')}`)
}
