import type { Span, Statement } from '../../record/index.ts'
import { contains, textOf } from '../../record/index.ts'
import { trimmed } from '../words/spans.ts'

/** A stretch of text in one voice; `statement` null: the outlet's own. */
export interface Voiced {
  readonly span: Span
  readonly statement: Statement | null
}

export interface Voices {
  /** The stretches of a sentence by whose words they are, in order; source and cue belong to no voice. */
  readonly in: (sentence: Span) => readonly Voiced[]
}

/**
 * Whose words a text is made of. What a statement holds belongs to it, and what is told within it to the inner one alone; where the
 * cue is a deed of its own ("warned", "agreed"), the whole is told by the outer voice as well. Questions are nobody's.
 */
export function voicesOf(body: string, statements: readonly Statement[]): Voices {
  const inner = new Map<string | null, Statement[]>()
  const ids = new Set(statements.map(({ id }) => id))
  for (const statement of statements) {
    const outer =
      statement.within !== null && ids.has(statement.within) ? statement.within : (holderOf(statement, statements)?.id ?? null)
    inner.set(outer, [...(inner.get(outer) ?? []), statement])
  }
  return {
    in(sentence) {
      const voiced = [
        ...piecesOf(body, [sentence], inner.get(null) ?? []).map(span => ({ span, statement: null })),
        ...statements
          .filter(({ polarity }) => polarity !== 'asked')
          .flatMap(statement => {
            const spans = statement.content.flatMap(span => common(span, sentence))
            return spans.length === 0
              ? []
              : piecesOf(body, spans, inner.get(statement.id) ?? []).map(span => ({ span, statement }))
          }),
      ]
      return voiced.sort((a, b) => a.span[0] - b.span[0])
    },
  }
}

/** The smallest other statement that has the whole of this one, frame and all, in its content. */
function holderOf(statement: Statement, all: readonly Statement[]): Statement | null {
  const parts = [...statement.cue, ...statement.content]
  const holders = all.filter(
    other => other !== statement && parts.length > 0 && parts.every(part => other.content.some(span => contains(span, part))),
  )
  const size = ({ content }: Statement) => content.reduce((sum, [start, end]) => sum + end - start, 0)
  return holders.filter(other => size(other) > size(statement)).sort((a, b) => size(a) - size(b))[0] ?? null
}

/** Cues that only say; every other is a deed of its own, and that it was done is told, not only what was said: "filed a complaint". */
const SAYING = new Set(
  `say tell add write state note remark observe comment report explain claim believe think argue insist announce acknowledge admit maintain
   assert suggest confirm reveal disclose declare recall describe estimate hear know feel hope fear expect see find show indicate according
   accord reply answer respond ask tweet post quote cite conclude stress emphasise emphasize point mention mean learn understand statement
   read predict speak talk joke quip concede contend allege deny cry shout whisper continue begin`.split(/\s+/),
)

const isDeed = (statement: Statement): boolean => {
  const { cueLemma, polarity, quotation } = statement
  if (cueLemma === null || quotation !== 'indirect') return false
  if (KNOWING.has(cueLemma) || isAroundCue(statement)) return polarity === 'asserted' || polarity === 'denied'
  return polarity === 'asserted' && !SAYING.has(cueLemma)
}

/** Who knew what, and since when, is news of its own, whoever tells it. */
const KNOWING = new Set('know learn recall remember forget realise realize regard consider'.split(' '))

/** "The board *was told of* the loss in May", "No damage *had been reported*": that it was told is what is told, by nobody who is named. */
const isAroundCue = ({ source, cue, content }: Statement): boolean =>
  source.length === 0 && cue.some(([start]) => content.some(span => span[1] <= start))

function piecesOf(body: string, spans: readonly Span[], told: readonly Statement[]): Span[] {
  const taken = told.filter(each => !isDeed(each)).flatMap(({ source, cue, content }) => [...source, ...cue, ...content])
  return spans
    .flatMap(span => without(span, taken))
    .map(span => plain(body, span))
    .filter(span => span !== null)
}

function without(span: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = [span]
  for (const [start, end] of taken) {
    left = left.flatMap(([from, to]) => {
      if (end <= from || start >= to) return [[from, to] as const]
      const pieces: Span[] = []
      if (from < start) pieces.push([from, start])
      if (end < to) pieces.push([end, to])
      return pieces
    })
  }
  return left
}

function common([start, end]: Span, [from, to]: Span): Span[] {
  const span: Span = [Math.max(start, from), Math.min(end, to)]
  return span[0] < span[1] ? [span] : []
}

/** Without joining words at its head and marks of quotation around it; null where no word is left. */
function plain(body: string, piece: Span): Span | null {
  const span = trimmed(body, piece)
  if (!span) return null
  const text = textOf(body, span)
  const head = /^(?:[\s“”"'‘’«»(),;:.—–-]|(?:that|and|but)\s)+/i.exec(text)?.[0].length ?? 0
  const tail = /[\s“”"«»(),;:—–-]+$/.exec(text.slice(head))?.[0].length ?? 0
  const found: Span = [span[0] + head, span[1] - tail]
  return found[0] < found[1] && /[\p{L}\p{N}]/u.test(textOf(body, found)) ? found : null
}
