import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const port = (usual: number) =>
  z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .transform(Number)
    .refine((number) => number >= 1 && number <= 65_535)
    .default(usual)

const LocalEnvironment = z.object({
  PORT: port(4380),
  MAIL_PORT: port(4381),
  DATABASE_PORT: port(4382),
  DATA_DIR: z.string().min(1).default('.kunak'),
  KUNAK_DATABASE: z.enum(['dynoxide', 'dynamodb-local']).optional(),
  NEUTRAL_NAME: z.string().max(40).default(''),
})

/** What a person may choose about the cloud on her machine. */
export type LocalSettings = Omit<z.infer<typeof LocalEnvironment>, 'DATA_DIR'> & {
  /** Where everything is kept, as an absolute path. */
  readonly dataDirectory: string
}

const expected: Record<keyof z.infer<typeof LocalEnvironment>, string> = {
  PORT: 'a port is a whole number from 1 to 65535',
  MAIL_PORT: 'a port is a whole number from 1 to 65535',
  DATABASE_PORT: 'a port is a whole number from 1 to 65535',
  DATA_DIR: 'it must name a folder',
  KUNAK_DATABASE: 'there are only dynoxide and dynamodb-local',
  NEUTRAL_NAME: 'it is a word or two, forty characters at most',
}

/** Reads the environment of the launcher and the command line; what is wrong is said by the name of its variable. */
export function readLocalEnvironment(environment: NodeJS.ProcessEnv): LocalSettings {
  const parsed = LocalEnvironment.safeParse(environment)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof expected
    throw new CannotStart(`${name} is "${environment[name] ?? ''}", but ${expected[name]}.`)
  }
  const { DATA_DIR, ...settings } = parsed.data
  const ports = ['PORT', 'MAIL_PORT', 'DATABASE_PORT'] as const
  for (const [index, name] of ports.entries()) {
    const other = ports.slice(index + 1).find((another) => settings[another] === settings[name])
    if (other) throw new CannotStart(`${name} and ${other} are both ${settings[name]}, but each needs a port of its own.`)
  }
  return { ...settings, dataDirectory: resolve(repository, DATA_DIR) }
}
