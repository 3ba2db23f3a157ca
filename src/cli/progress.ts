/** A line that counts, for people who wait. */
export interface Progress {
  count(state: { readonly failed: boolean }): void
  /** Takes the line away until the next look; call before anything else is written to the terminal. */
  hide(): void
  /** Takes the line away for good. */
  clear(): void
}

/** Milliseconds after which waiting needs a sign. */
const PATIENCE_MS = 2000
/** Milliseconds between two looks of the line: often enough to seem alive. */
const INTERVAL_MS = 200

/** Progress on `stream` once a run has lasted two seconds; none where that is no terminal. */
export function progressOn(stream: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  if (!stream.isTTY) return { count: () => {}, hide: () => {}, clear: () => {} }
  const start = now()
  let done = 0
  let failed = 0
  let last = 0
  let visible = false
  const draw = () => {
    last = now()
    visible = true
    const rate = (done + failed) / ((last - start) / 1000)
    stream.write(`\r\u001B[Khearsay: ${done} read${failed ? `, ${failed} failed` : ''}, ${rate.toFixed(1)} a second`)
  }
  const hide = () => {
    if (visible) stream.write('\r\u001B[K')
    visible = false
  }
  const timer = setInterval(() => now() - start >= PATIENCE_MS && draw(), INTERVAL_MS).unref()
  return {
    count: state => {
      if (state.failed) failed += 1
      else done += 1
      if (now() - start >= PATIENCE_MS && now() - last >= INTERVAL_MS) draw()
    },
    hide,
    clear: () => {
      clearInterval(timer)
      hide()
    },
  }
}
