const minuteMs = 60_000
// Work that the clock started can be left at any moment: another minute goes on with it.
const patienceMs = 2000

/** Does something now and again every minute, never twice at the same time. A fault is said, and the next minute comes all the same. */
export function everyMinute(work: () => Promise<void>, say: (line: string) => void) {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let atWork: Promise<void> | undefined

  const doOnce = () => {
    atWork ??= work()
      .catch((fault: unknown) => {
        if (!isStopped) say(`What was due this minute was not done: ${fault instanceof Error ? fault.name : 'unknown fault'}.`)
      })
      .finally(() => (atWork = undefined))
  }
  return {
    start: () => {
      doOnce()
      timer = setInterval(doOnce, minuteMs)
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      let impatience: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => (impatience = setTimeout(resolve, patienceMs)))
      await Promise.race([atWork, enough])
      clearTimeout(impatience)
    },
  }
}
