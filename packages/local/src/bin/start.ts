import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiled code is kept from one start to the next, so everything else is imported after this.
enableCompileCache(fileURLToPath(new URL('../../../../node_modules/.cache/kunak/compiled', import.meta.url)))
const { start } = await import('../start.ts')
process.exit(await start(process.argv.slice(2), process.env))
