import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endLeftBehind } from '../left-behind.ts'
import type { Tally } from '../run-and-tally.ts'
import { runCommand } from '../run-command.ts'
import { root } from './tracked-files.ts'

const suites = {
  'short/passes.test.js': `import { it, expect } from 'vitest'; it('holds', () => expect(1).toBe(1)); it.skip('waits', () => {})`,
  'short/fails.test.js': `import { it, expect } from 'vitest'; it('breaks', () => expect(1).toBe(2))`,
  'short/hook.test.js': `import { it, expect, beforeAll } from 'vitest'; beforeAll(() => { throw new Error('no ground') }); it('never runs', () => expect(1).toBe(1))`,
  'short/does-not-load.test.js': `import './nothing-there.js'`,
  'short/rejects.test.js': `import { it, expect } from 'vitest'; it('holds too', () => { Promise.reject(new Error('unseen')); expect(1).toBe(1) })`,
  'endless/loop.test.js': `import { it, expect } from 'vitest'; it('goes round', () => { expect(1).toBe(1); for (;;); })`,
}

describe('the count at the end of a run', () => {
  const [name, id] = ['KUNAK_TEST_RUN', crypto.randomUUID()]
  const mark = `${name}=${id}`
  let folder: string
  beforeAll(async () => {
    // Inside the project, so that vitest itself is found from there.
    await mkdir(join(root, '.cache'), { recursive: true })
    folder = await mkdtemp(join(root, '.cache/counting-'))
    for (const place of ['short', 'endless']) await mkdir(join(folder, place))
    for (const [name, text] of Object.entries(suites)) await writeFile(join(folder, name), text)
    await writeFile(
      join(folder, 'count.js'),
      `import { runAndTally } from ${JSON.stringify(pathToFileURL(join(root, 'test/run-and-tally.ts')).href)}
      const options = { root: import.meta.dirname, config: false, reporters: [] }
      console.log(JSON.stringify(await runAndTally([process.argv[2]], options, Number(process.argv[3]))))
      process.exit(0)`,
    )
  })
  afterAll(async () => {
    await endLeftBehind(mark)
    await rm(folder, { recursive: true })
  })

  async function count(place: string, minutes: number): Promise<Tally> {
    const { output } = await runCommand(`node count.js ${place} ${minutes}`, folder, { [name]: id })
    return JSON.parse(output.trim().split('\n').at(-1)!)
  }

  it('takes in hooks, files that do not load and rejections that nobody saw, and names what was skipped', async () => {
    expect(await count('short/', 1)).toEqual({
      passed: 2,
      failed: 4,
      skipped: ['short/hook.test.js > never runs', 'short/passes.test.js > waits'],
      unfinished: [],
    })
  })

  it('does not wait for a loop without end, and names its file', async () => {
    const { unfinished } = await count('endless/', 0.05)
    expect(unfinished).toEqual(['endless/loop.test.js'])
    expect(await endLeftBehind(mark)).toEqual([])
  })
})

describe('a process that a run leaves behind', () => {
  it('is found by its mark, named and ended', async () => {
    const mark = `KUNAK_TEST_RUN=${crypto.randomUUID()}`
    const env = { KUNAK_TEST_RUN: mark.split('=')[1] }
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env, stdio: 'ignore', detached: true })
    const ended = once(child, 'exit')
    const left = await endLeftBehind(mark)
    expect(left).toEqual([{ pid: child.pid, command: expect.stringContaining('setInterval') }])
    expect((await ended)[1]).toBe('SIGKILL')
    expect(await endLeftBehind(mark)).toEqual([])
  })

  it('is not missed for something that nobody left', async () => {
    expect(await endLeftBehind(`KUNAK_TEST_RUN=${crypto.randomUUID()}`)).toEqual([])
  })
})
