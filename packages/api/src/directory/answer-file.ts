import type { FrontContext } from '../front-door/front.ts'

/** Sends a file piece by piece as it is made, so that its length never has to fit into memory. */
export function answerFile(
  c: FrontContext,
  { type, name }: { readonly type: string; readonly name: string },
  pieces: () => AsyncGenerator<string, void>,
): Response {
  const encoder = new TextEncoder()
  const iterator = pieces()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else if (value !== '') controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await iterator.return()
    },
  })
  return c.body(body, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
}
