import { overlaps, type Span } from '../../record/index.ts'
import type { Told } from './article.ts'
import { nearby, spanOf } from './kind.ts'
import { sharedPassages } from './shared.ts'

/**
 * Whether one article lets the people of another, earlier one speak, and one of them word for word who is not said to have spoken to an audience: words that
 * he spoke to that outlet alone, by its own account; or nearly all whom it names and hardly anybody else. Who reports for himself finds people of his own.
 */
export function hasVoicesOf(child: Told, parent: Told): boolean {
  const quotations = sharedPassages(parent.text, child.text).flatMap(({ a, b, matches }) => {
    const words = matches.filter(([i, j]) => parent.text.words[i]!.quoted && child.text.words[j]!.quoted)
    const [there, here] = [spanOf(parent, a), spanOf(child, b)]
    const isSure =
      words.length >= QUOTATION_WORDS && !isHeard(parent, there) && !isHeard(child, here) && !nearby(child, 'own', here)
    return isSure ? [there] : []
  })
  return quotations.some(there => isToldTo(parent, there)) || (quotations.length > 0 && isSameVoices(child, parent))
}

/** Shorter ones are said twice. */
const QUOTATION_WORDS = 6

/** Whether an audience, or a statement in writing, is spoken of beside a quotation, or anywhere beside who is quoted. */
function isHeard(told: Told, span: Span): boolean {
  const all = told.text.reading.statements ?? []
  const speakers = new Set(
    all.flatMap(({ content, speaker }) => (content.some(part => overlaps(part, span)) ? (speaker ?? []) : [])),
  )
  const own = new Set(all.flatMap(({ id, speaker }) => (speaker !== null && speakers.has(speaker) ? [id] : [])))
  return (['release', 'speech'] as const).some(
    kind => nearby(told, kind, span) || told.sourcing.some(each => each.kind === kind && each.statements.some(id => own.has(id))),
  )
}

/** "She told the Norland Press Agency", in that agency's own article. */
function isToldTo({ sourcing }: Told, span: Span): boolean {
  return sourcing.some(({ kind, sentence }) => kind === 'own' && sentence !== null && overlaps(sentence, span))
}

function isSameVoices(child: Told, parent: Told): boolean {
  const [own, theirs] = [voicesOf(child), voicesOf(parent)]
  const both = [...theirs].filter(voice => own.has(voice)).length
  return both >= VOICES && both >= VOICES_THEIRS * theirs.size && both >= VOICES_OWN * own.size
}

/** One spokesman is everybody's. */
const VOICES = 2
const VOICES_THEIRS = 0.6
const VOICES_OWN = 0.5

/** Named people to whom something is attributed, by the last word of the name. */
function voicesOf({ text: { reading } }: Told): ReadonlySet<string> {
  const speaking = new Set((reading.statements ?? []).map(({ speaker }) => speaker))
  const people = (reading.entities ?? []).filter(({ id, kind }) => kind === 'person' && speaking.has(id))
  return new Set(people.flatMap(({ name }) => name?.split(' ').at(-1) ?? []))
}
