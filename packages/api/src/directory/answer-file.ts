import type { FrontContext } from '../front-door/front.ts'

/** Sends a file piece by piece as it is made, so that its length never has to fit into memory. */
export function answerFile(c: FrontContext, type: string, name: string, pieces: () => AsyncGenerator<string>): Response {
  const encoder = new TextEncoder()
  const iterator = pieces()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else if (value !== '') controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await iterator.return(undefined)),
  })
  return c.body(body, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
}
