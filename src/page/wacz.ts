import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, open, type ZipFile } from 'yauzl'
import { HearsayError } from '../errors.ts'
import { failureOf } from './bytes.ts'
import type { PageOutcome } from './outcome.ts'
import { type ArchiveSource, pagesOfWarc } from './warc.ts'

/** The pages of a WACZ: a zip with WARC files in its folder `archive/` (Web Archive Collection Zipped 1.1.1). */
export async function* pagesOfWacz(path: string, source: ArchiveSource): AsyncGenerator<PageOutcome> {
  let zip: ZipFile | undefined
  try {
    zip = await openZip(path)
    const archives = (await entriesOf(zip)).filter(entry => /^archive\/.*\.warc(?:\.gz)?$/.test(entry.fileName))
    if (archives.length === 0) throw new HearsayError('input-empty', 'The WACZ holds no archive.')
    for (const entry of archives) {
      if (entry.uncompressedSize > DEFLATED_RATIO_MAX * entry.compressedSize) throw inflated(entry)
      yield* pagesOfWarc(await streamOf(zip, entry), source)
    }
  } catch (error) {
    yield { input: source.input, error: failureOf(error, source.input) }
  } finally {
    zip?.close()
  }
}

/** Pages deflate to a tenth or so, archives that are gzipped already not at all; what shrinks this far is made to fill memory. */
const DEFLATED_RATIO_MAX = 200

function inflated({ fileName, uncompressedSize }: Entry): HearsayError {
  return new HearsayError('input-too-large', `${fileName} would unpack to ${uncompressedSize.toLocaleString('en')} bytes.`)
}

async function openZip(path: string): Promise<ZipFile> {
  const opened = promisify<string, { lazyEntries: true; autoClose: false }, ZipFile>(open)
  return opened(path, { lazyEntries: true, autoClose: false })
}

/** By name, so that an archive in parts is read in the order of its parts. */
async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.once('end', resolve)
    zip.once('error', reject)
    zip.readEntry()
  })
  return entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
}
