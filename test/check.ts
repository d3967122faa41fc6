import { join } from 'node:path'
import { type Checker, checkers, preparations } from './checkers.ts'
import { runCommand } from './run-command.ts'

const root = join(import.meta.dirname, '..')
const atOnce = 2
const count = { passed: 0, failed: 0 }
const complaints: string[] = []

for (const preparation of preparations) {
  const { passed, output } = await runCommand(preparation.command, join(root, preparation.folder))
  if (!passed) complain(preparation, output)
}
const waiting: Checker[] = [...checkers]
await Promise.all(Array.from({ length: atOnce }, takeTurns))
for (const complaint of complaints) console.log(complaint)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed > 0 ? 1 : 0

async function takeTurns(): Promise<void> {
  for (let checker = waiting.shift(); checker; checker = waiting.shift()) {
    const { passed, output, seconds } = await runCommand(wholeCommand(checker), join(root, checker.folder))
    console.log(`${passed ? '✓' : '✗'} ${checker.name} ${seconds.toFixed(1)} s`)
    if (passed) count.passed += 1
    else complain(checker, output)
  }
}

function complain(checker: Checker, output: string): void {
  count.failed += 1
  complaints.push(`\n── ${checker.name}: ${wholeCommand(checker)} (in ${checker.folder}) ──\n${output.trim()}\n`)
}

function wholeCommand({ command, targets }: Checker): string {
  return targets === undefined ? command : `${command} ${targets}`
}
