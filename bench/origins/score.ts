import type { Claim, Disagreement, Evidence, Range, Span, Story } from '../../src/record/index.ts'
import type { Gold, GoldAppearance, GoldClaim } from './gold.ts'

/** What was counted over the stories of a gold. */
export interface Scores {
  readonly places: Share
  /** Ranges within the gold's, of all claims of the gold. */
  readonly inside: Share
  /** Ranges whose lower bound is above the gold's upper: separate origins claimed that are not there. */
  readonly above: number
  /** Claims of the gold that are one claim of the program, but for those that stand in one sentence. */
  readonly merged: number
  readonly lost: Found
  readonly disagreements: Found
  readonly lines: readonly string[]
}

export interface Share {
  readonly of: number
  readonly found: number
}

/** `listed`: what the program has; `right`: how many of these are the gold's. */
export interface Found extends Share {
  readonly listed: number
  readonly right: number
}

/** How much of a gold the Stories have, told of its articles; `stories` by the gold's names of them. */
export function scored(gold: Gold, stories: ReadonlyMap<string, Story>): Scores {
  const lines: string[] = []
  const counts = { places: 0, placesFound: 0, inside: 0, above: 0, merged: 0 }
  const [lost, disagreements] = [newFound(), newFound()]
  for (const [name, story] of stories) {
    const golds = gold.claims.filter(claim => claim.story === name)
    for (const claim of golds) {
      const best = bestFor(claim, story.claims)
      const found = best === null ? [] : claim.appearances.filter(place => holds(best, place))
      counts.places += claim.appearances.length
      counts.placesFound += found.length
      for (const place of claim.appearances) {
        if (!found.includes(place)) lines.push(`not found  ${claim.id} in ${place.article}: ${place.words.join(' … ')}`)
      }
      const range = best?.independentOrigins ?? null
      if (range !== null && isInside(range, claim.independentOrigins)) counts.inside++
      else
        lines.push(`range  ${claim.id}: ${range?.join('–') ?? 'none'}, not ${claim.independentOrigins.join('–')}: ${claim.text}`)
      if (range !== null && range[0] > claim.independentOrigins[1]) counts.above++
    }
    const merged = mergedIn(golds, story.claims)
    counts.merged += merged.length
    lines.push(...merged.map(pair => `one claim  ${pair}`))
    const ids = new Set(story.articles.map(({ id }) => id))
    const losses = gold.lostAttributions.filter(({ article }) => ids.has(article))
    const told = distinct(story.claims.flatMap(({ lostAttribution }) => lostAttribution))
    tally(lost, losses, told, isSameLoss, (what, words) => lines.push(`${what} lost attribution  ${words}`), {
      gold: loss => loss.words,
      told: loss => `${loss.article} ${loss.span.join('-')}`,
    })
    const differing = gold.disagreements.filter(one => one.story === name)
    tally(
      disagreements,
      differing,
      story.disagreements,
      isSameDisagreement,
      (what, words) => lines.push(`${what} disagreement  ${words}`),
      {
        gold: one => `${name}: ${one.about}`,
        told: one => `${name}: ${one.about}: ${one.values.map(({ value }) => value).join(' | ')}`,
      },
    )
  }
  return {
    places: { of: counts.places, found: counts.placesFound },
    inside: { of: gold.claims.length, found: counts.inside },
    above: counts.above,
    merged: counts.merged,
    lost,
    disagreements,
    lines,
  }
}

const newFound = () => ({ of: 0, found: 0, listed: 0, right: 0 })

function tally<G, T>(
  into: ReturnType<typeof newFound>,
  golds: readonly G[],
  told: readonly T[],
  isSame: (gold: G, told: T) => boolean,
  say: (what: string, words: string) => void,
  words: { readonly gold: (one: G) => string; readonly told: (one: T) => string },
): void {
  into.of += golds.length
  into.listed += told.length
  for (const gold of golds) {
    if (told.some(one => isSame(gold, one))) into.found++
    else say('missed', words.gold(gold))
  }
  for (const one of told) {
    if (golds.some(gold => isSame(gold, one))) into.right++
    else say('extra', words.told(one))
  }
}

/** The program's claim that has most of a gold claim's places; the first of several. */
function bestFor({ appearances }: GoldClaim, claims: readonly Claim[]): Claim | null {
  let best: { readonly claim: Claim; readonly count: number } | null = null
  for (const claim of claims) {
    const count = appearances.filter(place => holds(claim, place)).length
    if (count > (best?.count ?? 0)) best = { claim, count }
  }
  return best?.claim ?? null
}

/** Whether an appearance of the claim covers at least half of a place's words. */
function holds({ appearances }: Claim, place: GoldAppearance): boolean {
  return appearances.some(({ article, spans }) => article === place.article && covers(spans, place.spans))
}

export function covers(found: readonly Span[], wanted: readonly Span[]): boolean {
  const all = wanted.reduce((sum, [start, end]) => sum + end - start, 0)
  const shared = wanted.flatMap(want => found.map(have => overlap(want, have))).reduce((a, b) => a + b, 0)
  return shared * 2 >= all
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

const isInside = (range: Range, gold: Range): boolean => gold[0] <= range[0] && range[1] <= gold[1]

/** Pairs of gold claims of which one claim of the program holds places by words that are as much the gold's as the program's. */
function mergedIn(golds: readonly GoldClaim[], claims: readonly Claim[]): string[] {
  return claims.flatMap(claim => {
    const held = golds.filter(({ appearances }) => appearances.some(place => isOf(claim, place)))
    return held.flatMap((a, index) =>
      held.slice(index + 1).flatMap(b => (areNear(a, b) ? [] : [`${a.id} and ${b.id}: ${claim.text}`])),
    )
  })
}

function isOf({ appearances }: Claim, place: GoldAppearance): boolean {
  return appearances.some(
    ({ article, spans }) => article === place.article && covers(spans, place.spans) && covers(place.spans, spans),
  )
}

/** Whether two claims stand next to each other somewhere: nearer than this many UTF-16 units is one sentence. */
const NEAR_UNITS = 30
function areNear(a: GoldClaim, b: GoldClaim): boolean {
  const gap = ([x, y]: Span, [s, e]: Span) => Math.max(0, s - y, x - e)
  return a.appearances.some(one =>
    b.appearances.some(
      other => one.article === other.article && one.spans.some(x => other.spans.some(y => gap(x, y) < NEAR_UNITS)),
    ),
  )
}

/** Both sentences touched. */
function isSameLoss(gold: Gold['lostAttributions'][number], told: Claim['lostAttribution'][number]): boolean {
  const touches = (article: string, span: Span, { article: other, span: there }: Evidence) =>
    article === other && overlap(span, there) > 0
  return touches(gold.article, gold.span, told) && touches(gold.fromArticle, gold.fromSpan, told.from)
}

/** Two of the gold's values or more that differ, or all of them, in one of the program's; for a program's own the same. */
function isSameDisagreement(gold: Gold['disagreements'][number], { values }: Disagreement): boolean {
  const touched = gold.values.filter(({ article, span }) =>
    values.some(one => one.article === article && overlap(one.span, span) > 0),
  )
  return new Set(touched.map(({ value }) => value)).size === new Set(gold.values.map(({ value }) => value)).size
}

function distinct(losses: readonly Claim['lostAttribution'][number][]): Claim['lostAttribution'] {
  return [...new Map(losses.map(one => [`${one.article} ${one.span.join()}`, one])).values()]
}
