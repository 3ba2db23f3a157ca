import { splitParagraphs, splitSentences } from '../../reading/words/sentences.ts'
import type { Lineage, Reading, Span, Statement, StoryEntity } from '../../record/index.ts'
import { contains, extentOf, overlaps, textOf } from '../../record/index.ts'
import { Groups } from '../groups.ts'
import type { Lookup, Merged } from '../merging/merged.ts'
import { type Published, publishedOf } from '../publication.ts'
import type { OriginsGiven, Source, Sourced } from './given.ts'

/** An article as origins see it. */
export interface Held {
  readonly id: string
  /** Its place in the order of publication. */
  readonly rank: number
  readonly body: string
  readonly published: Published
  /** The key of the outlet that prints it; the article's own id where no outlet is named. */
  readonly outlet: string
  /** The newsroom whose work it says that it is: the one agency or outlet that it credits, else the one that prints it. */
  readonly newsroom: string
  /** Where it credits other newsrooms for all of it, and where it prints a release. */
  readonly credits: readonly Source[]
  /** Where it says that it has something from another outlet. */
  readonly citations: readonly (Source & { readonly key: string })[]
  /** Where it says that it was told itself. */
  readonly heardHere: readonly Span[]
  readonly sentences: readonly Span[]
  readonly statements: ReadonlyMap<string, Statement>
  /** Where people and bodies are named; entities of its own Reading. */
  readonly named: readonly { readonly entity: string; readonly span: Span }[]
  /** What stands in the text of a release that other articles print too, which is not held itself. */
  readonly released: { readonly release: string; readonly spans: readonly Span[] } | null
  /** Where it takes from: earlier articles held, the nearest first. */
  readonly debts: readonly Debt[]
}

/** One article's debt to an earlier one, seen from the later. */
export interface Debt {
  readonly to: string
  readonly kind: Lineage['kind']
  readonly commonWith: Lineage['commonWith']
  readonly share: number
  readonly direction: Lineage['direction']
  /** Shared words: `here` in the later article, `there` in the earlier. */
  readonly shared: readonly { readonly here: Span; readonly there: Span }[]
}

export interface Scene {
  readonly articles: ReadonlyMap<string, Held>
  readonly entities: { readonly of: Lookup; readonly records: ReadonlyMap<string, StoryEntity> }
  /** Who issued a release that is held as an article of theirs: the Story's entity, and the key of the article's outlet. */
  readonly issuers: ReadonlyMap<string, string>
  /** The keys of the outlets of the articles, but for those of releases. */
  readonly outlets: ReadonlySet<string>
}

/** The articles with their newsrooms and debts. */
export function sceneOf({ readings, entities, lineage, sourcing }: OriginsGiven): Scene {
  const ranks = new Map(readings.map(({ article }, rank) => [article.id, rank]))
  const bySource = new Map(sourcing.map(one => [one.article, one]))
  const debts = debtsOf(lineage, ranks)
  const releases = new Set(sourcing.filter(({ sources }) => sources.some(isReleaseCredit)).map(({ article }) => article))
  const released = releasedIn(lineage, releases)
  const articles = readings.map((reading, rank) => {
    const { id } = reading.article
    const said = bySource.get(id) ?? nothingSaid(reading)
    return { ...heldOf(reading, said), rank, debts: debts.get(id) ?? [], released: released.get(id) ?? null }
  })
  return {
    articles: new Map(articles.map(article => [article.id, article])),
    issuers: issuersOf(articles, entities),
    outlets: new Set(articles.flatMap(article => (isRelease(article) ? [] : article.outlet))),
    entities: { of: entities.of, records: new Map(entities.records.map(entity => [entity.id, entity])) },
  }
}

/**
 * "Provincial Police" issues what "Provincial Police of Alcira" publishes, and so does the body that is named by a part of that name, wherever it stands in full. Two bodies of
 * which that could be said are both left out.
 */
