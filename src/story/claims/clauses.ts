import { type Word, wordsIn } from '../../reading/words/words.ts'
import type { Span } from '../../record/index.ts'
import { isFiniteVerb, isVerb } from './verbs.ts'

/**
 * The clauses of a stretch of one sentence, in order: each tells one thing. Words that join them ("and", "after", "who") begin none.
 *
 * Told by joining words and by where verbs stand; nothing is parsed. What depends on its clause ("because", "if", "until") stays
 * in it. Gap: a list of verbs without "and", a clause without its own verb.
 */
export function clausesIn(body: string, span: Span): Span[] {
  const words = wordsIn(body, span)
  const cuts: { readonly at: number; readonly skip: number }[] = []
  let from = 0
  for (let at = 1; at < words.length; at++) {
    const cut = cutAt(body, words, at)
    if (!cut) continue
    const start = at + cut.skip
    if (!hasVerb(words, from, at) || !hasVerb(words, start, endOf(body, words, start))) continue
    cuts.push({ at, skip: cut.skip })
    from = start
  }
  const spans: Span[] = []
  let start = 0
  for (const { at, skip } of [...cuts, { at: words.length, skip: 0 }]) {
    if (at > start)
      spans.push([start === 0 ? span[0] : words[start]!.span[0], at === words.length ? span[1] : words[at - 1]!.span[1]])
    start = at + skip
  }
  return spans.length > 0 ? spans : [span]
}

interface Cut {
  /** Words of the joint that belong to neither clause. */
  readonly skip: number
}

function cutAt(body: string, words: readonly Word[], at: number): Cut | null {
  const word = words[at]!.lower
  const between = body.slice(words[at - 1]!.span[1], words[at]!.span[0])
  if (/[;:—–]/.test(between) || /\s-\s/.test(between)) return { skip: JOINTS.has(word) ? 1 : 0 }
  const comma = /,/.test(between)
  if (word === 'and' || word === 'but' || word === 'or') {
    const next = words[at + 1]?.lower ?? ''
    // "shot and killed", "shot and wounded by police" tell one deed.
    if (word !== 'but' && !comma && isVerb(words[at - 1]!.lower)) return null
    if (BEFORE_CLAUSE.has(next)) return { skip: 2 }
    return { skip: 1 }
  }
  // "such as", "as long as", "diagnosed as ill" join no clauses.
  if (word === 'as' && !(OPENERS.has(words[at + 1]?.lower ?? '') || (words[at + 1]?.capital ?? false))) return null
  if (SUBORDINATING.has(word)) return { skip: 1 }
  if (comma && RELATIVE.has(word)) return { skip: 1 }
  if (RELATIVE.has(word) && word === 'who' && isFiniteVerb(words[at + 1]?.lower ?? '')) return { skip: 1 }
  if (comma && /ing$/.test(word) && word.length > 5) return { skip: 0 }
  return null
}

const OPENERS = new Set(
  'the a an he she it they we i his her their its this that these those one two three police people'.split(' '),
)
const JOINTS = new Set('and but or while after when though although as which who where'.split(' '))
const BEFORE_CLAUSE = new Set('that which who'.split(' '))
const SUBORDINATING = new Set('while whereas although though after before when as'.split(' '))
const RELATIVE = new Set('who which whose where'.split(' '))

/** How far the verb of a clause that begins at `from` may stand: to the next comma or joining word. */
function endOf(body: string, words: readonly Word[], from: number): number {
  for (let at = from + 1; at < words.length; at++) {
    const between = body.slice(words[at - 1]!.span[1], words[at]!.span[0])
    const { lower } = words[at]!
    if (/[,;:—–]/.test(between) || SUBORDINATING.has(lower) || RELATIVE.has(lower) || lower === 'that' || lower === 'and')
      return at
  }
  return words.length
}

function hasVerb(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower, capital } = words[at]!
    if (capital && at > 0) continue
    if (isFiniteVerb(lower)) return true
    if (at === from && /ing$/.test(lower) && lower.length > 5) return true
    if (isVerb(lower) && at > from && /^(?:to|they|we|you|i|who|people|.*s)$/.test(words[at - 1]!.lower)) return true
  }
  return false
}
