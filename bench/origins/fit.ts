/**
 * The weights by which two values are judged to fill one slot: a logistic regression over the first, second and fourth set. Each story is
 * judged by what the others teach, too.
 *
 *   npx tsx bench/origins/fit.ts
 */
import { openReader } from '../../src/reader.ts'
import type { Reading } from '../../src/record/index.ts'
import { framesOf } from '../../src/story/claims/slots/aligned.ts'
import { areOfOneMeasure } from '../../src/story/claims/slots/comparable.ts'
import { type FrameFeatures, frameFeatures } from '../../src/story/claims/slots/frame.ts'
import { slotsIn } from '../../src/story/claims/slots/slots.ts'
import { tellingsIn } from '../../src/story/claims/tellings.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { weighed } from '../../src/story/claims/weights.ts'
import { wordsOfEntities } from '../../src/story/claims/words-of.ts'
import { readLineage } from '../../src/story/lineage/index.ts'
import { mergeEntities } from '../../src/story/merging/index.ts'
import { fitted } from '../claims/logistic.ts'
import { type GoldDisagreement, readArticles, readGold, SETS } from './gold.ts'

const NAMES = ['least', 'most', 'evidence', 'cosine', 'near', 'sameKind', 'sameRole', 'sameUnit', 'distance'] as const
/** Pairs of another story are shown from this probability on. */
const SHOWN_MIN = 0.5

interface Row {
  readonly story: string
  readonly x: readonly number[]
  readonly y: number
}

const rows: Row[] = []
const reader = await openReader({ threads: 2 })
for (const set of [SETS.first, SETS.second, SETS.fourth]) {
  const gold = readGold(set)
  const articles = readArticles(set)
  for (const [story, ids] of Object.entries(gold.stories)) {
    const readings = await Promise.all(
      ids.map(id => reader.read({ page: { kind: 'record', input: `corpus.jsonl#${id}`, record: articles.get(id)! } })),
    )
    rows.push(
      ...rowsOf(
        story,
        readings,
        gold.disagreements.filter(each => each.story === story),
      ),
    )
  }
}
await reader.close()

const weights = fitted(rows)
console.log(`${rows.length} pairs of values that differ, ${rows.filter(({ y }) => y === 1).length} of one slot`)
console.log(JSON.stringify(Object.fromEntries([...NAMES, 'bias'].map((name, at) => [name, Number(weights[at]!.toFixed(2))]))))
const judged = [...new Set(rows.map(({ story }) => story))].flatMap(story => {
  const learned = fitted(rows.filter(row => row.story !== story))
  return rows.filter(row => row.story === story).map(({ x, y }) => ({ y, score: probability(x, learned) }))
})
const found = judged.filter(({ score }) => score >= SHOWN_MIN)
console.log(
  `by the other stories: ${found.filter(({ y }) => y === 1).length} of one slot from ${SHOWN_MIN} on, ${found.length} in all`,
)

function probability(x: readonly number[], learned: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * learned[at]!, 0)))
}

/** Pairs of values of two articles that are of one measure and differ: of those that may be compared nearly all are of one slot. A place that the gold does not list may say what another lists, so pairs with both its values are left out. */
function rowsOf(story: string, readings: readonly Reading[], golds: readonly GoldDisagreement[]): Row[] {
  const rulings = { notCopies: [], notOneClaim: [], notOneEntity: [] }
  const entities = mergeEntities({ readings, rulings, lineage: readLineage(readings, rulings) })
  const tellings = weighed(tellingsIn({ readings, entityOf: entities.of, vectors: shippedVectors() }))
  const bodies = new Map(readings.map(({ article }) => [article.id, article.articleBody]))
  const dates = new Map(readings.map(({ article }) => [article.id, Date.parse(article.datePublished!)]))
  const wordsOf = wordsOfEntities(readings, entities.of)
  const slots = slotsIn(tellings, bodies)
  const frames = framesOf({ slots, tellings, bodies, publishedAt: id => dates.get(id)! })
  const articleOf = (index: number) => tellings[slots[index]!.item]!.article
  const goldOf = slots.map(({ span }, index) =>
    golds.find(({ values }) =>
      values.some(one => one.article === articleOf(index) && one.span[0] < span[1] && span[0] < one.span[1]),
    ),
  )
  const valuesOf = new Map(
    golds.map(gold => [gold, new Set(slots.flatMap(({ value }, index) => (goldOf[index] === gold ? [value] : [])))]),
  )
  const isListed = (a: number, b: number) =>
    [...valuesOf.values()].some(values => values.has(slots[a]!.value) && values.has(slots[b]!.value))
  return slots.flatMap((one, a) =>
    slots.slice(a + 1).flatMap((other, after) => {
      const b = a + 1 + after
      if (articleOf(a) === articleOf(b) || one.value === other.value) return []
      if (!areOfOneMeasure(frames[a]!, frames[b]!, wordsOf)) return []
      const same = goldOf[a] !== undefined && goldOf[a] === goldOf[b]
      if (!same && isListed(a, b)) return []
      const features: FrameFeatures = frameFeatures(frames[a]!, frames[b]!, wordsOf)
      return [{ story, x: [...NAMES.map(name => features[name]), 1], y: same ? 1 : 0 }]
    }),
  )
}
