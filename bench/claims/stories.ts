import type { Reading, Span } from '../../src/record/index.ts'
import { findClaims } from '../../src/story/claims/claims.ts'
import type { FoundClaim, FoundDisagreement } from '../../src/story/claims/found.ts'
import type { Vectors } from '../../src/story/claims/vectors.ts'
import { mergeEntities } from '../../src/story/merging/index.ts'
import type { Gold, GoldAppearance, GoldClaim } from '../origins/gold.ts'

export interface StoryScores {
  /** Places of the gold's claims, and those that the program's claim for each has. */
  readonly places: number
  readonly found: number
  /** The same without copies word for word: places whose words stand in no other place of the claim. */
  readonly reworded: number
  readonly rewordedFound: number
  /** Of the places found, those with the gold's stance and speaker. */
  readonly stance: number
  readonly falseMerges: readonly string[]
  readonly missed: readonly string[]
  readonly wrongStances: readonly string[]
  readonly disagreements: number
  readonly disagreementsFound: number
  readonly disagreementsMissed: readonly string[]
  readonly disagreementsListed: number
}

export interface StoriesGiven {
  readonly gold: Gold
  readonly readings: readonly Reading[]
  readonly vectors: Vectors | null
}

/** How much of a gold over stories is found. */
export function scoreStories({ gold, readings, vectors }: StoriesGiven): StoryScores {
  const total = { places: 0, found: 0, reworded: 0, rewordedFound: 0, stance: 0 }
  const falseMerges: string[] = []
  const missed: string[] = []
  const wrongStances: string[] = []
  const disagreed = { all: 0, found: 0, listed: 0, missed: [] as string[] }
  for (const [story, ids] of Object.entries(gold.stories)) {
    const own = readings.filter(({ article }) => ids.includes(article.id))
    const entities = mergeEntities({ readings: own, rulings: { notOneEntity: [] } })
    const { claims, disagreements } = findClaims({ readings: own, rulings: { notOneClaim: [] }, entityOf: entities.of, vectors })
    const matched = new Map<string, GoldClaim[]>()
    for (const goldClaim of gold.claims.filter(claim => claim.story === story)) {
      const best = bestOf(claims, goldClaim)
      const texts = goldClaim.appearances.map(({ words }) => words.join(' '))
      for (const place of goldClaim.appearances) {
        const appearance = best?.appearances.find(each => each.article === place.article && covers(each.spans, place.spans))
        const reworded = texts.filter(text => text === place.words.join(' ')).length === 1
        total.places++
        if (reworded) total.reworded++
        if (!appearance) {
          missed.push(`${goldClaim.id} ${place.article}: ${place.words.join(' … ')}`)
          continue
        }
        total.found++
        if (reworded) total.rewordedFound++
        if (appearance.stance === place.stance) total.stance++
        else
          wrongStances.push(
            `${goldClaim.id} ${place.article}: ${appearance.stance}, not ${place.stance}: ${place.words.join(' … ')}`,
          )
      }
      if (best) matched.set(best.id, [...(matched.get(best.id) ?? []), goldClaim])
    }
    falseMerges.push(...mergesIn(claims, gold, story))
    const wanted = gold.disagreements.filter(each => each.story === story)
    disagreed.all += wanted.length
    disagreed.listed += disagreements.length
    for (const each of wanted) {
      if (disagreements.some(found => each.values.every(value => touches(found, value.article, value.span)))) disagreed.found++
      else disagreed.missed.push(`${story}: ${each.about}`)
    }
  }
  return {
    ...total,
    falseMerges,
    missed,
    wrongStances,
    disagreements: disagreed.all,
    disagreementsFound: disagreed.found,
    disagreementsMissed: disagreed.missed,
    disagreementsListed: disagreed.listed,
  }
}

function bestOf(claims: readonly FoundClaim[], { appearances }: GoldClaim): FoundClaim | null {
  const count = (claim: FoundClaim) =>
    appearances.filter(place => claim.appearances.some(each => each.article === place.article && covers(each.spans, place.spans)))
      .length
  const best = [...claims].sort((a, b) => count(b) - count(a))[0]
  return best && count(best) > 0 ? best : null
}

/** Program claims that hold places of two gold claims which do not stand in one sentence of some article. */
function mergesIn(claims: readonly FoundClaim[], gold: Gold, story: string): string[] {
  const golds = gold.claims.filter(claim => claim.story === story)
  return claims.flatMap(claim => {
    const held = golds.filter(({ appearances }) => appearances.some(place => holds(claim, place)))
    return held.flatMap((one, index) =>
      held.slice(index + 1).flatMap(other => (shareSentence(one, other) ? [] : [`${one.id} + ${other.id}: ${claim.text}`])),
    )
  })
}

/** For a false merge half of the program's words must be the gold's too. */
const holds = (claim: FoundClaim, place: GoldAppearance): boolean =>
  claim.appearances.some(
    each => each.article === place.article && covers(each.spans, place.spans) && covers(place.spans, each.spans),
  )

const shareSentence = (a: GoldClaim, b: GoldClaim): boolean =>
  a.appearances.some(one =>
    b.appearances.some(other => one.article === other.article && gap(one.spans, other.spans) < NEAR_UNITS),
  )

/** Places nearer than this, in UTF-16 units, stand in one sentence or its neighbour. */
const NEAR_UNITS = 30

const gap = (a: readonly Span[], b: readonly Span[]): number =>
  Math.min(...a.flatMap(([from, to]) => b.map(([start, end]) => Math.max(0, start - to, from - end))))

/** Whether `found` covers at least half of the units of `wanted`. */
export function covers(found: readonly Span[], wanted: readonly Span[]): boolean {
  let all = 0
  let covered = 0
  for (const [start, end] of wanted) {
    all += end - start
    for (const [from, to] of found) covered += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return covered * 2 >= all
}

const touches = ({ values }: FoundDisagreement, article: string, [start, end]: Span): boolean =>
  values.some(value => value.article === article && value.span[0] < end && start < value.span[1])
