import type { Lineage, Reading, Span } from '../../record/index.ts'
import type { StoryRulings } from '../given.ts'
import { outletsOf, type Told, toldBy } from './article.ts'
import { namesIssuer } from './kind.ts'
import { outletKey } from './outlets.ts'
import { earlier } from './published.ts'
import { hasVoicesOf } from './voices.ts'

export interface RetoldGiven {
  /** In the order of publication. */
  readonly readings: readonly Reading[]
  readonly lineage: readonly Lineage[]
  readonly overlaps: readonly Overlap[]
  readonly rulings: Pick<StoryRulings, 'notCopies'>
}

/** How much of what one article tells another tells too, as far as can be expected of how alike their tellings are. */
export interface Overlap {
  /** Whose tellings are looked for in the other's. */
  readonly article: string
  readonly other: string
  /** Tellings of `article` that `other` is expected to tell as well. */
  readonly shared: number
  /** The same, one a sentence; those of these in its own voice; and those of these that `other` puts in somebody's mouth. */
  readonly sharedSentences: number
  readonly sharedOwn: number
  readonly sharedTaken: number
  /** All tellings of `article`. */
  readonly tellings: number
  /** The likeliest of them, in the order of `article`. */
  readonly evidence: readonly { readonly here: Span; readonly there: Span }[]
}

/**
 * Who retells whom: an article that tells, in its own voice too, claim after claim of an earlier one, though no words are shared; unless a
 * newsroom that has nothing to do with either tells nearly as much of it.
 */
export function retellings({ readings, lineage, overlaps, rulings }: RetoldGiven): readonly Lineage[] {
  const released = lineage.filter(({ commonWith, share }) => commonWith === 'release' && share >= RELEASED_SHARE)
  const tied = new Set(lineage.flatMap(({ to, kind }) => (kind === 'copy' || kind === 'rewrite' ? [to] : [])))
  const byId = new Map(readings.map(reading => [reading.article.id, reading]))
  const outlets = outletsOf(readings)
  const told = (id: string): Told => toldBy(byId.get(id)!, outlets)
  const found: Lineage[] = []
  // The latest first, so that what is taken from an article is known when the article itself is looked at.
  for (const { article: child } of readings.toReversed()) {
    if (tied.has(child.id)) continue
    const others = overlaps.filter(({ article }) => article === child.id)
    const earlier = others.filter(({ other }) => mayRetell(byId.get(other)!.article, child))
    const most = originalOf(mostOf(earlier), { earlier, lineage })
    // To look at the words again is dear, and most have too little in common anyway.
    if (most === undefined || !isSome(most) || isRuledOut(most, rulings)) continue
    const [parent, own] = [told(most.other), told(child.id)]
    const credited = parent.isRelease && !own.isRelease && namesIssuer(own, parent)
    if (!credited && released.some(link => joins(link, most))) continue
    const names = lineage.some(link => link.kind === 'cite' && joins(link, most))
    const isKin = kinship([...lineage, ...found])
    const witnesses = others.filter(({ other }) => {
      const article = byId.get(other)!.article
      const isOwn = isOneOutlet(article, child) || isOneOutlet(article, parent.text.reading.article)
      return !isOwn && !isKin(other, most.other) && !isKin(other, child.id)
    })
    // What several newsrooms tell alike happened before all their eyes.
    const isNobodys = witnesses.some(({ sharedSentences }) => sharedSentences > COMMON_SHARE * most.sharedSentences)
    const isTaken = most.sharedTaken >= TAKEN_MIN || parent.isRelease || namesIssuer(own, parent)
    const isTheirs = () => hasVoicesOf(own, parent) && !witnesses.some(({ other }) => hasVoicesOf(own, told(other)))
    if ((isMuch(most, credited) && isTaken && !isNobodys) || (!names && isTheirs())) found.push(linkOf(most, credited || names))
  }
  return found
}

const mostOf = (overlaps: readonly Overlap[]): Overlap | undefined =>
  overlaps.toSorted((x, y) => y.shared - x.shared || (x.other < y.other ? -1 : 1))[0]

/** Of an article and its copy, which tell about as much, the article. */
function originalOf(
  most: Overlap | undefined,
  { earlier, lineage }: { readonly earlier: readonly Overlap[]; readonly lineage: readonly Lineage[] },
): Overlap | undefined {
  const originals = lineage.flatMap(({ kind, direction, from, to }) =>
    kind === 'copy' && direction === 'known' && to === most?.other ? from : [],
  )
  return earlier.find(({ other, shared }) => originals.includes(other) && shared >= AS_MUCH * most!.shared) ?? most
}

/** By judgement: a copy that was cut tells less. */
const AS_MUCH = 0.9