function issuersOf(articles: readonly Held[], { of, records }: Merged<StoryEntity>): ReadonlyMap<string, string> {
  const outlets = articles.filter(isRelease).map(({ outlet }) => outlet)
  return new Map(
    [...new Set(outlets)].flatMap(outlet => {
      const inside = new Set(articles.flatMap(article => namedWithin(article, outlet).map(entity => of(article.id, entity))))
      const named = records.filter(
        ({ id, name, kind }) => isNameOf(name.toLowerCase().replace(/^the /, ''), outlet) || (BODIES.has(kind) && inside.has(id)),
      )
      return named.length === 1 ? [[named[0]!.id, outlet] as const] : []
    }),
  )
}

const BODIES: ReadonlySet<string> = new Set(['organization', 'group'])

/** The entities that an article names by words of an outlet's name, where that stands in full. */
function namedWithin({ body, named }: Held, outlet: string): string[] {
  const text = body.toLowerCase()
  const found: string[] = []
  for (let at = text.indexOf(outlet); at !== -1; at = text.indexOf(outlet, at + outlet.length)) {
    const whole: Span = [at, at + outlet.length]
    found.push(...named.flatMap(({ entity, span }) => (contains(whole, span) ? entity : [])))
  }
  return found
}

export const isRelease = ({ credits }: Pick<Held, 'credits'>): boolean => credits.some(({ kind }) => kind === 'release')

/** "Tarrow" is the Tarrow Group, and not the Tarrow Courier. */
const isNameOf = (name: string, outlet: string): boolean =>
  name === outlet || (outlet.startsWith(`${name} `) && (name.includes(' ') || COMPANY.test(outlet.slice(name.length + 1))))
const COMPANY =
  /^(?:group|holdings?|company|corporation|corp|inc|incorporated|ltd|limited|plc|llc|ag|gmbh|se|sa|ab|as|oyj?|spa|nv|bv|industries|international)\b/

function nothingSaid({ article }: Reading): Sourced {
  return { article: article.id, outlet: article.publisher, sources: [] }
}

function heldOf(reading: Reading, said: Sourced): Omit<Held, 'rank' | 'debts' | 'released'> {
  const { article, entities = [], statements = [], sentences } = reading
  const outlet = said.outlet ?? `article ${article.id}`
  const others = said.sources.filter(({ key }) => key !== null && !isOwnName(key, outlet))
  const credits = said.sources.filter(
    one => one.scope === 'article' && (one.kind === 'release' || isCredit(reading, one, outlet)),
  )
  const credited = new Set(credits.flatMap(({ key }) => key ?? []))
  const body = article.articleBody
  return {
    id: article.id,
    body,
    published: publishedOf(article),
    outlet,
    newsroom: credited.size === 1 ? [...credited][0]! : outlet,
    credits,
    heardHere: said.sources
      .filter(({ kind, key }) => kind === 'own' || (key !== null && isOwnName(key, outlet)))
      .map(({ span }) => span),
    citations: others.flatMap(one => (one.scope === 'sentence' && one.key !== null ? [{ ...one, key: one.key }] : [])),
    sentences: sentences?.map(({ span }) => span) ?? splitSentences(body, splitParagraphs(body)),
    statements: new Map(statements.map(statement => [statement.id, statement])),
    named: entities.flatMap(({ id: entity, mentions }) =>
      mentions.filter(({ form }) => form === 'name' || form === 'metonym').map(({ span }) => ({ entity, span })),
    ),
  }
}

/** Whether a name is the outlet's own, in full or cut short: "Channel Nine" of "Channel Nine Marazan". */
const isOwnName = (key: string, outlet: string): boolean => key === outlet || (key.includes(' ') && outlet.startsWith(`${key} `))

/** Whether a credit names another newsroom: who owns the rights is not who wrote it. */
function isCredit({ article }: Reading, { kind, key, span }: Source, outlet: string): boolean {
  if (key === null || isOwnName(key, outlet)) return false
  const words = textOf(article.articleBody, span)
  if (/\breporting by\b/i.test(words)) return words.toLowerCase().includes(key) && !/\bediting by\b/i.test(words)
  return kind === 'agency' || !/©|copyright|all rights/i.test(words)
}

const isReleaseCredit = ({ kind, scope }: Source): boolean => kind === 'release' && scope === 'article'

