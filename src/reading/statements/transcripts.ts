import type { Attribution, Span } from '../../record/index.ts'
import { contains, overlaps } from '../../record/index.ts'
import { findExchange } from '../words/exchange.ts'
import { FRAME_CONFIDENCE } from './frames.ts'

/**
 * The attributions of a text with its turns, where it is a transcript: each paragraph that begins with who speaks is one statement,
 * and what the tagger found of it under the same source is no other. Posts that begin with an account's name are turns, too.
 */
export function withTurns(body: string, paragraphs: readonly Span[], attributions: readonly Attribution[]): Attribution[] {
  const turns = turnsIn(body, paragraphs)
  if (turns.length === 0) return withExchange(body, paragraphs, attributions)
  const bySource = new Map(turns.map(turn => [turn.source[0]![0], turn]))
  const others = attributions.filter(({ source, cue, content }) => {
    const turn = bySource.get(source[0]?.[0] ?? Number.NaN) ?? turns.find(({ content: [whole] }) => isSame(whole!, content))
    return !turn || !(isColon(body, cue) || cue.length === 0) || !content.every(span => contains(extent(turn), span))
  })
  return [...others.flatMap(other => withoutTurns(other, turns)), ...turns]
}

/** With the questions and answers of an interview that has no names before them; what the tagger found in them stays beside them. */
function withExchange(body: string, paragraphs: readonly Span[], attributions: readonly Attribution[]): Attribution[] {
  const parts = findExchange(body, paragraphs).flatMap(({ question, answer }) => [[question], answer])
  const asked = parts.map(content => ({ source: [], cue: [], content, confidence: FRAME_CONFIDENCE }))
  const others = attributions.filter(({ source, cue, content }) => {
    const isBare = source.length === 0 && cue.length === 0
    return !isBare || !parts.some(spans => content.every(part => spans.some(span => contains(span, part))))
  })
  return [...others, ...asked]
}

/** What the tagger has of somebody's turn in what another one says elsewhere is left out; nothing where nothing else is left. */
function withoutTurns(attribution: Attribution, turns: readonly Attribution[]): Attribution[] {
  const { source, cue, content } = attribution
  const frame = [...source, ...cue]
  const foreign = turns.filter(turn => frame.length > 0 && frame.every(span => !overlaps(span, extent(turn))))
  const kept = content.filter(span => !foreign.some(turn => contains(extent(turn), span)))
  if (kept.length === content.length) return [attribution]
  return kept.length > 0 ? [{ ...attribution, content: kept }] : []
}

const extent = ({ source, content }: Attribution): Span => [source[0]![0], content[0]![1]]
const isSame = (whole: Span, content: readonly Span[]): boolean => content.length === 1 && contains(whole, content[0]!)
const isColon = (body: string, cue: readonly Span[]): boolean =>
  cue.every(([start, end]) => !/[\p{L}\p{N}]/u.test(body.slice(start, end)))

/** A transcript has at least so many paragraphs with a speaker at their head; one alone is a heading or a list. */
const TURNS_MIN = 2

function turnsIn(body: string, paragraphs: readonly Span[]): Attribution[] {
  const heads = (pattern: RegExp) => paragraphs.flatMap(span => turnOf(body, span, pattern) ?? [])
  const capitals = heads(IN_CAPITALS)
  const names = heads(IN_NAMES)
  if (capitals.length >= TURNS_MIN) return [...capitals, ...heads(BARE_Q), ...besideCapitals(body, capitals, names)]
  return isExchange(body, names) ? names : heads(ACCOUNT)
}

/** "Bram Visscher:" before "BV:", "Mr Bright:" beside "SENATOR HALLORAN:": names of two words or more, of which one is a capital turn's too or that come up again. */
function besideCapitals(body: string, capitals: readonly Attribution[], names: readonly Attribution[]): Attribution[] {
  const headOf = ({ source }: Attribution) => body.slice(...source[0]!)
  const taken = new Set(capitals.map(({ source }) => source[0]![0]))
  const known = new Set(
    capitals.flatMap(turn =>
      headOf(turn)
        .toLowerCase()
        .split(/[\s.,]+/),
    ),
  )
  const others = names.filter(({ source }) => !taken.has(source[0]![0]))
  const heads = others.map(headOf)
  return others.filter((_, index) => {
    const words = heads[index]!.split(' ')
    if (words.length < 2) return false
    const initials = words
      .map(word => word[0])
      .join('')
      .toLowerCase()
    return (
      [initials, ...words.map(word => word.toLowerCase())].some(word => known.has(word)) ||
      heads.indexOf(heads[index]!) !== heads.lastIndexOf(heads[index]!)
    )
  })
}

function turnOf(body: string, [start, end]: Span, pattern: RegExp): Attribution | null {
  const match = pattern.exec(body.slice(start, Math.min(end, start + HEAD_UNITS_MAX)))
  if (!match) return null
  const colon = start + match[1]!.length
  return {
    source: [[start, colon]],
    cue: body[colon]!.trim() === '' ? [] : [[colon, colon + 1]],
    content: [[start + match[0].length, end]],
    confidence: FRAME_CONFIDENCE,
  }
}

const HEAD_UNITS_MAX = 120

/** Names in small letters are speakers where two or more take turns, so that most come up again; those of a list stand once. */
function isExchange(body: string, turns: readonly Attribution[]): boolean {
  const heads = new Set(turns.map(({ source }) => body.slice(...source[0]!)))
  return turns.length > TURNS_MIN && heads.size > 1 && heads.size <= Math.ceil(turns.length / 2)
}

/** `VOSS: `, `MARGA VOSS, HOST: `, `MINISTER ELIAS TROND: `, `Q: `, `A. `. */
const IN_CAPITALS =
  /^((?:\p{Lu}[\p{Lu}'’.-]+)(?:\s\p{Lu}[\p{Lu}'’.-]*){0,4}(?:,\s[\p{L} '’-]{2,40}|\s\(\p{Lu}[\p{L} .'’-]{2,40}\))?|[QA]|Question|Answer)(?:[:：]|(?<=^[QA])\.)\s+(?=\S)/u
/** `Q Mr. President, …`, as the White House sets it. */
const BARE_Q = /^(Q)\s+(?=\p{Lu}\S*[\s,])/u
/** `Noor Aziz: `, `The Lantern Post: `. */
const IN_NAMES = /^((?:\p{Lu}[\p{L}'’.-]*)(?:\s(?:\p{Lu}[\p{L}'’.-]*|de|van|von|al|bin)){0,4}):\s+(?=\S)/u
/** `@tidewatch: `. */
const ACCOUNT = /^(@\w{2,30}):\s+(?=\S)/u
