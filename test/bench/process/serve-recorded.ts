import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Recorded } from '../record-answers.ts'
import { listen } from './tell-parent.ts'

/** Bare `node:http` that gives back recorded answers, byte for byte: as quick as this Node can send them. */
const recorded: readonly Recorded[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const answers = new Map(recorded.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]))

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '')
  if (!answer) return void response.writeHead(404).end()
  response.writeHead(200, answer.headers)
  response.end(answer.body)
})
await listen(server)
