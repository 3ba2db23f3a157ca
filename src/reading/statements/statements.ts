import type { Attribution, Span } from '../../record/index.ts'
import { contains, extentOf, overlaps } from '../../record/index.ts'
import type { Quotation } from '../words/quotes.ts'
import { merged } from '../words/spans.ts'
import { readFrames } from './frames.ts'
import { readInner } from './inner.ts'
import { withSource } from './sources.ts'
import { withTurns } from './transcripts.ts'

/** The probability given to a quoted paragraph that the tagger left without an attribution; by judgement until it is measured. */
export const QUOTED_PARAGRAPH_CONFIDENCE = 0.5

interface Mending {
  readonly body: string
  readonly paragraphs: readonly Span[]
  readonly quotations: readonly Quotation[]
  readonly sentences: readonly Span[]
}

/**
 * The attributions as the contract counts statements, ordered by where they start: those without content dropped, those with one
 * source and cue made one, those that transcripts and press formats frame added, a quotation that runs on into the next paragraph joined to its statement, and a quoted paragraph that
 * nothing covers added with an empty source and cue.
 */
export function mendAttributions(attributions: readonly Attribution[], mending: Mending): Attribution[] {
  const kept = attributions.filter(attribution => isStatement(mending.body, attribution))
  const joined = joinTwins(kept)
  const twins = joined.map(attribution => withSource(mending.body, withoutStretches(attribution, joined, mending)))
  const told = withTurns(mending.body, mending.paragraphs, twins)
  const covered = new Uint8Array(mending.body.length)
  const cover = ({ content }: Attribution) => {
    for (const [start, end] of content) covered.fill(1, start, end)
  }
  told.forEach(cover)
  const framed = readFrames({ ...mending, isCovered: ([start, end]) => covered.subarray(start, end).indexOf(1) >= 0 })
  framed.forEach(cover)
  const added = addQuotedParagraphs([...told, ...framed], covered, mending)
  return [...added, ...readInner(mending.body, added)].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
}

/** "Said nothing" tells nothing; a content without a word is a slip. */
function isStatement(body: string, { content, source, cue }: Attribution): boolean {
  const text = content.map(([start, end]) => body.slice(start, end)).join(' ')
  if (!/[\p{L}\p{N}]/u.test(text)) return false
  if (/^(?:nothing|little|anything)(?: (?:more|else))?$/i.test(text.trim())) return false
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return source.length > 0 || cue.length > 0 || words > SCARE_QUOTE_WORDS_MAX
}

/** Quoted words without source and cue, and so few, are a scare quote, a nickname or a title. */
const SCARE_QUOTE_WORDS_MAX = 4

function joinTwins(attributions: readonly Attribution[]): Attribution[] {
  const byFrame = new Map<string, number>()
  const result: Attribution[] = []
  for (const attribution of attributions) {
    const key = JSON.stringify([attribution.source, attribution.cue])
    const known = attribution.cue.length > 0 ? byFrame.get(key) : undefined
    if (known === undefined) {
      byFrame.set(key, result.length)
      result.push(attribution)
    } else {
      const twin = result[known]!
      const content = merged([...twin.content, ...attribution.content])
      result[known] = { ...twin, content, confidence: Math.max(twin.confidence, attribution.confidence) }
    }
  }
  return result
}

/** What stands paragraphs before the words that say who speaks, with other words between, is left to the other attribution that has it. */
function withoutStretches(attribution: Attribution, all: readonly Attribution[], { body, quotations }: Mending): Attribution {
  const { source, cue, content } = attribution
  const frame = extentOf([...source, ...cue])
  if (!frame || content.length < 2) return attribution
  const kept = content.filter((span, index) => {
    const next = content[index + 1]
    if (!next || span[1] > frame[0] || !body.slice(span[1], next[0]).includes('\n')) return true
    const between: Span = [span[1], next[0]]
    const told = /[\p{L}\p{N}]/u.test(body.slice(...between)) && !quotations.some(quotation => overlaps(quotation.span, between))
    return !told || !all.some(other => other !== attribution && other.content.some(part => contains(part, span)))
  })
  return kept.length === content.length ? attribution : { ...attribution, content: kept }
}

function addQuotedParagraphs(
  attributions: readonly Attribution[],
  covered: Uint8Array,
  { body, paragraphs, quotations }: Mending,
): Attribution[] {
  const result = [...attributions]
  const ending = new Map<number, number>()
  attributions.forEach(({ content }, index) => {
    const last = content.at(-1)
    if (last) ending.set(last[1], index)
  })
  let at = 0
  let runsOn: number | null = null
  paragraphs.forEach((paragraph, index) => {
    while (at < quotations.length && quotations[at]!.span[0] < paragraph[0]) at++
    const quotation = quotations[at]
    const before = runsOn
    runsOn = null
    if (!quotation || quotation.span[0] !== paragraph[0] || quotation.span[1] < paragraph[1] - 1) {
      runsOn = continuing(quotations, at, paragraph) ? lastEnding(body, ending, paragraph) : null
      return
    }
    const inner = quotation.span
    const words = body.slice(inner[0], inner[1]).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    const isCovered = covered.subarray(inner[0], inner[1]).indexOf(1) >= 0
    const previous = index > 0 && before !== null ? before : null
    if (isCovered) {
      if (quotation.continues) runsOn = lastEnding(body, ending, paragraph)
      return
    }
    if (previous !== null) {
      const owner = result[previous]!
      result[previous] = { ...owner, content: [...owner.content, inner].sort((a, b) => a[0] - b[0]) }
      if (quotation.continues) runsOn = previous
    } else if (words > SCARE_QUOTE_WORDS_MAX) {
      result.push({ source: [], cue: [], content: [inner], confidence: QUOTED_PARAGRAPH_CONFIDENCE })
      if (quotation.continues) runsOn = result.length - 1
    }
  })
  return result
}

/** Whether the last quotation of the paragraph is taken up by the next one. */
function continuing(quotations: readonly Quotation[], from: number, paragraph: Span): boolean {
  for (let index = from; index < quotations.length && quotations[index]!.span[0] < paragraph[1]; index++) {
    if (quotations[index]!.continues) return true
  }
  return false
}

/** The attribution whose content ends the paragraph, with or without its closing mark. */
function lastEnding(body: string, ending: ReadonlyMap<number, number>, [start, end]: Span): number | null {
  for (let at = end; at > start && at >= end - 2; at--) {
    const found = ending.get(at)
    if (found !== undefined) return found
    if (/[\p{L}\p{N}]/u.test(body[at - 1] ?? '')) break
  }
  return null
}

const startOf = (attribution: Attribution): number =>
  extentOf([...attribution.source, ...attribution.cue, ...attribution.content])?.[0] ?? 0
const endOf = (attribution: Attribution): number =>
  extentOf([...attribution.source, ...attribution.cue, ...attribution.content])?.[1] ?? 0
