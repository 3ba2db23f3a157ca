import type { Lineage, Reading } from '../../record/index.ts'
import { overlaps } from '../../record/index.ts'
import type { StoryRulings } from '../given.ts'
import { citationsOf, outletsOf, type Told, toldBy } from './article.ts'
import { candidatesIn } from './candidates.ts'
import { type Cite, citesIn } from './cites.ts'
import { type Direction, directionOf } from './direction.ts'
import { namesIssuer } from './kind.ts'
import { type Related, relatedIn } from './related.ts'

/**
 * Who copied, rewrote or cites whom in one story, and what two took from elsewhere; one link a pair, `from` the earlier where that is known. A pair that shares a
 * speech and where one cites the other for something else has two. `readings` in the order of publication.
 */
export function readLineage(readings: readonly Reading[], rulings: Pick<StoryRulings, 'notCopies'>): Lineage[] {
  const outlets = outletsOf(readings)
  const told = readings.map(reading => toldBy(reading, outlets))
  const related = relatedIn(told, candidatesIn(told.map(({ text }) => text)))
  const ties = new Ties(related.map(each => ({ ...each, direction: directionOf(told[each.a]!, told[each.b]!) })))
  const cites = citesIn(told)
  const tied = ties.all
    .map(each => inContext(each, ties, told))
    .filter(each => each.tie.kind !== 'common' || !cites.some(cite => isPair(cite, each) && isOfShared(cite, each, told)))
    .map(each => linkOf(told, each))
  const citing = onePerPair(cites.filter(cite => !related.some(each => each.tie.kind !== 'common' && isPair(cite, each))))
  const links = [...tied, ...citing.map(cite => citeLink(told, cite, related))]
  const order = new Map(told.map(({ id }, at) => [id, at]))
  return links
    .filter(link => link.kind === 'common' || !isRuledOut(link, rulings.notCopies))
    .sort((x, y) => order.get(x.to)! - order.get(y.to)! || order.get(x.from)! - order.get(y.from)!)
}

const isPair = ({ from, to }: Cite, { a, b }: Related): boolean => (from === a && to === b) || (from === b && to === a)

/** Whether what two share stands in the sentence that cites the other: then the one has it from the other. */
function isOfShared({ to, citing }: Cite, each: Related, told: readonly Told[]): boolean {
  const cover = to === each.a ? each.coverA : each.coverB
  return told[to]!.text.words.some(({ span }, at) => cover[at] === 1 && overlaps(span, citing))
}

/** The ties of a story, found by article. */
class Ties {
  readonly all: readonly Tied[]
  readonly #of = new Map<number, Map<number, Tied>>()

  constructor(all: readonly Tied[]) {
    this.all = all
    for (const each of all) {
      this.#partners(each.a).set(each.b, each)
      this.#partners(each.b).set(each.a, each)
    }
  }

  /** The articles that both of two are tied to. */
  thirds({ a, b }: Related): number[] {
    const others = this.#partners(b)
    return [...this.#partners(a).keys()].filter(at => others.has(at))
  }

  /** Whether most of what two share stands in a third. */
  explains(third: number, { b, coverB }: Related): boolean {
    const other = this.#partners(third).get(b)
    if (!other) return false
    const cover = other.b === b ? other.coverB : other.coverA
    let shared = 0
    let explained = 0
    coverB.forEach((word, at) => {
      shared += word
      explained += word & cover[at]!
    })
    return shared > 0 && explained >= shared * EXPLAINED
  }

  /** Whether an article is known to have taken from another. */
  took(from: number, to: number): boolean {
    const each = this.#partners(from).get(to)
    return each?.direction?.from === (each?.a === from ? 'a' : 'b')
  }

  #partners(at: number): Map<number, Tied> {
    const known = this.#of.get(at) ?? new Map<number, Tied>()
    this.#of.set(at, known)
    return known
  }
}

interface Tied extends Related {
  readonly direction: Direction | null
}

const EXPLAINED = 0.8

