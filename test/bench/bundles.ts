import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import * as z from 'zod'
import { prepareWeb } from '@kunak/infra/prepare-web'
import { bundleFunction } from '@kunak/infra/bundle-function'
import { nodeOptions } from '@kunak/infra/node-options'
import { cloudAround } from '../infra/cloud-around.ts'
import http from '../infra/events/http.json' with { type: 'json' }
import { percentile, type Row } from './row.ts'

const entries = ['http-api', 'web', 'keep-search', 'tick'] as const
const runs = 9

/**
 * What each deployed function weighs, and how long a fresh process of Node takes until it is ready, and until it has answered its first
 * request with a strongly consistent read: medians of nine processes, one after another, after one that fills the caches of the disk.
 * The database is the local one on the loopback, so the way to AWS's is not in it; nothing that was compiled before is used, unless
 * the row says so.
 */
export async function bench(): Promise<readonly Row[]> {
  await prepareWeb()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-bundles-'))
  const around = await cloudAround()
  try {
    const environment = { ...around.environment, NODE_OPTIONS: nodeOptions }
    const event = join(folder, 'event.json')
    await writeFile(event, JSON.stringify({ ...http, rawPath: '/api/v1/organisations/01KAMGZ8G00000000000000001' }))
    const rows: Row[] = []
    for (const entry of entries) {
      const deployed = bundleFunction(fileURLToPath(new URL(`../../functions/${entry}.lambda.ts`, import.meta.url)))
      const bundle = join(deployed, 'index.mjs')
      const parts = await Promise.all((await readdir(deployed)).map((part) => readFile(join(deployed, part))))
      const code = Buffer.concat(parts)
      const row = (what: string, value: number, unit: Row['unit']): Row => ({
        bench: 'bundles',
        what: `${entry}: ${what}`,
        value,
        unit,
      })
      const compiled = { ...environment, NODE_COMPILE_CACHE: join(folder, entry) }
      rows.push(
        row('size', code.byteLength / 1000, 'kB'),
        row('size as uploaded (gzip)', gzipSync(code).byteLength / 1000, 'kB'),
        row('import', await medianOf('importMs', [bundle], environment), 'ms'),
        row('import of compiled code', await medianOf('importMs', [bundle], compiled), 'ms'),
      )
      if (entry !== 'http-api') continue
      const firstAnswer = await medianOf('totalMs', [bundle, event], environment)
      rows.push({ ...row('import and first database call', firstAnswer, 'ms'), atMost: 200 })
    }
    return rows
  } finally {
    await around[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  }
}

const Sample = z.object({ importMs: z.number(), totalMs: z.number(), status: z.literal(404).nullable() })

async function medianOf(what: 'importMs' | 'totalMs', args: readonly string[], env: Record<string, string>): Promise<number> {
  const script = fileURLToPath(new URL('process/first-answer.ts', import.meta.url))
  const samples: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env })
    const sample = Sample.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)))
    if (run > 0) samples.push(sample[what])
  }
  return percentile(samples, 0.5)
}
