import type { Event, Span } from '../../src/record/index.ts'
import type { EventGold, PartyGold, Row } from './gold.ts'

/** A deed that was found: each party by its mentions. */
export interface Found {
  readonly type: string
  readonly mode: string | null
  readonly trigger: Span
  readonly actors: readonly PartyGold[]
  readonly recipients: readonly PartyGold[]
  readonly modality: Event['modality']
  /** Null where only the words were looked at. */
  readonly onWordOf: 'outlet' | 'statement' | null
  readonly confidence: number
}

/** Counts over a gold. Shares are of the deeds that are right in type and parties (`mode`, `word`), of the gold's (`told`). */
export interface Tally {
  gold: number
  found: number
  right: number
  typed: number
  mode: number
  word: number
  /** Deeds of the gold that are planned, denied or hypothetical, those found at all, and those told as what they are. */
  unreal: number
  met: number
  told: number
  /** Asserted deeds found in look-alikes that have none. */
  invented: number
  readonly lines: string[]
  /** Confidence of each asserted deed and whether it was right: for the calibration. */
  readonly sure: [number, boolean][]
}

export const newTally = (): Tally => ({
  gold: 0,
  found: 0,
  right: 0,
  typed: 0,
  mode: 0,
  word: 0,
  unreal: 0,
  met: 0,
  told: 0,
  invented: 0,
  lines: [],
  sure: [],
})

/** Adds one sentence to the tally. A deed is right when its type, all of its actors and all of its recipients are. */
export function judge(tally: Tally, row: Row, found: readonly Found[]): void {
  const wanted = row.events.filter(event => event.modality === 'asserted')
  const open = new Set(wanted)
  tally.gold += wanted.filter(event => !event.optional).length
  for (const deed of found.filter(({ modality }) => modality === 'asserted')) {
    const typed = [...open].filter(event => isType(event, deed))
    const fits = typed.filter(
      event =>
        sameParties(row.text, deed.actors, event.actors, event.mayActors) &&
        sameParties(row.text, deed.recipients, event.recipients, event.mayRecipients),
    )
    const hit = fits.find(event => event.trigger.some(span => overlap(span, deed.trigger))) ?? fits[0]
    if (hit) {
      open.delete(hit)
      if (hit.optional) continue
      tally.right++
      if ((hit.orModes ?? []).includes(deed.mode) || hit.mode === deed.mode) tally.mode++
      else tally.lines.push(`m ${row.id} ${row.text}\n    mode ${deed.mode}, wanted ${hit.mode}`)
      if (deed.onWordOf === hit.onWordOf) tally.word++
      else if (deed.onWordOf) tally.lines.push(`w ${row.id} ${row.text}\n    on the word of ${deed.onWordOf}`)
    } else if (typed.some(event => event.optional) || mayStand(row, deed)) continue
    else if (typed.length > 0) tally.typed++
    tally.found++
    tally.sure.push([deed.confidence, hit !== undefined])
    if (row.kind !== 'deed' && !hit) tally.invented++
    if (!hit) tally.lines.push(`- ${row.id} ${row.text}\n    found ${shown(row.text, deed)}`)
  }
  for (const event of open) {
    if (!event.optional) tally.lines.push(`+ ${row.id} ${row.text}\n    missed ${event.eventType}`)
  }
  for (const event of row.events) {
    if (event.modality === 'asserted' || event.optional) continue
    tally.unreal++
    const deeds = found.filter(deed => isType(event, deed) && event.trigger.some(span => overlap(span, deed.trigger)))
    if (deeds.length === 0) continue
    tally.met++
    if (deeds.some(({ modality }) => isTold(event, modality))) tally.told++
    else tally.lines.push(`~ ${row.id} ${row.text}\n    told as ${deeds[0]!.modality}, wanted ${event.modality}`)
  }
}

const isType = (event: EventGold, { type }: Found): boolean =>
  event.eventType === type || (event.orTypes?.includes(type) ?? false)

const isTold = (event: EventGold, modality: string): boolean =>
  event.modality === modality || (event.orModalities?.includes(modality) ?? false)

/** Told as planned or the like in the gold, which says that it may be taken for done. */
const mayStand = (row: Row, deed: Found): boolean =>
  row.events.some(event => event.modality !== 'asserted' && isType(event, deed) && isTold(event, deed.modality))

const shown = (text: string, { type, actors, recipients }: Found): string => {
  const words = (parties: readonly PartyGold[]) => JSON.stringify(parties.map(([first]) => (first ? text.slice(...first) : '')))
  return `${type} ${words(actors)} > ${words(recipients)}`
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** Every party is found, and nothing is found that is none. */
function sameParties(
  text: string,
  found: readonly PartyGold[],
  gold: readonly PartyGold[],
  may: readonly PartyGold[] = [],
): boolean {
  const meets = (one: PartyGold, other: PartyGold) => one.some(span => other.some(mention => sharesWord(text, span, mention)))
  return (
    gold.every(party => found.some(one => meets(one, party))) &&
    found.every(one => [...gold, ...may].some(party => meets(one, party)))
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
