import { clausesIn } from '../../src/reading/clauses/clauses.ts'
import type { Span } from '../../src/record/index.ts'
import { candidatesAmong } from '../../src/story/claims/candidates.ts'
import { type Content, contentOf } from '../../src/story/claims/content.ts'
import { type Features, featuresOf } from '../../src/story/claims/features.ts'
import { likenessOf } from '../../src/story/claims/likeness.ts'
import type { Vectors } from '../../src/story/claims/vectors.ts'
import { recordsOf } from '../corpora.ts'

interface EcbDocument {
  readonly id: string
  readonly subtopic: string
  readonly text: string
  readonly sentences: readonly Span[]
  readonly selected: readonly number[]
  readonly mentions: readonly { readonly kind: string; readonly span: readonly Span[]; readonly instance: string }[]
}

/** Two clauses of two documents on one event, and whether they tell the same deed. */
export interface EcbPair {
  readonly same: boolean
  readonly features: Features
  /** The program's score; 0 where something keeps them apart. */
  readonly score: number
}

/**
 * Pairs of clauses of ECB+ that the program would compare: the same where each has the deed that the other's verb names and they
 * share half of their deeds, other where they share none; what is neither is left out. The pairs are the same whatever they are
 * compared by.
 */
export function ecbPairs(
  corpora: string,
  part: 'train' | 'dev',
  vectors: Vectors,
  compared: 'meanings' | 'letters' = 'meanings',
): EcbPair[] {
  const byStory = new Map<string, EcbDocument[]>()
  for (const document of recordsOf<EcbDocument>(corpora, 'ecbplus', `${part}.jsonl.gz`)) {
    byStory.set(document.subtopic, [...(byStory.get(document.subtopic) ?? []), document])
  }
  return [...byStory.values()].flatMap(documents => pairsOf(documents, vectors, compared))
}

/** A content without what its words mean. */
const spelt = (content: Content): Content => ({
  ...content,
  terms: content.terms.map(term => ({ ...term, vector: null })),
  main: content.main && spelt(content.main),
  vector: null,
})

interface Clause {
  readonly document: string
  readonly content: Content
  readonly deeds: ReadonlySet<string>
  readonly named: ReadonlySet<string>
}

function pairsOf(documents: readonly EcbDocument[], vectors: Vectors, compared: 'meanings' | 'letters'): EcbPair[] {
  const clauses = documents.flatMap(document => clausesOf(document, vectors)).filter(({ deeds }) => deeds.size > 0)
  const none = new Set<string>()
  return candidatesAmong(clauses.map(({ content }) => content)).pairs.flatMap(([a, b]) => {
    const [one, other] = [clauses[a]!, clauses[b]!]
    const same = one.document === other.document ? null : isSame(one, other)
    if (same === null) return []
    const [first, second] = compared === 'meanings' ? [one.content, other.content] : [spelt(one.content), spelt(other.content)]
    return [{ same, features: featuresOf(first, second, () => none), score: likenessOf(first, second, () => none).score }]
  })
}

function isSame(one: Clause, other: Clause): boolean | null {
  const shared = [...one.deeds].filter(deed => other.deeds.has(deed)).length
  if (shared === 0) return false
  const has = (named: ReadonlySet<string>, deeds: ReadonlySet<string>) => [...named].some(deed => deeds.has(deed))
  const half = shared * 2 >= Math.min(one.deeds.size, other.deeds.size)
  return half && has(one.named, other.deeds) && has(other.named, one.deeds) ? true : null
}

function clausesOf({ id, text, sentences, selected, mentions }: EcbDocument, vectors: Vectors): Clause[] {
  const deeds = mentions.filter(
    ({ kind }) => /^(?:ACTION|NEG)/.test(kind) && !/REPORTING|PERCEPTION|ASPECTUAL|CAUSATIVE|STATE/.test(kind),
  )
  const within = ([start, end]: Span) =>
    new Set(deeds.filter(({ span }) => span.some(each => each[0] < end && start < each[1])).map(({ instance }) => instance))
  return selected
    .flatMap(index => clausesIn(text, sentences[index]!))
    .map(span => {
      const content = contentOf({ body: text, span, marks: { entities: [], dates: [] }, statement: null, vectors })
      const verb = content.terms.find(({ at }) => at >= content.verbAt)
      return { document: id, content, deeds: within(span), named: verb ? within(verb.span) : new Set<string>() }
    })
    .filter(({ content }) => content.terms.length > 1)
}

/** The mean precision over the places of the same pairs when all are put in the order of `scores`. */
export function averagePrecision(pairs: readonly { readonly same: boolean; readonly score: number }[]): number {
  let found = 0
  let sum = 0
  const order = [...pairs].sort((a, b) => b.score - a.score)
  order.forEach(({ same }, index) => {
    if (same) sum += ++found / (index + 1)
  })
  return sum / found
}
