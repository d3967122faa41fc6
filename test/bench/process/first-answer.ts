import { readFileSync } from 'node:fs'

/**
 * A fresh process as Lambda starts one: imports the bundle named in the first argument and, if a second one names a file with an
 * event, hands that to the handler. Prints how many milliseconds the import took, and the import with the first answer.
 */
const [, , bundle = '', file] = process.argv
const event: unknown = file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'))
const started = performance.now()
const { handler } = (await import(bundle)) as { handler: (event: unknown) => Promise<{ statusCode: number }> }
const importMs = performance.now() - started
const status = event === null ? null : (await handler(event)).statusCode
const totalMs = performance.now() - started
process.stdout.write(JSON.stringify({ importMs, totalMs, status }), () => process.exit())
