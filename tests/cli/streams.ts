import { PassThrough } from 'node:stream'
import type { Streams } from '../../src/cli/read.ts'
import { HearsayError } from '../../src/errors.ts'
import type { Reader } from '../../src/reader.ts'
import type { Page } from '../../src/record/index.ts'
import { READING } from '../format/example.ts'

/** Streams that keep what is written; `text()` gives it back. */
export function streamsWith({ stdin = '', tty = false }: { readonly stdin?: string; readonly tty?: boolean } = {}) {
  const kept = () => {
    const stream = new PassThrough()
    const chunks: string[] = []
    stream.on('data', chunk => chunks.push(String(chunk)))
    return Object.assign(stream, { isTTY: tty, columns: 60, text: () => chunks.join('') })
  }
  const stdout = kept()
  const stderr = kept()
  const streams = { stdin: PassThrough.from([Buffer.from(stdin)]), stdout, stderr } as unknown as Streams
  return { streams, out: stdout.text, err: stderr.text }
}

export function textOfPage(page: Page): string {
  return page.kind === 'record' ? page.record.text : page.kind === 'html' ? page.html : page.text
}

export interface ReaderLog {
  running: number
  most: number
  /** Whether it was closed, and nothing was being read then. */
  closed: boolean
}

/**
 * A reader that makes of each page a Reading with the page's text as its headline, and fails where that text is “fail”. The delay
 * grows shorter with each page, so that later ones are done first.
 */
export function scripted(log: ReaderLog = { running: 0, most: 0, closed: false }) {
  let delay = 20
  const reader: Reader = {
    read: async input => {
      if (!('page' in input)) throw new Error('The command line gives pages.')
      log.running += 1
      log.most = Math.max(log.most, log.running)
      delay = Math.max(0, delay - 5)
      await new Promise(resolve => setTimeout(resolve, delay))
      log.running -= 1
      const headline = textOfPage(input.page)
      if (headline === 'fail') throw new HearsayError('read-timeout', 'It took too long')
      const publisher = input.page.given?.publisher ?? null
      return { ...READING, input: input.page.input, article: { ...READING.article, headline, publisher } }
    },
    close: async () => {
      log.closed = log.running === 0
    },
  }
  return { open: async () => reader, log }
}
