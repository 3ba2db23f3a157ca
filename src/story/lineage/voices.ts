import { type Entity, overlaps, type Span } from '../../record/index.ts'
import type { Told } from './article.ts'
import { nearby, spanOf } from './kind.ts'
import { sharedPassages } from './shared.ts'
import type { Sourcing } from './sourcing.ts'

/**
 * Whether one article lets the people of another, earlier one speak, and one of them word for word who is not said to have spoken to an audience: words that
 * he spoke to that outlet alone, by its own account; or nearly all whom it names and hardly anybody else. Who reports for himself finds people of his own.
 */
export function hasVoicesOf(child: Told, parent: Told): boolean {
  const quotations = sharedPassages(parent.text, child.text).flatMap(({ a, b, matches }) => {
    const words = matches.filter(([i]) => parent.text.words[i]!.quoted)
    const [there, here] = [spanOf(parent, a), spanOf(child, b)]
    const isSure =
      words.length >= QUOTATION_WORDS && !isHeard(parent, there) && !isHeard(child, here) && !nearby(child, 'own', here)
    return isSure ? [there] : []
  })
  return quotations.some(there => isToldTo(parent, there)) || (quotations.length > 0 && isSameVoices(child, parent))
}

/** Shorter ones are said twice. */
const QUOTATION_WORDS = 6

/** Whether an audience, or a statement in writing, is spoken of where somebody is quoted, or anywhere where he is told to speak; beside it where nobody knows who he is. */
function isHeard(told: Told, span: Span): boolean {
  const statements = told.text.reading.statements ?? []
  const quoting = statements.filter(({ content }) => content.some(part => overlaps(part, span)))
  const speakers = new Set(quoting.flatMap(({ speaker }) => speaker ?? []))
  if (speakers.size === 0) return HEARD.some(kind => nearby(told, kind, span))
  const theirs = new Set(statements.flatMap(({ id, speaker }) => (speaker !== null && speakers.has(speaker) ? [id] : [])))
  return told.sourcing.some(each => HEARD.includes(each.kind) && each.statements.some(id => theirs.has(id)))
}

const HEARD: readonly Sourcing['kind'][] = ['release', 'speech']

/** "She told the Norland Press Agency", in that agency's own article. */
function isToldTo({ sourcing }: Told, span: Span): boolean {
  return sourcing.some(({ kind, sentence }) => kind === 'own' && sentence !== null && overlaps(sentence, span))
}

function isSameVoices(child: Told, parent: Told): boolean {
  const [own, theirs, named] = [voicesOf(child), voicesOf(parent), namesIn(child.text.reading.entities)]
  const both = [...theirs].filter(voice => named.has(voice)).length
  return both >= VOICES && both >= VOICES_THEIRS * theirs.size && both >= VOICES_OWN * own.size
}

/** One spokesman is everybody's. */
const VOICES = 2
const VOICES_THEIRS = 0.6
const VOICES_OWN = 0.5

/** Named people to whom something is attributed. */
function voicesOf({ text: { reading } }: Told): ReadonlySet<string> {
  const speaking = new Set((reading.statements ?? []).map(({ speaker }) => speaker))
  return namesIn(reading.entities?.filter(({ id }) => speaking.has(id)))
}

/** People by the last word of the name. */
function namesIn(entities: readonly Entity[] = []): ReadonlySet<string> {
  return new Set(entities.flatMap(({ kind, name }) => (kind === 'person' ? (name?.split(' ').at(-1) ?? []) : [])))
}
