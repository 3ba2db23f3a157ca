import type { Attribution, Span } from '../../record/index.ts'
import { wordsIn } from '../words/words.ts'
import { type Clause, clauseAt, contentEnd, heardAt, type Line, phraseEnd, relativeAt } from './clauses.ts'

/**
 * The probability given to a statement that stands inside another one's words: of 37 read on PolNeAR's train 30 had source, cue and content right.
 * PolNeAR itself annotates none.
 */
export const INNER_CONFIDENCE = 0.8

/**
 * Attributions inside the contents of others, which the tagger does not look for: "X said that [Y told her that Z]".
 *
 * By frames: a subject at the head of a clause, a verb of saying, and what it says as a clause, a quotation or an infinitive; "was told by
 * Y that"; "Y as saying that". A subject that is a pronoun counts only inside quotation marks: elsewhere it is mostly the outer speaker.
 */
export function readInner(body: string, attributions: readonly Attribution[]): Attribution[] {
  const known = new Set(attributions.flatMap(({ cue }) => cue.map(([, end]) => end)))
  return attributions.flatMap(outer =>
    stretchesOf(body, outer).flatMap(stretch => {
      const line = { body, stretch, words: wordsIn(body, stretch) }
      return [...quotedIn(outer, line), ...clausesOf(line)].filter(({ cue }) => !known.has(cue[1])).map(toAttribution)
    }),
  )
}

/** The contents, those of one sentence joined over a word or two that the tagger left out: "a caller told … that". */
function stretchesOf(body: string, { content }: Attribution): Span[] {
  const joined: Span[] = []
  for (const span of content) {
    const last = joined.at(-1)
    if (last && /^\s?[\p{L}’']{1,10}(?:\s[\p{L}’']{1,10})?\s?$/u.test(body.slice(last[1], span[0])))
      joined[joined.length - 1] = [last[0], span[1]]
    else joined.push(span)
  }
  return joined
}

const toAttribution = ({ source, cue, content }: Clause): Attribution => ({
  source: [source],
  cue: [cue],
  content: [content],
  confidence: INNER_CONFIDENCE,
})

/** Clauses of saying in a stretch, those in what is said there included. */
function clausesOf(line: Line): Clause[] {
  const found: Clause[] = []
  const said = new Set<number>()
  line.words.forEach(({ span }, at) => {
    const opens = said.has(span[0]) || opensClause(line, at)
    const clause = (opens ? clauseAt(line, at) : passiveAt(line, at)) ?? heardAt(line, at) ?? relativeAt(line, at)
    if (!clause || found.some(({ cue }) => cue[0] === clause.cue[0])) return
    found.push(clause)
    said.add(clause.content[0])
  })
  return found
}

/** At the head of the stretch or of a sentence, or right behind a "that" or a mark that parts clauses. */
function opensClause({ body, words }: Line, at: number): boolean {
  const before = words[at - 1]
  if (!before) return !OPENERS.has(words[at]!.lower)
  const gap = body.slice(before.span[1], words[at]!.span[0])
  return /[.!?;:“"‘]/.test(gap) || (OPENERS.has(before.lower) && /^\s+$/.test(gap))
}

const OPENERS = new Set('that because although though whereas'.split(' '))

/** "was told by the officers that": whoever stands behind "by". */
function passiveAt(line: Line, at: number): Clause | null {
  const { words } = line
  const [be, verb, by] = [words[at - 1], words[at], words[at + 1]]
  if (!be || !verb || by?.lower !== 'by' || !/^(?:was|were|been|being|is|are)$/.test(be.lower) || !TOLD.test(verb.lower))
    return null
  const end = phraseEnd(line, at + 2)
  const next = words[end]
  if (end === at + 2 || !next || !/^(?:that|to|whether|not)$/.test(next.lower)) return null
  return {
    source: [words[at + 2]!.span[0], words[end - 1]!.span[1]],
    cue: [verb.span[0], verb.span[1]],
    content: [next.span[0], contentEnd(line, end)],
  }
}

const TOLD = /^(?:told|warned|assured|informed|advised|promised|asked|ordered|instructed|urged|reminded|notified)$/

/** "quoted the king as saying that": the one who is quoted. */
function quotedIn({ cue }: Attribution, line: Line): Clause[] {
  const { body, words } = line
  if (!cue.some(([start, end]) => /\b(?:quot|cit)/i.test(body.slice(start, end)))) return []
  const end = phraseEnd(line, 0)
  const [as, saying, next] = [words[end], words[end + 1], words[end + 2]]
  if (end === 0 || as?.lower !== 'as' || !/^(?:saying|telling|claiming|insisting)$/.test(saying?.lower ?? '') || !next) return []
  return [
    {
      source: [words[0]!.span[0], words[end - 1]!.span[1]],
      cue: [as.span[0], saying!.span[1]],
      content: [next.span[0], contentEnd(line, end + 2)],
    },
  ]
}
