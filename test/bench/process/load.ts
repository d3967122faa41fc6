import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

/** What a load came to. */
export interface Loaded {
  readonly answers: number
  readonly seconds: number
  /** Milliseconds from sending a request to its last byte, of each answer, in no order. */
  readonly latencies: readonly number[]
  readonly bytes: number
}

/**
 * Keeps connections busy for some seconds, each with one request after another, and prints what came of it. It reads no more of an
 * answer than its length, so that it is not what is measured. A file names one path a line, taken in turn.
 */
const [, , port = '', file = '', connections = '', seconds = '', first = ''] = process.argv
const requests = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`))
const endOfHead = Buffer.from('\r\n\r\n')
const latencies: number[] = []
let turn = Number(first)
let bytes = 0
const started = performance.now()
const until = started + Number(seconds) * 1000
await Promise.all(Array.from({ length: Number(connections) }, keepBusy))
const took = (performance.now() - started) / 1000
process.stdout.write(JSON.stringify({ answers: latencies.length, seconds: took, latencies, bytes } satisfies Loaded))

async function keepBusy(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true })
    let head: Buffer = Buffer.alloc(0)
    let missing = -1
    let sentAt = 0
    const send = () => {
      if (performance.now() >= until) return void socket.end(resolve)
      sentAt = performance.now()
      missing = -1
      head = Buffer.alloc(0)
      socket.write(requests[turn++ % requests.length] ?? '')
    }
    const read = (chunk: Buffer) => {
      bytes += chunk.length
      if (missing >= 0) missing -= chunk.length
      else {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
        const end = head.indexOf(endOfHead)
        if (end < 0) return
        const lines = head.toString('latin1', 0, end)
        const length = /\r\ncontent-length: (\d+)/i.exec(lines)?.[1]
        if (!lines.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`An answer cannot be used:\n${lines}`)
        missing = Number(length) - (head.length - end - endOfHead.length)
      }
      if (missing > 0) return
      latencies.push(performance.now() - sentAt)
      send()
    }
    socket.on('connect', send).on('data', read).on('error', reject)
  })
}
