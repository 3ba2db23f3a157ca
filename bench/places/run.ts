/**
 * Where the places are that articles name, against a hand-made gold of ids and offsets.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/places/run.ts [--show]
 */
import { readFileSync } from 'node:fs'
import { readPlaces } from '../../src/reading/places/places.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

interface GoldArticle {
  readonly corpus: string
  readonly id: string
  /** Whether all places of the article are listed, so that any other is wrong. */
  readonly whole: boolean
  /** start, end, GeoNames id; true last where a pin is neither asked for nor wrong. */
  readonly places: readonly (readonly [number, number, number, boolean?])[]
}

export async function run(show = false): Promise<BenchResult> {
  const corpora = corporaFolder()
  if (!corpora) return { lines: [CORPORA_MISSING], ok: true }
  const texts = new Map<string, string>()
  for (const corpus of ['polnear', 'timebank', 'giveme5w1h']) {
    for (const { id, text } of recordsOf<{ id: string; text: string }>(corpora, corpus, 'dev.jsonl.gz')) {
      texts.set(`${corpus}/${id}`, text)
    }
  }
  const shown: string[] = []
  const counts = { gold: 0, found: 0, right: 0, pins: 0, stray: 0, milliseconds: 0, units: 0 }
  for (const { corpus, id, whole, places } of gold('gold.jsonl')) {
    const body = texts.get(`${corpus}/${id}`)!
    const before = performance.now()
    const pins = readPlaces({ body, sentences: splitSentences(body, splitParagraphs(body)), dateline: null })
    counts.milliseconds += performance.now() - before
    counts.units += body.length
    const say = (what: string, [start, end]: readonly [number, number]) =>
      shown.push(
        `${what} ${id.slice(0, 24)} ${body.slice(Math.max(0, start - 40), start)}[${body.slice(start, end)}]${body.slice(end, end + 30)}`.replace(
          /\s+/g,
          ' ',
        ),
      )
    const matched = new Set<number>()
    for (const [start, end, geonames, optional] of places) {
      const at = pins.findIndex(pin => pin.span[0] < end && start < pin.span[1])
      if (at >= 0) matched.add(at)
      const right = at >= 0 && pins[at]!.gazetteer === `geonames:${geonames}`
      if (optional) {
        if (at >= 0 && !right) counts.stray++
        continue
      }
      counts.gold++
      if (at < 0) say('missed', [start, end])
      else {
        counts.found++
        if (right) counts.right++
        else say(`wrong (${pins[at]!.name}, ${pins[at]!.country})`, [start, end])
      }
    }
    if (!whole) continue
    counts.pins += pins.length
    pins.forEach((pin, at) => {
      if (matched.has(at)) return
      counts.stray++
      say(`no place (${pin.name}, ${pin.country})`, pin.span)
    })
  }
  const percent = (a: number, b: number) => (100 * a) / b
  const figures: Record<string, number> = {
    right: percent(counts.right, counts.found),
    found: percent(counts.found, counts.gold),
    precision: percent(counts.pins - counts.stray, counts.pins),
  }
  const { floors } = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as {
    floors: Record<string, number>
  }
  const missed = Object.entries(floors).filter(([name, floor]) => figures[name]! < floor)
  return {
    lines: [
      `places, ${counts.gold} mentions in dev articles`,
      `  found      ${figures.found!.toFixed(1)} %  (${counts.found} of ${counts.gold})  floor ${floors.found}`,
      `  right      ${figures.right!.toFixed(1)} %  of these (${counts.right})  floor ${floors.right}`,
      `  precision  ${figures.precision!.toFixed(1)} %  of ${counts.pins} pins in articles that are annotated whole; ${counts.stray} on no place  floor ${floors.precision}`,
      `  ${((counts.milliseconds / counts.units) * 5000).toFixed(1)} ms for 5,000 characters`,
      ...(show ? shown : []),
      ...missed.map(([name, floor]) => `BELOW THE FLOOR: ${name} ${figures[name]!.toFixed(1)} < ${floor}`),
    ],
    ok: missed.length === 0,
  }
}

function gold(name: string): GoldArticle[] {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as GoldArticle)
}

if (process.argv[1]?.endsWith('bench/places/run.ts')) {
  const { lines, ok } = await run(process.argv.includes('--show'))
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
