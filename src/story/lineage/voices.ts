import { type Entity, overlaps, type Reading, type Span, type Statement } from '../../record/index.ts'
import type { Told } from './article.ts'
import { isSpoken, nearby, spanOf } from './kind.ts'
import { sharedPassages } from './shared.ts'

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

const isHeard = (told: Told, span: Span): boolean => HEARD.some(kind => isSpoken(told, kind, span))

const HEARD = ['release', 'speech'] as const

/** "She told the Norland Press Agency", in that agency's own article. */
function isToldTo({ sourcing }: Told, span: Span): boolean {
  return sourcing.some(({ kind, sentence }) => kind === 'own' && sentence !== null && overlaps(sentence, span))
}

function isSameVoices(child: Told, parent: Told): boolean {
  const [own, theirs, named] = [voicesOf(child), voicesOf(parent), namesIn(child.text.reading.entities)]
  // "Brandt told the Herald in the corridor": who speaks to one of the voices himself may have heard the others as well.
  if ([...toldIn(child)].some(voice => theirs.has(voice))) return false
  const both = [...theirs].filter(voice => named.has(voice)).length
  return both >= VOICES && both >= VOICES_THEIRS * theirs.size && both >= VOICES_OWN * own.size
}

/** One spokesman is everybody's. */
const VOICES = 2
const VOICES_THEIRS = 0.6
const VOICES_OWN = 0.5

/** Named people to whom something is attributed. */
const voicesOf = ({ text: { reading } }: Told): ReadonlySet<string> => speakersOf(reading, reading.statements ?? [])

/** Those who by its own account told an outlet something itself. */
function toldIn({ text: { reading }, sourcing }: Told): ReadonlySet<string> {
  const told = new Set(sourcing.flatMap(({ kind, statements }) => (kind === 'own' ? statements : [])))
  return speakersOf(reading, reading.statements?.filter(({ id }) => told.has(id)) ?? [])
}

function speakersOf({ entities }: Reading, statements: readonly Statement[]): ReadonlySet<string> {
  const speaking = new Set(statements.map(({ speaker }) => speaker))
  return namesIn(entities?.filter(({ id }) => speaking.has(id)))
}

/** People by the last word of the name. */
function namesIn(entities: readonly Entity[] = []): ReadonlySet<string> {
  return new Set(entities.flatMap(({ kind, name }) => (kind === 'person' ? (name?.split(' ').at(-1) ?? []) : [])))
}
