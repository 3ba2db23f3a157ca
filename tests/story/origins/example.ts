import { readCredits } from '../../../src/article/credits.ts'
import type { Article, Entity, Lineage, Reading, Span, Statement } from '../../../src/record/index.ts'
import type { FoundClaim } from '../../../src/story/claims/claims.ts'
import { outletKey, outletsOf, sourcingOf } from '../../../src/story/lineage/index.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { countOrigins } from '../../../src/story/origins/origins.ts'

/** The Readings of articles in the notation of `docs/origin.md`: `*…*` are the words that are told, `[…]` names whose they are. */
export function readingsIn(example: string): readonly Reading[] {
  return blocksIn(example).map(block => articleIn(block).reading)
}

function blocksIn(example: string): readonly string[] {
  const lines = example.split('\n').filter(line => !LINK.test(line))
  const blocks = lines.join('\n').split(/\n{2,}/)
  return blocks.map(block => block.trim()).filter(Boolean)
}

/**
 * Articles in the notation of `docs/origin.md`: a line with id, outlet and time, then the text, in which `*…*` are the words of the one
 * claim and `[…]` names the source of the statement that they stand in. Lines such as `a1 → a2 copy` say who took from whom. `parts`: of
 * which part of the claim each place is; all of one, unless given.
 */
export function counted(example: string, parts: readonly string[] = []) {
  const articles = blocksIn(example).map(articleIn)
  const readings = articles.map(one => one.reading)
  const links = example.split('\n').filter(line => LINK.test(line))
  const lineage = links.map(line => linkIn(line, readings))
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] }, lineage })
  const outlets = outletsOf(readings)
  const claim: FoundClaim = {
    id: 'c1',
    text: articles[0]!.told[0]!.text,
    appearances: articles.flatMap(({ reading: { article }, told }) =>
      told.map(({ speaker, ...one }) => ({ ...one, article: article.id, speaker: entities.of(article.id, speaker), why: [] })),
    ),
  }
  const found = countOrigins({
    readings,
    entities,
    lineage,
    sourcing: readings.map(one => ({
      article: one.article.id,
      outlet: outletKey(one.article.publisher!),
      sources: sourcingOf(one, outlets),
    })),
    claims: [claim],
    parts: new Map([[claim.id, parts]]),
    events: [],
  })
  const names = new Map(entities.records.map(({ id, name }) => [id, name]))
  const { independentOrigins, lostAttribution, origins } = found.claims[0]!
  const words = (article: string, [start, end]: Span) =>
    readings.find(one => one.article.id === article)!.article.articleBody.slice(start, end)
  return {
    independentOrigins,
    origins: found.origins
      .filter(({ id }) => origins.includes(id))
      .map(({ id, root, articles: carriers, why, mayBeSameAs }) => ({
        id,
        root: { article: root.article, speaker: root.speaker === null ? null : names.get(root.speaker)! },
        articles: carriers,
        why,
        mayBeSameAs,
      })),
    lostAttribution: lostAttribution.map(({ article, span, from, direction }) => ({
      words: words(article, span),
      from: words(from.article, from.span),
      direction,
    })),
  }
}

const LINK = /^(\S+) (→|–) (\S+) (copy|rewrite|cite|release|speech)$/

interface Told {
  readonly statement: string | null
  readonly spans: readonly Span[]
  readonly text: string
  /** An entity of the article. */
  readonly speaker: string | null
  readonly stance: FoundClaim['appearances'][number]['stance']
}

