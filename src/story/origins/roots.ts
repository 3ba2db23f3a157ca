import type { Evidence, OriginWhy, Span, Statement } from '../../record/index.ts'
import { extentOf, overlaps, textOf } from '../../record/index.ts'
import { likeness } from './likeness.ts'
import { type Debt, type Held, isRelease, type Scene, shareWithin } from './scene.ts'
import { citedIn, isHeardHere, type Teller, type Telling, tellerOf, wholeOf } from './teller.ts'
import { wordingOf } from './wording.ts'

/** Where a telling comes from in the end, and by which steps. */
export interface Root {
  readonly teller: Teller
  /** The telling at the end of the steps: in the article held that is nearest to the origin. */
  readonly first: Telling
  readonly links: readonly Link[]
  /** The telling that it is taken from directly, with whether that direction is known; null where it is taken from none that is held. */
  readonly from: { readonly telling: Telling; readonly direction: 'known' | 'unclear' } | null
}

export interface Link {
  readonly why: OriginWhy
  readonly evidence: Evidence
}

/**
 * The root of each telling of one claim, in the same order.
 *
 * What shares its words with an earlier article, or is in the outlet's own voice while the article owes that one something, has that
 * one's root; so does what is said to be from it. What is attributed in other words, to somebody else, is the article's own.
 */
export function rootsOf(scene: Scene, tellings: readonly Telling[]): readonly Root[] {
  const byArticle = new Map<string, Telling[]>()
  for (const telling of tellings) byArticle.set(telling.article.id, [...(byArticle.get(telling.article.id) ?? []), telling])
  const done = new Map<Telling, Root>()
  const rootOf = (telling: Telling): Root => {
    const known = done.get(telling)
    if (known !== undefined) return known
    // A circle of citations ends at the article that it comes back to.
    done.set(telling, ownRoot(scene, telling))
    const step = stepFrom({ scene, telling, byArticle })
    const root = step === null ? ownRoot(scene, telling) : follow(telling, step, rootOf)
    done.set(telling, root)
    return root
  }
  return tellings.map(rootOf)
}

/** One step towards the root. */
type Step =
  /** To a telling in another article, or in the same. */
  | { readonly to: Telling; readonly link: Link | null; readonly direction: 'known' | 'unclear' }
  /** To an article that has the words but was not found to tell the claim. */
  | { readonly teller: Teller; readonly first: Telling; readonly link: Link }

function follow(telling: Telling, step: Step, rootOf: (telling: Telling) => Root): Root {
  const credits = creditLinks(telling.article)
  if ('teller' in step) return { teller: step.teller, first: step.first, links: [step.link, ...credits], from: null }
  const root = rootOf(step.to)
  const links = [...(step.link === null ? [] : [step.link, ...credits]), ...root.links]
  // What a newsroom tells again it takes from nobody.
  const from = step.link === null ? root.from : { telling: step.to, direction: step.direction }
  return { teller: root.teller, first: root.first, links, from }
}

function ownRoot(scene: Scene, telling: Telling): Root {
  const { article } = telling
  const newsroom = newsroomAt(scene, telling)
  const released = releasedAt(telling)
  if (released !== null) {
    const teller = { key: `text ${released.release}`, kind: 'text', newsroom, speaker: null } as const
    return { teller, first: telling, links: [sharedLink(article, released.span)], from: null }
  }
  const teller = tellerOf(scene, telling, newsroom)
  const cited = citedIn(scene, telling)
  const own: Link = { why: 'own telling', evidence: { article: article.id, span: extentOf(telling.spans) ?? [0, 0] } }
  const links = cited !== null ? [citeLink(article, cited.span)] : newsroom !== article.outlet ? creditLinks(article) : [own]
  return { teller, first: telling, links, from: null }
}

/**
 * Whose work a passage is in an article that credits another newsroom: the credited one's, unless the article that it has from there is
 * held and does not have the passage, so that this outlet added it.
 */
function newsroomAt({ articles }: Scene, { article }: Telling): string {
  const { newsroom, outlet } = article
  if (newsroom === outlet) return outlet
  const isHeld = article.debts.some(debt => TAKING.has(debt.kind) && articles.get(debt.to)!.newsroom === newsroom)
  return isHeld ? outlet : newsroom
}

