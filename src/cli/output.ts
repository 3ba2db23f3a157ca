import { once } from 'node:events'
import type { Config } from '../config.ts'
import type { Style } from '../format/index.ts'

/**
 * Writes to a stream and waits while it is full, so that nothing piles up before a slow reader. Rejects with the stream's error,
 * at the latest at the write after it.
 */
export function writerTo(stream: NodeJS.WritableStream): (text: string) => Promise<void> {
  let failure: Error | undefined
  stream.on('error', error => {
    failure ??= error
  })
  return async text => {
    if (failure) throw failure
    if (text !== '' && !stream.write(text)) await once(stream, 'drain')
  }
}

/** Whether who read the output has gone away, as `head` does: no failure of ours. */
export function isBrokenPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'EPIPE'
}

/** How text looks on a stream: on a terminal it is folded to its columns and coloured, in a file neither. */
export function styleFor(stream: NodeJS.WriteStream, { colour }: Pick<Config, 'colour'>): Style {
  const width = stream.isTTY ? Math.min(stream.columns ?? 80, WIDEST) : 0
  return { width, colour: colour && stream.isTTY === true }
}

/** Lines that are longer than this are hard to read on any terminal. */
const WIDEST = 100