function articleIn(block: string): { readonly reading: Reading; readonly told: readonly Told[] } {
  const [head = '', ...lines] = block.split('\n')
  const [, id, publisher, datePublished] = /^(\S+) · (.+?)(?: · (\S+))?$/.exec(head)!
  const { body, claims, sources } = unmarked(lines.join('\n'))
  const sentences = sentencesOf(body)
  const entities: Entity[] = []
  const statements: Statement[] = []
  const told = claims.map((span): Told => {
    const sentence = sentences.find(([start, end]) => start <= span[0] && span[1] <= end)!
    const source = sources.find(([start, end]) => sentence[0] <= start && end <= sentence[1])
    const text = body.slice(...span)
    if (source === undefined) return { statement: null, spans: [span], text, speaker: null, stance: 'asserts' }
    const speaker = PRONOUN.test(body.slice(...source)) ? null : entityFor(body.slice(...source), source, entities)
    const cue = cueIn(body, sentence, [span, source])
    const direct = /[“"]/.test(body.slice(span[0] - 1, span[0]))
    const polarity = /denied/.test(body.slice(...cue)) ? 'denied' : 'asserted'
    const parts = { source: [source], cue: [cue], content: [span] }
    statements.push({
      ...STATEMENT,
      ...parts,
      id: `s${statements.length + 1}`,
      speaker,
      polarity,
      quotation: direct ? 'direct' : 'indirect',
    })
    const stance = STANCES.find(([form]) => form.test(body.slice(...cue)))?.[1] ?? 'asserts'
    return { statement: statements.at(-1)!.id, spans: [span], text, speaker, stance }
  })
  const article: Article = {
    ...ARTICLE,
    id: id!,
    headline: `Headline of ${id}`,
    articleBody: body,
    publisher: publisher ?? null,
    datePublished: datePublished ?? null,
    credits: readCredits(body, publisher ?? null),
  }
  const voiced = sentences.map(span => ({ span, voice: 'outlet' as const }))
  return { reading: { ...READING, article, entities, statements, sentences: voiced }, told }
}

/** Whom the reader found nobody for. */
const PRONOUN = /^(?:it|they|the newspaper)$/i

const ARTICLE = {
  url: null,
  alternativeHeadline: null,
  dateModified: null,
  author: [],
  inLanguage: 'en',
  dateline: null,
} satisfies Partial<Article>

const READING = {
  schema: 'hearsay-reading/1',
  input: 'example',
  reader: { version: '1.0.0', model: 'sha256:example' },
  problems: [],
} satisfies Partial<Reading>

/** The text without its marks, and where they stood. */
function unmarked(text: string) {
  const claims: Span[] = []
  const sources: Span[] = []
  let body = ''
  let open = -1
  for (const character of text) {
    if (character === '*' && open !== -1) {
      claims.push([open, body.length])
      open = -1
    } else if (character === '*' || character === '[') open = body.length
    else if (character === ']') {
      sources.push([open, body.length])
      open = -1
    } else body += character
  }
  return { body, claims, sources }
}

function sentencesOf(body: string): Span[] {
  return [...body.matchAll(/\S[^.!?]*(?:[.!?]+[”"]?|$)/g)].map(match => [match.index, match.index + match[0].length])
}

const KINDS = [
  [/\b(?:report|letter|study|statement)$/, 'document'],
  [/\b(?:Ovens|Union|company|ministry|brigade|hospital|Courier)$/, 'organization'],
  [/^(?:police|firefighters|authorities|organisers)$/i, 'group'],
  [/^mayor$/, 'person'],
] as const

/** One entity for the same words; `The` and `A` make no difference. */
function entityFor(words: string, span: Span, entities: Entity[]): string {
  const name = words.replace(/^(?:the|a|an) /i, '')
  const known = entities.find(entity => entity.name === name)
  if (known) return known.id
  const isName = /^\p{Lu}\S* \p{Lu}/u.test(name)
  const kind = KINDS.find(([form]) => form.test(name))?.[1] ?? (isName ? 'person' : 'unnamed')
  const id = `e${entities.length + 1}`
  const from = span[1] - name.length
  entities.push({ id, name, kind, country: null, mentions: [{ span: [from, span[1]], form: isName ? 'name' : 'nominal' }] })
  return id
}

const CUE = /\b(?:said|says|told|denied|withdrew|wrote|reported|shows|according to)\b/

const STANCES = [
  [/denied/, 'denies'],
  [/withdrew/, 'withdraws'],
] as const

function cueIn(body: string, sentence: Span, parts: readonly Span[]): Span {
  const match = CUE.exec(body.slice(...sentence))
  if (match === null) throw new Error(`No verb in “${body.slice(...sentence)}”, ${JSON.stringify(parts)}`)
  return [sentence[0] + match.index, sentence[0] + match.index + match[0].length]
}

const STATEMENT = { speakerConfidence: 1, cueLemma: null, attitude: 'neutral', within: null, confidence: 1 } as const

function linkIn(line: string, readings: readonly Reading[]): Lineage {
  const [, from = '', arrow, to = '', what] = LINK.exec(line)!
  const common = what === 'release' || what === 'speech'
  const [a, b] = [from, to].map(id => readings.find(({ article }) => article.id === id)!.article.articleBody) as [string, string]
  return {
    from,
    to,
    kind: common ? 'common' : (what as Lineage['kind']),
    commonWith: common ? what : null,
    credited: what === 'cite',
    share: 0.5,
    direction: arrow === '→' ? 'known' : 'unclear',
    evidence: sharedIn(a, b).map(([left, right]) => ({ from: { article: from, span: left }, to: { article: to, span: right } })),
  }
}

/** Runs of four words or more that stand in both. */
function sharedIn(a: string, b: string): [Span, Span][] {
  const [left, right] = [a, b].map(text => [...text.matchAll(/[\p{L}\p{N}’]+/gu)]) as [RegExpExecArray[], RegExpExecArray[]]
  const found: [Span, Span][] = []
  for (let at = 0; at < right.length; ) {
    let best = { from: 0, length: 0 }
    for (let from = 0; from < left.length; from++) {
      let length = 0
      while (left[from + length] && left[from + length]![0].toLowerCase() === right[at + length]?.[0].toLowerCase()) length++
      if (length > best.length) best = { from, length }
    }
    if (best.length >= 4) found.push([extent(left, best.from, best.length), extent(right, at, best.length)])
    at += Math.max(1, best.length)
  }
  return found
}

function extent(words: readonly RegExpExecArray[], from: number, length: number): Span {
  const last = words[from + length - 1]!
  return [words[from]!.index, last.index + last[0].length]
}
