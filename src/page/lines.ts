import { createGunzip } from 'node:zlib'

/** One line of a stream, without its end. `bytes` is null where the line is longer than the limit; it was dropped as it came. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LINE_FEED = 0x0a

/** The lines of a stream, one at a time; no more than `bytesMax` of any line is held. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array) => {
    size += part.length
    if (size > bytesMax) parts = []
    else parts.push(part)
  }
  const take = (): Line => {
    const line = { number, bytes: size > bytesMax ? null : Buffer.concat(parts) }
    number += 1
    parts = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (size > 0) yield take()
}

/** A stream packed by gzip, unpacked as it comes; ends early with the one that reads it. */
export async function* unzipped(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Readable } = await import('node:stream')
  const source = Readable.from(stream, { objectMode: false })
  const gunzip = source.pipe(createGunzip())
  source.on('error', error => gunzip.destroy(error))
  try {
    yield* gunzip as AsyncIterable<Uint8Array>
  } finally {
    source.destroy()
  }
}

/** Whether a line has nothing but spaces, tabs and the first half of a line's end. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
