import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { WARCRecord, WARCSerializer } from 'warcio'
import { pagesOf } from '../../src/page/inputs.ts'

/** A new folder that holds `files`. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-page-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export async function outcomesOf(inputs: readonly string[], options: Parameters<typeof pagesOf>[1] = {}) {
  const outcomes = []
  for await (const outcome of pagesOf(inputs, options)) outcomes.push(outcome)
  return outcomes
}

/** For each outcome its input without the folder, and what it is. */
export async function summaryOf(
  inputs: readonly string[],
  options: Parameters<typeof pagesOf>[1] & { readonly folder?: string } = {},
) {
  const outcomes = await outcomesOf(inputs, options)
  return outcomes.map(({ input, page, error }) => [input.replace(`${options.folder}/`, ''), page?.kind ?? error?.code])
}

export async function* streamOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

export interface Archived {
  readonly url: string
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: string
  readonly encoding?: string
}

/** A WARC of responses, each a gzip member of its own where `gzip`. */
export async function warcOf(pages: readonly Archived[], { gzip = false } = {}): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (const { url, body, type = 'text/html; charset=utf-8', status = '200 OK', encoding } of pages) {
    const httpHeaders = { 'Content-Type': type, ...(encoding && { 'Content-Encoding': encoding }) }
    const record = WARCRecord.create(
      { url, date: '2025-09-03T10:16:00Z', type: 'response', httpHeaders, statusline: `HTTP/1.1 ${status}` },
      streamOf(body),
    )
    parts.push(await WARCSerializer.serialize(record, { gzip }))
  }
  return Buffer.concat(parts)
}

/** A zip archive (PKWARE APPNOTE 6.3), each entry deflated. Sums are left 0, which readers that do not check them accept. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}
