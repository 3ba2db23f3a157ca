import type { Lineage, Reading } from '../../record/index.ts'
import { overlaps } from '../../record/index.ts'
import type { StoryRulings } from '../given.ts'
import { citationsOf, type Told, toldBy } from './article.ts'
import { candidatesIn } from './candidates.ts'
import { type Cite, citesIn } from './cites.ts'
import { type Direction, directionOf } from './direction.ts'
import { type Related, relatedBy } from './related.ts'

/**
 * Who copied, rewrote or cites whom in one story, and what two took from elsewhere; one link a pair, `from` the earlier where that is known. A pair that shares a
 * speech and where one cites the other for something else has two. `readings` in the order of publication.
 */
export function readLineage(readings: readonly Reading[], rulings: Pick<StoryRulings, 'notCopies'>): Lineage[] {
  const held = [...new Set(readings.flatMap(({ article }) => article.publisher ?? []))]
  const told = readings.map(reading => toldBy(reading, held))
  const related = candidatesIn(told.map(({ text }) => text)).flatMap(pair => relatedBy(told, pair) ?? [])
  const known = new Map(related.map(each => [each, directionOf(told[each.a]!, told[each.b]!)]))
  const cites = citesIn(told)
  const ties = throughReleases(related, told)
    .filter(each => !(each.tie.kind === 'common' && cites.some(cite => isPair(cite, each) && isOfShared(cite, each, told))))
    .map(each => linkOf(told, each, throughThird(each, known, told)))
  const citing = onePerPair(cites.filter(cite => !related.some(each => each.tie.kind !== 'common' && isPair(cite, each))))
  const links = [...ties, ...citing.map(cite => citeLink(told, cite, related))]
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

/** Two that share what a release held here has too did not take it from each other. */
function throughReleases(related: readonly Related[], told: readonly Told[]): Related[] {
  return related.map(each => {
    if (each.tie.kind === 'common' || told[each.a]!.isRelease || told[each.b]!.isRelease) return each
    const through = told.some(({ isRelease }, at) => isRelease && explains(at, each, related))
    return through ? { ...each, tie: { kind: 'common', commonWith: 'release' } } : each
  })
}

/** The direction of a link, unless times alone told it and a third article explains what the two share. */
function throughThird(each: Related, known: ReadonlyMap<Related, Direction | null>, told: readonly Told[]): Direction | null {
  const direction = [...known].find(([{ a, b }]) => a === each.a && b === each.b)?.[1] ?? null
  if (each.tie.kind === 'common') return null
  if (direction?.by !== 'time') return direction
  const third = told.some(
    (_, at) => at !== each.a && at !== each.b && explains(at, each, [...known.keys()]) && isSource(at, each, known),
  )
  return third ? null : direction
}

/** Whether most of what two share stands in a third. */
function explains(third: number, { b, coverB }: Related, related: readonly Related[]): boolean {
  const other = related.find(each => (each.a === third && each.b === b) || (each.b === third && each.a === b))
  if (!other) return false
  const cover = other.b === b ? other.coverB : other.coverA
  let shared = 0
  let explained = 0
  coverB.forEach((word, at) => {
    if (word === 0) return
    shared++
    if (cover[at] === 1) explained++
  })
  return shared > 0 && explained >= shared * EXPLAINED
}

const EXPLAINED = 0.8

/** Whether both are known to have taken from the third. */
function isSource(third: number, { a, b }: Related, known: ReadonlyMap<Related, Direction | null>): boolean {
  const took = (at: number): boolean =>
    [...known].some(
      ([each, direction]) =>
        direction !== null &&
        ((each.a === third && each.b === at && direction.from === 'a') ||
          (each.b === third && each.a === at && direction.from === 'b')),
    )
  return took(a) && took(b)
}

function linkOf(told: readonly Told[], each: Related, direction: Direction | null): Lineage {
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

/** Whether `to` names the outlet or agency of `from`, or the agency that both carry; for a release whether both speak of one. */
function isCredited(from: Told, to: Told, { tie }: Related): boolean {
  const speaksOfRelease = ({ sourcing }: Told): boolean => sourcing.some(({ kind }) => kind === 'release')
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