/** The release that a passage stands in: one that this article is, or one that others print as well. */
function releasedAt({ article, spans }: Telling): { readonly release: string; readonly span: Span } | null {
  const { released, credits } = article
  if (released !== null && shareWithin(spans, released.spans) >= COVERED) {
    return { release: released.release, span: released.spans.find(span => spans.some(own => overlaps(own, span)))! }
  }
  const credit = credits.find(({ kind }) => kind === 'release')
  return credit === undefined ? null : { release: released?.release ?? article.id, span: credit.span }
}

const TAKING: ReadonlySet<Debt['kind']> = new Set(['copy', 'rewrite'])

interface At {
  readonly scene: Scene
  readonly telling: Telling
  readonly byArticle: ReadonlyMap<string, readonly Telling[]>
}

function stepFrom(at: At): Step | null {
  // What stands in a release that others print too is the release's, wherever else it stands.
  if (releasedAt(at.telling) !== null) return null
  return inThisArticle(at) ?? byCitation(at) ?? bySharedWords(at) ?? byDebt(at) ?? inEarlierArticle(at)
}

/** The outlet's own voice goes back to whoever the same article has it from. */
function inThisArticle({ telling, byArticle }: At): Step | null {
  if (telling.statement !== null) return null
  const attributed = (byArticle.get(telling.article.id) ?? []).find(({ statement }) => statement !== null)
  return attributed === undefined ? null : { to: attributed, link: null, direction: 'known' }
}

/** And to whomever an earlier article of the same newsroom has it from: it is not told anew. */
function inEarlierArticle({ telling, byArticle }: At): Step | null {
  const { article, statement } = telling
  if (statement !== null || article.newsroom !== article.outlet) return null
  const all = [...byArticle.values()].flat()
  const before = all.slice(0, all.indexOf(telling))
  const attributed = before.find(other => other.statement !== null && other.article.outlet === article.outlet)
  return attributed === undefined ? null : { to: attributed, link: null, direction: 'known' }
}

/** Words that stand in an earlier article have its root. */
function bySharedWords({ scene, telling, byArticle }: At): Step | null {
  const whole = wholeOf(telling)
  for (const debt of telling.article.debts) {
    // What an outlet says itself is no part of a speech that both quote.
    if (debt.kind === 'common' && telling.statement !== null) continue
    const covering = debt.shared.filter(({ here }) => whole.some(span => overlaps(span, here)))
    if (
      shareWithin(
        telling.spans,
        covering.map(({ here }) => here),
      ) < COVERED
    )
      continue
    const link = sharedLink(telling.article, covering[0]!.here)
    const creditor = scene.articles.get(debt.to)!
    const theirs = byArticle.get(debt.to) ?? []
    const to =
      overlapping(
        theirs,
        covering.map(({ there }) => there),
      ) ?? sameIn(scene, telling, theirs)
    if (to !== null) return { to, link, direction: debt.direction }
    if (debt.kind === 'cite') continue
    const first: Telling = { article: creditor, statement: null, spans: covering.map(({ there }) => there) }
    return { teller: tellerOf(scene, telling, creditor.newsroom), first, link }
  }
  return null
}

/** How much of a passage must be shared words for it to be taken with them; by judgement. */
const COVERED = 0.5

/** The telling in the creditor whose words are shared. */
function overlapping(theirs: readonly Telling[], spans: readonly Span[]): Telling | null {
  return theirs.find(other => other.spans.some(span => spans.some(shared => overlaps(span, shared)))) ?? null
}

/** "The Courier reported": what that outlet tells in an article held, else that outlet's own voice, wherever it is cited. */
function byCitation({ scene, telling, byArticle }: At): Step | null {
  const cited = citedIn(scene, telling)
  if (cited === null) return null
  const theirs = [...byArticle.values()]
    .flat()
    .filter(({ article }) => article !== telling.article && article.newsroom === cited.outlet)
  const to =
    cited.as === 'source'
      ? theirs[0]
      : (theirs.find(other => isSaidBySame(scene, telling, other)) ?? onlyOne(scene, telling, theirs))
  return to === undefined ? null : { to, link: citeLink(telling.article, cited.span), direction: 'known' }
}

/**
 * "They also told the magazine": whom a pronoun means that nobody was found for is the only one whom that outlet has it from; and so is whom neither of the two names,
 * "one of them", "a former colleague".
 */
