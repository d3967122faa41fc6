import { writeFile } from 'node:fs/promises'
import { describeApi } from './describe-api.ts'

// The document is written when a contract changes, not made at run time: it costs a request nothing.
await writeFile(new URL('openapi.json', import.meta.url), `${JSON.stringify(describeApi(), null, 2)}\n`)
