import type { MessagePort } from 'node:worker_threads'
import { type ErrorCode, HearsayError } from '../../errors.ts'
import type { Page, Reading } from '../../record/index.ts'
import { VERSION } from '../../version.ts'
import { type ReadingParts, readWhole } from './whole.ts'

/** What the reader sends to a thread: one page at a time, or the wish that it gives up the page that it reads. */
export type ThreadTask = { readonly page: Page; readonly meanings?: boolean } | { readonly stop: true }

/** What a thread answers: once `ready` or a failure to open, then one answer a task. */
export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'failure'; readonly failure: Failure }

/** An error as it travels between threads; `code` is null where it is no HearsayError. */
export interface Failure {
  readonly code: ErrorCode | null
  readonly message: string
}

export interface ThreadParts<Tools extends { readonly modelDigest: string }>
  extends Pick<ReadingParts<Tools>, 'readPage' | 'readArticle'> {
  readonly openTools: () => Promise<Tools>
}

/** Opens the tools once, then answers each page that comes through `port` with its Reading. */
export async function serveThread<Tools extends { readonly modelDigest: string }>(
  port: MessagePort,
  { openTools, readPage, readArticle }: ThreadParts<Tools>,
): Promise<void> {
  const answer = (message: ThreadAnswer) => port.postMessage(message)
  const fail = (error: unknown) => answer({ kind: 'failure', failure: failureOf(error) })
  try {
    const tools = await openTools()
    const parts = { readPage, readArticle, tools, model: tools.modelDigest, version: VERSION }
    let task = new AbortController()
    port.on('message', (message: ThreadTask) => {
      if ('stop' in message) return task.abort()
      task = new AbortController()
      readWhole(message.page, parts, { signal: task.signal, meanings: message.meanings }).then(
        reading => answer({ kind: 'reading', reading }),
        fail,
      )
    })
    answer({ kind: 'ready' })
  } catch (error) {
    fail(error)
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof HearsayError) return { code: error.code, message: error.message }
  return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
