import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endLeftBehind } from '../left-behind.ts'
import { runCommand } from '../run-command.ts'
import { root } from './tracked-files.ts'

const suites = {
  'passes.test.js': `import { it, expect } from 'vitest'; it('holds', () => expect(1).toBe(1)); it.skip('waits', () => {})`,
  'fails.test.js': `import { it, expect } from 'vitest'; it('breaks', () => expect(1).toBe(2))`,
  'hook.test.js': `import { it, expect, beforeAll } from 'vitest'; beforeAll(() => { throw new Error('no ground') }); it('never runs', () => expect(1).toBe(1))`,
  'does-not-load.test.js': `import './nothing-there.js'`,
  'rejects.test.js': `import { it, expect } from 'vitest'; it('holds too', () => { Promise.reject(new Error('unseen')); expect(1).toBe(1) })`,
}

describe('the count at the end of a run', () => {
  let folder: string
  beforeAll(async () => {
    // Inside the project, so that vitest itself is found from there.
    await mkdir(join(root, '.cache'), { recursive: true })
    folder = await mkdtemp(join(root, '.cache/counting-'))
    for (const [name, text] of Object.entries(suites)) await writeFile(join(folder, name), text)
    const count = `
      import { startVitest } from 'vitest/node'
      import { tally } from ${JSON.stringify(pathToFileURL(join(root, 'test/tally.ts')).href)}
      const vitest = await startVitest([], { root: ${JSON.stringify(folder)}, config: false, watch: false, reporters: [] })
      await vitest.close()
      console.log(JSON.stringify(tally(vitest)))
      process.exit(0)`
    await writeFile(join(folder, 'count.js'), count)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('takes in hooks, files that do not load and rejections that nobody saw, and names what was skipped', async () => {
    const { output } = await runCommand('node count.js', folder)
    const counted = JSON.parse(output.trim().split('\n').at(-1)!)
    expect(counted).toEqual({
      passed: 2,
      failed: 4,
      skipped: ['hook.test.js > never runs', 'passes.test.js > waits'],
    })
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
