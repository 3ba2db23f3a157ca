/**
 * Who did what to whom, from raw text, on the two golds beside this file: by words alone, and with the entities, statements and
 * voices of the whole Reading.
 *
 *   npx tsx bench/events/run.ts [--misses]
 */
import { readFileSync } from 'node:fs'
import { deedsIn } from '../../src/reading/events/deeds.ts'
import { openTools, readArticle, type Tools } from '../../src/reading/read.ts'
import { bareArticle } from '../articles.ts'
import type { BenchResult } from '../corpora.ts'
import { GOLDS, type GoldName, goldOf, type Row } from './gold.ts'
import { type Found, judge, newTally, type Tally } from './judge.ts'

type Floors = Readonly<Record<string, number>>

export async function run(misses = false): Promise<BenchResult> {
  const { floors } = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as {
    floors: Readonly<Record<GoldName, { readonly words: Floors; readonly reading: Floors }>>
  }
  const tools = await openTools()
  const lines: string[] = []
  let ok = true
  for (const name of GOLDS) {
    const words = newTally()
    const reading = newTally()
    for (const row of goldOf(name)) {
      judge(words, row, deedsOf(row))
      judge(reading, row, await eventsOf(row, tools))
    }
    for (const [way, tally] of [
      ['words', words],
      ['reading', reading],
    ] as const) {
      const figures = figuresOf(tally, way)
      const low = Object.entries(floors[name][way]).filter(([key, floor]) => (figures[key] ?? 0) < floor)
      if (low.length > 0) ok = false
      if (misses && way === 'reading') lines.push(...tally.lines)
      lines.push(
        `${name}, ${way}: ${tally.gold} asserted deeds, found ${tally.found}, right ${tally.right}, the type alone right ${tally.typed}; in look-alikes ${tally.invented}`,
        `  ${Object.entries(figures)
          .map(([key, value]) => `${key} ${value.toFixed(1)} (floor ${floors[name][way][key] ?? '–'})`)
          .join('  ')}`,
      )
    }
  }
  return { lines, ok }
}

/** Percentages: of the deeds found, of the gold's, and of those that are right; `modality` of what is not told as done and was found. */
function figuresOf(tally: Tally, way: string): Floors {
  const share = (part: number, whole: number) => (whole ? (100 * part) / whole : 100)
  const { right, found, gold, mode, word, told, met, unreal } = tally
  return {
    precision: share(right, found),
    recall: share(right, gold),
    mode: share(mode, right),
    ...(way === 'reading' ? { onWordOf: share(word, right) } : {}),
    modality: share(told, met),
    unreal: share(met, unreal),
  }
}

function deedsOf({ text, sentence }: Row): Found[] {
  return deedsIn(text, sentence, null).map(deed => ({
    ...deed,
    actors: deed.actors.map(span => [span]),
    recipients: deed.recipients.map(span => [span]),
    onWordOf: null,
    confidence: 1,
  }))
}

async function eventsOf({ text, sentence }: Row, tools: Tools): Promise<Found[]> {
  const { entities, events } = await readArticle(bareArticle('gold', text), tools)
  const mentions = new Map(entities.map(entity => [entity.id, entity.mentions.map(({ span }) => span)]))
  return events
    .filter(({ trigger }) => trigger[0]![0] >= sentence[0])
    .map(event => ({
      type: event.eventType,
      mode: event.mode,
      trigger: event.trigger[0]!,
      actors: event.actors.map(id => mentions.get(id) ?? []),
      recipients: event.recipients.map(id => mentions.get(id) ?? []),
      modality: event.modality,
      onWordOf: event.onWordOf === 'outlet' ? 'outlet' : 'statement',
      confidence: event.confidence,
    }))
}

if (process.argv[1]?.endsWith('run.ts')) {
  const { lines, ok } = await run(process.argv.includes('--misses'))
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
