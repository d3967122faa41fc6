import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { assembly, type Synthesised } from './synthesised.ts'

const Said = z.object({ answer: z.unknown().optional(), fault: z.string().optional() })

/** A synthesised function as it runs when deployed: its own process, with nothing in its environment but what it was given. */
export interface Deployed extends AsyncDisposable {
  readonly invoke: (event: unknown) => Promise<unknown>
  /** Everything that it has written to its log so far. */
  readonly log: () => string
}

/** Starts the bundle that the synthesised template names for a function, such as `FrontDoor/HttpApi`. */
export async function deploy(
  { resources }: Synthesised,
  place: string,
  environment: Readonly<Record<string, string>>,
): Promise<Deployed> {
  const { S3Key = '' } = (resources.get(`${place}/Function`)?.Properties['Code'] ?? {}) as { S3Key?: string }
  const bundle = join(assembly, `asset.${S3Key.replace(/\.zip$/, '')}`, 'index.mjs')
  const child = fork(fileURLToPath(new URL('run-bundle.ts', import.meta.url)), [bundle], { env: environment, stdio: 'pipe' })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const ended = once(child, 'exit')
  const hear = async (): Promise<z.infer<typeof Said>> => {
    const [said] = (await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error(`${place} ended by itself:\n${written}`))),
    ])) as unknown[]
    return Said.parse(said)
  }
  await hear()
  return {
    invoke: async (event) => {
      const answered = hear()
      child.send(event as object)
      const { answer, fault } = await answered
      if (fault !== undefined) throw new Error(`${place} failed: ${fault}\n${written}`)
      return answer
    },
    log: () => written,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) child.disconnect()
      await ended
    },
  }
}
