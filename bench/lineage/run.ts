/**
 * Who copied whom: on 60 pairs written for the project, and on the pairs of giveme5w1h's development part that share text.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/lineage/run.ts [--errors]
 */
import { readFileSync } from 'node:fs'
import { type Lineage, openReader, type Reader, type Reading } from '../../src/index.ts'
import { parseRecord } from '../../src/page/corpus.ts'
import { readLineage } from '../../src/story/lineage/lineage.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

export async function run({ errors = false } = {}): Promise<BenchResult> {
  const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Baseline
  const reader = await openReader()
  try {
    const pairs = await pairsBench(reader, errors)
    const reuse = await reuseBench(reader, errors)
    const figures = { ...pairs.figures, ...reuse.figures }
    const missed = Object.entries(baseline.floors).flatMap(([name, [least, most]]) => {
      const figure = figures[name]
      if (figure === undefined || (figure >= least && figure <= most)) return []
      return [`OUTSIDE ITS BOUNDS: ${name} ${figure}, not from ${least} to ${most}`]
    })
    return { lines: [...pairs.lines, ...reuse.lines, ...missed], ok: missed.length === 0 }
  } finally {
    await reader.close()
  }
}

interface Baseline {
  /** The least and the most that each figure may be. */
  readonly floors: Readonly<Record<string, readonly [number, number]>>
}

interface Measured {
  readonly lines: readonly string[]
  readonly figures: Readonly<Record<string, number>>
}

interface Written {
  readonly id: string
  readonly publisher: string
  readonly datePublished: string | null
  readonly headline: string
  readonly text: string
}

interface Pair {
  readonly id: string
  readonly kind: Lineage['kind'] | null
  readonly commonWith: Lineage['commonWith']
  readonly credited: boolean
  /** Which was taken from; null where nobody can tell. */
  readonly from: 'a' | 'b' | null
  readonly a: Written
  readonly b: Written
}

async function pairsBench(reader: Reader, errors: boolean): Promise<Measured> {
  const pairs = recordsOf<Pair>(new URL('./pairs.jsonl', import.meta.url).pathname)
  const counts = {
    pairs: pairs.length,
    kind: 0,
    credited: 0,
    creditedOf: 0,
    directionsClaimed: 0,
    directionsWrong: 0,
    directionsFound: 0,
    directionsGold: 0,
  }
  const wrong: string[] = []
  for (const pair of pairs) {
    const readings = [await readingOf(reader, pair.a), await readingOf(reader, pair.b)]
    const links = readLineage(readings, { notCopies: [] })
    const link = links[0]
    const isRight = (link?.kind ?? null) === pair.kind && (link?.commonWith ?? null) === pair.commonWith && links.length <= 1
    if (isRight) counts.kind++
    if (pair.from !== null) counts.directionsGold++
    const claimed = link?.direction === 'known' ? (link.from === pair.a.id ? 'a' : 'b') : null
    if (claimed !== null) counts.directionsClaimed++
    if (claimed !== null && claimed !== pair.from) counts.directionsWrong++
    if (claimed !== null && claimed === pair.from) counts.directionsFound++
    if (link && isRight) {
      counts.creditedOf++
      if (link.credited === pair.credited) counts.credited++
    }
    const isOdd = !isRight || (claimed !== pair.from && pair.kind !== null) || (link && link.credited !== pair.credited)
    if (isOdd)
      wrong.push(
        `  ${pair.id} gold ${told(pair.kind, pair.commonWith)} credited ${pair.credited} from ${pair.from}; found ${links.map(each => `${told(each.kind, each.commonWith)} credited ${each.credited} ${each.direction} from ${each.from}`).join(' + ') || 'nothing'}`,
      )
  }
  const kindShare = (100 * counts.kind) / counts.pairs
  return {
    lines: [
      `lineage, ${counts.pairs} pairs written for the project`,
      `  kind right ${counts.kind} (${kindShare.toFixed(1)} %); of these credit right ${counts.credited} of ${counts.creditedOf}`,
      `  direction claimed ${counts.directionsClaimed}, wrong ${counts.directionsWrong}; found ${counts.directionsFound} of ${counts.directionsGold}`,
      ...(errors ? wrong : []),
    ],
    figures: {
      'pairs, kind right': counts.kind,
      'pairs, credit right': counts.credited,
      'pairs, direction wrong': counts.directionsWrong,
      'pairs, direction found': counts.directionsFound,
    },
  }
}