/** For each article its part of a release that several print, or that is held itself; a release goes by one of the articles that have it. */
function releasedIn(
  lineage: readonly Lineage[],
  releases: ReadonlySet<string>,
): ReadonlyMap<string, NonNullable<Held['released']>> {
  const common = lineage.filter(
    ({ kind, commonWith, from }) => commonWith === 'release' || (kind !== 'common' && kind !== 'cite' && releases.has(from)),
  )
  const groups = new Groups()
  const spans = new Map<string, Span[]>()
  for (const { from, to, evidence } of common) {
    groups.join(from, to)
    for (const { article, span } of evidence.flatMap(({ from: a, to: b }) => [a, b])) {
      spans.set(article, [...(spans.get(article) ?? []), span])
    }
  }
  return new Map([...spans].map(([article, shared]) => [article, { release: groups.of(article), spans: shared }]))
}

/**
 * Who owes whom, each debt from the later to the earlier, so that following debts always ends. Where lineage knows the direction
 * against the order of publication (a date is wrong, or missing), its word stands as long as it makes no circle.
 */
function debtsOf(lineage: readonly Lineage[], ranks: ReadonlyMap<string, number>): ReadonlyMap<string, readonly Debt[]> {
  const debts = new Map<string, Debt[]>()
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true
    if (seen.has(from)) return false
    seen.add(from)
    return (debts.get(from) ?? []).some(debt => reaches(debt.to, to, seen))
  }
  const known = [...lineage].sort((a, b) => weightOf(b) - weightOf(a))
  let againstOrder = false
  for (const { from, to, kind, commonWith, share, direction, evidence } of known) {
    if (!ranks.has(from) || !ranks.has(to) || from === to) continue
    const turned = direction === 'unclear' && ranks.get(from)! > ranks.get(to)!
    const [creditor, debtor] = turned ? [to, from] : [from, to]
    // Debts from later to earlier make no circle; only one against that order can.
    againstOrder ||= ranks.get(creditor)! > ranks.get(debtor)!
    if (againstOrder && reaches(creditor, debtor)) continue
    const shared = evidence.map(({ from: a, to: b }) => ({ here: (turned ? a : b).span, there: (turned ? b : a).span }))
    const debt = { to: creditor, kind, commonWith, share, direction, shared }
    debts.set(debtor, [...(debts.get(debtor) ?? []), debt])
  }
  return debts
}

/** What is surest first, since it may close the way for what would make a circle: known directions, then the larger share. */
const weightOf = ({ direction, kind, share }: Lineage): number =>
  (direction === 'known' ? 4 : 0) + (kind === 'common' ? 0 : 2) + share

/** The sentences that a passage stands in, as one span. */
export function sentencesOf({ sentences }: Pick<Held, 'sentences'>, spans: readonly Span[]): Span {
  const whole = extentOf(spans) ?? [0, 0]
  return extentOf(sentences.filter(sentence => overlaps(sentence, whole))) ?? whole
}

/** Every span of a statement: who, the verb, and what. */
export function partsOf({ source, cue, content }: Statement): readonly Span[] {
  return [...source, ...cue, ...content]
}

/** What is left of a span without some others. */
export function outside([start, end]: Span, holes: readonly Span[]): Span[] {
  const spans: Span[] = []
  let from = start
  for (const [a, b] of [...holes].sort((x, y) => x[0] - y[0])) {
    if (a > from && from < end) spans.push([from, Math.min(a, end)])
    from = Math.max(from, b)
  }
  if (from < end) spans.push([from, end])
  return spans
}

/** The share of `spans` that lies in one of `within`. */
export function shareWithin(spans: readonly Span[], within: readonly Span[]): number {
  const all = spans.reduce((sum, [start, end]) => sum + end - start, 0)
  const inside = spans.reduce((sum, span) => sum + Math.max(0, ...within.map(other => shared(span, other))), 0)
  return all === 0 ? 0 : inside / all
}

const shared = (a: Span, b: Span): number =>
  contains(b, a) ? a[1] - a[0] : Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