/** The lineage with what is retold. What one cites of the other, and a speech or a release that two were found to share, is part of that. */
export function withRetellings(lineage: readonly Lineage[], retold: readonly Lineage[]): readonly Lineage[] {
  const isRetold = (link: Lineage): boolean =>
    (link.kind === 'common' || link.kind === 'cite') && retold.some(({ from, to }) => joins(link, { article: from, other: to }))
  return [...lineage.filter(link => !isRetold(link)), ...retold]
}

const isSome = ({ shared, sharedOwn, tellings }: Overlap): boolean =>
  shared >= SOME_MIN && sharedOwn >= SOME_OWN_MIN && shared >= SOME_SHARE_MIN * tellings

/** Where the voices of the other are heard: those say most of it; by judgement. */
const SOME_MIN = 2
const SOME_OWN_MIN = 0.7
const SOME_SHARE_MIN = 0.13

/**
 * Two who watched one match tell it alike, and have little of it from anybody. Of the pairs of those sets of which one retells the other, and no release, the least is .9; of a
 * match in real news .3.
 */
const TAKEN_MIN = 0.5

const isMuch = ({ shared, sharedOwn, sharedTaken, tellings }: Overlap, isCredited: boolean): boolean =>
  isCredited
    ? shared >= CREDITED_MIN && sharedOwn >= CREDITED_OWN_MIN && shared >= CREDITED_SHARE_MIN * tellings
    : shared + sharedOwn + sharedTaken >= SHARED_MIN && sharedOwn >= OWN_MIN && shared >= SHARE_MIN * tellings

/**
 * What an article tells in its own voice counts twice, and a third time where the other has it from somebody: who reports for himself says who told him. Read
 * off the sets of `bench/origins` that have been read, as the sum of the three, with clauses read together: of 36 pairs of which one retells the other, and names no issuer of a release, the
 * least is 6.8; of seven that do not, have as much of their own and of the whole as is asked, and no witness, the most is 6.5.
 */
const SHARED_MIN = 6.8
/** From a release whose issuer it names; by the same sets. */
const CREDITED_MIN = 4.5
const CREDITED_OWN_MIN = 0.75
const CREDITED_SHARE_MIN = 0.28
const SHARE_MIN = 0.18
/** What an article has from nobody who is named is what it may have from another. */
const OWN_MIN = 1.3

/** Sentence by sentence: one quotation of three clauses is heard at once. The most that another newsroom has of it is .67 there; of real news that many reported mostly nearly as much. */
const COMMON_SHARE = 0.7

/** Whether one of two articles is known to have taken from the other, or both from a third. */
function kinship(lineage: readonly Lineage[]): (a: string, b: string) => boolean {
  const takenFrom = new Map<string, string>()
  for (const { kind, from, to, direction } of lineage) {
    if (direction === 'known' && (kind === 'copy' || kind === 'rewrite') && !takenFrom.has(to)) takenFrom.set(to, from)
  }
  const rootOf = (id: string, seen: readonly string[] = []): string => {
    const from = takenFrom.get(id)
    return from === undefined || seen.includes(from) ? id : rootOf(from, [...seen, id])
  }
  return (a, b) => rootOf(a) === rootOf(b)
}

/** Two that print so much of one release need nothing from one another; by the same sets. */
const RELEASED_SHARE = 0.15

const joins = ({ from, to }: Lineage, { article, other }: Pick<Overlap, 'article' | 'other'>): boolean =>
  (from === article && to === other) || (from === other && to === article)

/** News is retold within days; what has the same weeks later looks back. */
const RETOLD_MS = 72 * 3_600_000

function mayRetell(parent: Reading['article'], child: Reading['article']): boolean {
  const gap = Date.parse(child.datePublished ?? '') - Date.parse(parent.datePublished ?? '')
  return !isOneOutlet(parent, child) && gap <= RETOLD_MS && earlier(parent.datePublished, child.datePublished) === 'a'
}

const isOneOutlet = (a: Reading['article'], b: Reading['article']): boolean =>
  a.publisher !== null && b.publisher !== null && outletKey(a.publisher) === outletKey(b.publisher)

const isRuledOut = ({ article, other }: Overlap, { notCopies }: RetoldGiven['rulings']): boolean =>
  notCopies.some(([a, b]) => (a === article && b === other) || (a === other && b === article))

const linkOf = ({ article, other, evidence }: Overlap, credited: boolean): Lineage => ({
  from: other,
  to: article,
  kind: 'rewrite',
  credited,
  commonWith: null,
  share: 0,
  direction: 'known',
  evidence: evidence.map(({ here, there }) => ({ from: { article: other, span: there }, to: { article, span: here } })),
})