const told = (kind: string | null, commonWith: string | null): string => (commonWith ? `${kind}/${commonWith}` : String(kind))

async function readingOf(reader: Reader, { id, publisher, datePublished, headline, text }: Written): Promise<Reading> {
  const record = parseRecord(Buffer.from(JSON.stringify({ id, publisher, datePublished, headline, text })))
  return reader.read({ page: { kind: 'record', input: `pairs.jsonl#${id}`, record } })
}

interface Document {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly url: string | null
  /** A host name. */
  readonly publisher: string
  readonly published: string | null
  readonly event: string
}

interface Reuse {
  readonly a: string
  readonly b: string
  readonly containment: number
}

/** A pair with this much must be found; one below `REUSE_LEAST` (which the file leaves out) must not be claimed. */
const REUSE_SURE = 0.2
const REUSE_LEAST = 0.05

async function reuseBench(reader: Reader, errors: boolean): Promise<Measured> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], figures: {} }
  const documents = recordsOf<Document>(corpora, 'giveme5w1h', 'dev.jsonl.gz')
  const gold = new Map(
    recordsOf<Reuse>(corpora, 'giveme5w1h', 'reuse.dev.jsonl').map(({ a, b, containment }) => [pairKey(a, b), containment]),
  )
  const host = new Map(documents.map(({ id, publisher }) => [id, publisher]))
  const events = new Map<string, Document[]>()
  for (const document of documents) events.set(document.event, [...(events.get(document.event) ?? []), document])
  const claimed = new Set<string>()
  const kinds: Record<string, number> = {}
  for (const inEvent of events.values()) {
    const readings: Reading[] = []
    for (const { id, title, text, publisher, published } of inEvent)
      readings.push(await readingOf(reader, { id, publisher, datePublished: published, headline: title ?? '', text }))
    readings.sort((x, y) => compare(x.article.datePublished ?? '9', y.article.datePublished ?? '9'))
    for (const link of readLineage(readings, { notCopies: [] })) {
      if (host.get(link.from) === host.get(link.to)) continue
      kinds[told(link.kind, link.commonWith)] = (kinds[told(link.kind, link.commonWith)] ?? 0) + 1
      if (link.kind !== 'cite') claimed.add(pairKey(link.from, link.to))
    }
  }
  const sure = [...gold].filter(([, containment]) => containment >= REUSE_SURE).map(([key]) => key)
  const missed = sure.filter(key => !claimed.has(key))
  const over = [...claimed].filter(key => (gold.get(key) ?? 0) < REUSE_LEAST)
  return {
    lines: [
      `reuse, giveme5w1h dev: of ${sure.length} pairs with containment of at least ${REUSE_SURE} missed ${missed.length}; claimed ${claimed.size}, of them below ${REUSE_LEAST} ${over.length}`,
      `  ${Object.entries(kinds)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ')}`,
      ...(errors ? [...missed.map(key => `  missed ${key} ${gold.get(key)}`), ...over.map(key => `  over ${key}`)] : []),
    ],
    figures: { 'reuse, missed': missed.length, 'reuse, claimed below': over.length },
  }
}

const pairKey = (a: string, b: string): string => [a, b].sort().join(' ')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

if (process.argv[1]?.endsWith('bench/lineage/run.ts')) {
  const { lines, ok } = await run({ errors: process.argv.includes('--errors') })
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
