import { stat } from 'node:fs/promises'
import { HearsayError } from '../errors.ts'
import type { GivenMetadata } from '../record/index.ts'
import { bytesOfFile, failureOf, streamOfFile } from './bytes.ts'
import { recordsOf } from './corpus.ts'
import { decode } from './encoding.ts'
import { looksLikeFeed } from './feed.ts'
import { type FeedRun, type FeedText, pagesAtAddress, pagesOfFeed } from './feed-pages.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'
import { filesIn } from './folder.ts'
import { type FileKind, kindOfName, mayBeFeed } from './kind.ts'
import type { PageOutcome } from './outcome.ts'
import { pageFromBytes } from './received.ts'
import { pagesOfStream } from './sniffed.ts'
import { pagesOfWacz } from './wacz.ts'
import { pagesOfWarc } from './warc.ts'

export type { PageOutcome } from './outcome.ts'

export interface InputOptions {
  /** Metadata for every page of this run. */
  readonly given?: GivenMetadata
  /** Whether addresses inside private networks may be fetched. */
  readonly allowPrivate?: boolean
  /** Where `-` comes from; by default this process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
  /** Whether feeds and lists of feeds (OPML), by address or as files, stand for the articles that they list. */
  readonly feeds?: boolean
  /** Milliseconds between two articles of one site that a feed lists. */
  readonly pauseMs?: number
  /** Of articles that feeds list, those that are not to be fetched. */
  readonly known?: FeedRun['known']
  readonly validators?: FeedRun['validators']
  /** What is known of sites; pass the same one each time to ask each site once. */
  readonly sites?: FetchOptions['sites']
}

/**
 * The pages of all inputs, in their order, one at a time: paths, addresses, and `-` for standard input, which is also read where
 * there is no input at all. Never throws: what cannot be read is an outcome with an error, and the next input follows.
 */
export async function* pagesOf(inputs: readonly string[], options: InputOptions = {}): AsyncGenerator<PageOutcome> {
  const run: Run = { ...options, sites: options.sites ?? new Map() }
  for (const input of inputs.length > 0 ? inputs : ['-']) {
    try {
      if (input === '-') yield* pagesOfStream(options.stdin ?? process.stdin, { input, given: options.given })
      else if (!/^[a-z][a-z\d+.-]*:\/\//i.test(input)) yield* pagesOfPath(input, run)
      else if (run.feeds) yield* pagesAtAddress(input, run)
      else yield { input, page: await fetchPage(input, run) }
    } catch (error) {
      yield { input, error: failureOf(error, input) }
    }
  }
}

interface Run extends InputOptions {
  /** One for all, so that each site is asked for its rules once. */
  readonly sites: NonNullable<FetchOptions['sites']>
}

async function* pagesOfPath(path: string, run: Run): AsyncGenerator<PageOutcome> {
  const stats = await stat(path)
  if (!stats.isDirectory()) {
    yield* pagesOfFile(path, run)
    return
  }
  let found = false
  for await (const file of filesIn(path)) {
    found = true
    try {
      yield* pagesOfFile(file, run)
    } catch (error) {
      yield { input: file, error: failureOf(error, file) }
    }
  }
  if (!found) throw new HearsayError('input-empty', 'The folder holds no file that Hearsay reads.')
}

async function* pagesOfFile(path: string, run: Run): AsyncGenerator<PageOutcome> {
  const { given } = run
  const source = { input: path, given }
  const kind: FileKind | null = kindOfName(path)
  const feed = run.feeds && kind === null && mayBeFeed(path) ? await feedInFile(path) : null
  if (feed !== null) {
    yield* pagesOfFeed(feed, run)
    return
  }
  if (kind === 'text' || kind === 'html') {
    yield { input: path, page: pageFromBytes(await bytesOfFile(path), { ...source, kind }) }
    return
  }
  if (kind === 'wacz') {
    yield* pagesOfWacz(path, source)
    return
  }
  const stream = await streamOfFile(path)
  try {
    if (kind === 'warc') yield* pagesOfWarc(stream, source)
    else if (kind === null) yield* pagesOfStream(stream, source)
    else yield* recordsOf(stream, { ...source, gzip: kind === 'corpus-gzip' })
  } finally {
    stream.destroy()
  }
}

/** The feed in a file that is named like one; null where it is something else. */
async function feedInFile(path: string): Promise<FeedText | null> {
  const { text } = decode(await bytesOfFile(path))
  return looksLikeFeed(text) ? { input: path, text, url: null } : null
}
