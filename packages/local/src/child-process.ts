import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program that this process has started and that cannot outlive it. */
export interface ChildProcess {
  /** The process group: the program and the shell that watches over it. */
  readonly groupId: number
  /** The end of what it said, to be shown when it did not do what it was started for. */
  readonly lastWords: () => string
  readonly hasEnded: () => boolean
  /** Settles when it has ended, whoever ended it. */
  readonly ended: Promise<void>
  /** Ends it and waits until it is gone. */
  readonly stop: () => Promise<void>
}

// The inner `read` waits on a pipe that only we hold open: it closes when we end, however we end, and takes the program along.
const watchdog =
  'exec 3<&0; "$@" </dev/null 3<&- & child=$!; { read -r _ <&3; kill $child; } 2>/dev/null & wait $child; code=$?; kill $! 2>/dev/null; exit $code'
const patienceMs = 5000

/** Starts a program in a group of its own, so that Ctrl-C reaches us alone and we end things in order. */
export async function startChild(program: string, args: readonly string[], cwd?: string): Promise<ChildProcess> {
  const child = spawn('/bin/sh', ['-c', watchdog, 'sh', program, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-2000)))
  }
  child.stdin.on('error', () => {})
  let hasEnded = false
  const ended = once(child, 'close').then(() => void (hasEnded = true))
  ended.catch(() => {})
  await once(child, 'spawn')
  const groupId = child.pid ?? 0
  return {
    groupId,
    ended,
    hasEnded: () => hasEnded,
    lastWords: () => words.trim(),
    stop: async () => {
      child.stdin.destroy()
      const impatience = setTimeout(() => hasEnded || process.kill(-groupId, 'SIGKILL'), patienceMs)
      await ended
      clearTimeout(impatience)
    },
  }
}