function onlyOne(scene: Scene, telling: Telling, theirs: readonly Telling[]): Telling | undefined {
  const { article, statement } = telling
  const told = theirs.filter(other => other.statement !== null)
  if (statement === null || told.length === 0) return undefined
  if (told.length === 1 && isUnnamed(scene, telling) && isUnnamed(scene, told[0]!)) return told[0]
  if (scene.entities.of(article.id, statement.speaker) !== null || !PRONOUN.test(phraseOf(article, statement))) return undefined
  const speakers = new Set(told.map(other => scene.entities.of(other.article.id, other.statement!.speaker)))
  return speakers.size === 1 && !speakers.has(null) ? told[0] : undefined
}

/** Whether somebody says it whose name is not told. */
function isUnnamed(scene: Scene, { article, statement }: Telling): boolean {
  if (statement === null) return false
  const { people, isBody, isDocument } = wordingOf(scene, article, statement)
  return people.size === 0 && !isBody && !isDocument
}

const PRONOUN = /^(?:he|she|they)$/i

/** Of whom another outlet heard only the same speaker's words: "Wiik told Radio Tysvik" is what Wiik says there, and nothing else of that station's. */
function isSaidBySame(scene: Scene, { article, statement }: Telling, other: Telling): boolean {
  if (statement === null || other.statement === null) return false
  const [own, their] = [
    scene.entities.of(article.id, statement.speaker),
    scene.entities.of(other.article.id, other.statement.speaker),
  ]
  if (own !== null && own === their) return true
  return likeness(wordingOf(scene, article, statement), wordingOf(scene, other.article, other.statement)) === 'like wording'
}

/** What is in nobody's mouth, in an article that owes another something, goes back to that one; so does what the same speaker says. */
function byDebt({ scene, telling, byArticle }: At): Step | null {
  const { article, statement } = telling
  for (const debt of article.debts) {
    if (debt.kind === 'common' && !isRelease(scene.articles.get(debt.to)!)) continue
    if (statement !== null && debt.kind === 'cite' && !isRelease(scene.articles.get(debt.to)!)) continue
    const to = sameIn(scene, telling, byArticle.get(debt.to) ?? [])
    if (to === null) continue
    const link =
      debt.kind === 'cite' ? citeLink(article, debt.shared[0]?.here ?? null) : sharedLink(article, nearest(debt, telling))
    return { to, link, direction: debt.direction }
  }
  return null
}

/** The creditor's telling that this one goes back to: of what is in nobody's mouth any, of what is in somebody's the same speaker's. */
function sameIn(scene: Scene, telling: Telling, theirs: readonly Telling[]): Telling | null {
  if (telling.statement === null) return theirs.find(({ statement }) => statement !== null) ?? theirs[0] ?? null
  if (citedIn(scene, telling) !== null || isHeardHere(telling)) return null
  const speaker = scene.entities.of(telling.article.id, telling.statement.speaker)
  const issuer = scene.issuers.get(speaker ?? spokenBefore(scene, telling) ?? '')
  if (speaker === null && issuer === undefined) return null
  const isTheirs = ({ article, statement }: Telling): boolean =>
    statement === null
      ? isRelease(article) && issuer === article.outlet
      : scene.entities.of(article.id, statement.speaker) === speaker
  return theirs.find(isTheirs) ?? null
}

/** Whom "it" means that nobody was found for: who spoke last before. */
function spokenBefore({ entities }: Scene, { article, statement }: Telling): string | null {
  if (statement === null || !/^it$/i.test(phraseOf(article, statement))) return null
  const [start] = extentOf(statement.source)!
  const before = [...article.statements.values()].filter(({ source }) => (extentOf(source)?.[1] ?? start) < start)
  return entities.of(article.id, before.at(-1)?.speaker)
}

const phraseOf = ({ body }: Held, { source }: Statement): string => source.map(span => textOf(body, span)).join(' ')

/** The shared words that stand next to a passage. */
function nearest({ shared }: Debt, { spans }: Telling): Span | null {
  const start = extentOf(spans)?.[0] ?? 0
  const distance = ({ here }: { readonly here: Span }) => Math.abs(here[0] - start)
  return shared.length === 0 ? null : shared.reduce((a, b) => (distance(b) < distance(a) ? b : a)).here
}

function sharedLink({ id }: Held, span: Span | null): Link {
  return { why: 'shared text', evidence: { article: id, span: span ?? [0, 0] } }
}

function citeLink({ id }: Held, span: Span | null): Link {
  return { why: 'cites', evidence: { article: id, span: span ?? [0, 0] } }
}

function creditLinks({ id, credits }: Held): readonly Link[] {
  return credits
    .filter(({ kind }) => kind !== 'release')
    .map(({ span }) => ({ why: 'wire credit', evidence: { article: id, span } }))
}
