import { createRequire } from 'node:module'
import { closeServer } from './close-server.ts'

/** Starts a mailbox that speaks SES's own API and shows every letter it was given; no letter leaves this machine. */
export async function startMailbox(port: number): Promise<AsyncDisposable> {
  // It would pass letters on to a real server that this variable names.
  delete process.env['SMTP_TRANSPORT']
  // A CommonJS package, whose default arrives at different depths where it is imported: required, it is always here.
  const mailbox = createRequire(import.meta.url)('aws-ses-v2-local') as typeof import('aws-ses-v2-local')
  const server = await mailbox.default({ host: '127.0.0.1', port })
  if (!server.listening) throw new Error(`The mailbox did not start on port ${port}.`)
  return { [Symbol.asyncDispose]: () => closeServer(server) }
}