const isDayApart = (a: Told, b: Told): boolean =>
  Math.abs(Date.parse(a.published ?? '') - Date.parse(b.published ?? '')) >= SYNDICATED_MS

/** Three outlets with one text within a day most likely have it from an agency that none names. */
const SYNDICATED_MS = 20 * 3_600_000

/**
 * The tie of two in the light of the third articles that they are tied to: two that share what a release held here has did not take it from each other, and times tell
 * nothing where both took from a third.
 */
function inContext(each: Tied, ties: Ties, told: readonly Told[]): Tied {
  if (each.tie.kind === 'common') return { ...each, direction: null }
  const thirds = ties.thirds(each)
  const hasRelease = told[each.a]!.isRelease || told[each.b]!.isRelease
  if (!hasRelease && thirds.some(at => told[at]!.isRelease && ties.explains(at, each))) {
    return { ...each, tie: { kind: 'common', commonWith: 'release' }, direction: null }
  }
  const isTimed = each.direction?.by === 'time'
  const isElsewhere = (at: number): boolean => {
    if (ties.took(at, each.a) && ties.took(at, each.b)) return true
    return (
      told[at]!.outlet !== told[each.a]!.outlet &&
      told[at]!.outlet !== told[each.b]!.outlet &&
      !isDayApart(told[each.a]!, told[each.b]!)
    )
  }
  return isTimed && thirds.some(at => isElsewhere(at) && ties.explains(at, each)) ? { ...each, direction: null } : each
}

function linkOf(told: readonly Told[], each: Tied): Lineage {
  const { direction } = each
  const turned = direction?.from === 'b'
  const [from, to] = turned ? [told[each.b]!, told[each.a]!] : [told[each.a]!, told[each.b]!]
  return {
    from: from.id,
    to: to.id,
    kind: each.tie.kind,
    credited: isCredited(from, to, each),
    commonWith: each.tie.commonWith,
    share: rounded(turned ? each.shareA : each.shareB),
    direction: direction === null ? 'unclear' : 'known',
    evidence: each.sideBySide.map(({ a, b }) => ({
      from: { article: from.id, span: turned ? b : a },
      to: { article: to.id, span: turned ? a : b },
    })),
  }
}

/** Whether `to` names the outlet or agency of `from`, or the agency that both carry; for a release whether both speak of one, or one does of that which the other is. */
function isCredited(from: Told, to: Told, { tie }: Related): boolean {
  const speaksOfRelease = ({ sourcing }: Told): boolean => sourcing.some(({ kind }) => kind === 'release')
  if (tie.commonWith === 'release' && from.isRelease !== to.isRelease) {
    const [release, article] = from.isRelease ? [from, to] : [to, from]
    return speaksOfRelease(article) || namesIssuer(article, release)
  }
  if (tie.kind === 'common') return tie.commonWith === 'release' && speaksOfRelease(from) && speaksOfRelease(to)
  if (citationsOf(from, to).length > 0 || [...to.agencies].some(agency => from.agencies.has(agency))) return true
  return from.isRelease && speaksOfRelease(to)
}

/** The first place where one article cites another stands for all. */
function onePerPair(cites: readonly Cite[]): Cite[] {
  return cites.filter((cite, at) => cites.findIndex(({ from, to }) => from === cite.from && to === cite.to) === at)
}

function citeLink(told: readonly Told[], { from, to, cited, citing }: Cite, related: readonly Related[]): Lineage {
  const shared = related.find(each => isPair({ from, to } as Cite, each))
  return {
    from: told[from]!.id,
    to: told[to]!.id,
    kind: 'cite',
    credited: true,
    commonWith: null,
    share: rounded(shared ? (shared.b === to ? shared.shareB : shared.shareA) : 0),
    direction: 'known',
    evidence: [{ from: { article: told[from]!.id, span: cited }, to: { article: told[to]!.id, span: citing } }],
  }
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

function isRuledOut({ from, to }: Lineage, pairs: StoryRulings['notCopies']): boolean {
  return pairs.some(([a, b]) => (a === from && b === to) || (a === to && b === from))
}
