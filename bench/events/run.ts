/**
 * Who did what to whom, from raw text, on the 200 sentences beside this file.
 *
 *   npx tsx bench/events/run.ts [--misses]
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deedsIn } from '../../src/reading/events/deeds.ts'
import type { Span } from '../../src/record/index.ts'
import { type BenchResult, recordsOf } from '../corpora.ts'

type PartyGold = readonly Span[]
interface EventGold {
  readonly eventType: string
  readonly orTypes?: readonly string[]
  readonly mode: string | null
  readonly actors: readonly PartyGold[]
  readonly recipients: readonly PartyGold[]
  readonly mayActors?: readonly PartyGold[]
  readonly mayRecipients?: readonly PartyGold[]
  readonly modality: string
  readonly optional?: boolean
}
interface Row {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly sentence: Span
  readonly events: readonly EventGold[]
}

export async function run(misses = false): Promise<BenchResult> {
  const rows = recordsOf<Row>(fileURLToPath(new URL('./gold.jsonl', import.meta.url)))
  const count = { gold: 0, found: 0, right: 0, typed: 0 }
  const lines: string[] = []
  for (const row of rows) {
    const wanted = row.events.filter(event => event.modality === 'asserted')
    const open = new Set(wanted)
    count.gold += wanted.filter(event => !event.optional).length
    for (const deed of deedsIn(row.text, row.sentence, null).filter(({ modality }) => modality === 'asserted')) {
      const typed = [...open].filter(event => event.eventType === deed.type || event.orTypes?.includes(deed.type))
      const hit = typed.find(
        event =>
          sameParties(row.text, deed.actors, event.actors, event.mayActors) &&
          sameParties(row.text, deed.recipients, event.recipients, event.mayRecipients),
      )
      if (hit) {
        open.delete(hit)
        if (hit.optional) continue
        count.right++
      } else if (typed.some(event => event.optional)) continue
      else if (typed.length > 0) count.typed++
      count.found++
      if (!hit && misses)
        lines.push(
          `- ${row.id} ${row.text}\n    found ${deed.type} ${JSON.stringify(deed.actors.map(s => row.text.slice(...s)))} > ${JSON.stringify(deed.recipients.map(s => row.text.slice(...s)))}`,
        )
    }
    if (misses)
      for (const event of open) if (!event.optional) lines.push(`+ ${row.id} ${row.text}\n    missed ${event.eventType}`)
  }
  const precision = (100 * count.right) / count.found
  const recall = (100 * count.right) / count.gold
  const floors = (
    JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as {
      floors: { precision: number; recall: number }
    }
  ).floors
  return {
    lines: [
      ...lines,
      `events from raw text: actor, recipient and type right together, ${count.gold} asserted deeds`,
      `  precision ${precision.toFixed(1)} (floor ${floors.precision})  recall ${recall.toFixed(1)} (floor ${floors.recall})  found ${count.found}, right ${count.right}, the type alone right ${count.typed}`,
    ],
    ok: precision >= floors.precision && recall >= floors.recall,
  }
}

/** Every party is found, and nothing is found that is none. */
function sameParties(text: string, found: readonly Span[], gold: readonly PartyGold[], may: readonly PartyGold[] = []): boolean {
  const meets = (span: Span, party: PartyGold) => party.some(mention => sharesWord(text, span, mention))
  return (
    gold.every(party => found.some(span => meets(span, party))) &&
    found.every(span => [...gold, ...may].some(party => meets(span, party)))
  )
}

/** A word of three letters or a number; "the" alone is no agreement. A pronoun is itself. */
function sharesWord(text: string, [start, end]: Span, [from, to]: Span): boolean {
  const shared = text.slice(Math.max(start, from), Math.min(end, to))
  if (Math.max(start, from) >= Math.min(end, to)) return false
  return (
    shared === text.slice(from, to) ||
    (shared.match(/[\p{L}\p{N}]+/gu) ?? []).some(word => !/^(?:the|a|an|of|in|his|its|their|and)$/i.test(word))
  )
}

if (process.argv[1]?.endsWith('run.ts')) {
  const { lines, ok } = await run(process.argv.includes('--misses'))
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
