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
    // A stream that is given nothing does not ask again, so an empty piece is passed over here.
    pull: async (controller) => {
      let next = await iterator.next()
      while (!next.done && next.value === '') next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    cancel: async () => {
      await iterator.return()
    },
  })
  return c.body(body, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
}
