/**
 * Lets many callers share one read without anybody getting an answer from before she asked: whoever comes while a read is under way
 * waits for the next one, which starts after she came and which all who came meanwhile share.
 */
export function shareNextRead<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null
  let next: Promise<Value> | null = null

  function start(): Promise<Value> {
    const started = read().finally(() => {
      if (running === started) running = null
    })
    running = started
    return started
  }

  return () => {
    if (running === null) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
