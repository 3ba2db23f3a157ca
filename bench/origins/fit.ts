/**
 * The weights by which two figures are judged to fill one slot: a logistic regression over the sets that rules are developed on, and over events
 * of real news. Each set is judged by what the rest teaches, too.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/origins/fit.ts
 */
import { openReader } from '../../src/reader.ts'
import type { Reading } from '../../src/record/index.ts'
import { mayAgree } from '../../src/story/claims/slots/agree.ts'
import { framesOf } from '../../src/story/claims/slots/aligned.ts'
import { isComparable } from '../../src/story/claims/slots/comparable.ts'
import { marginsAmong, type PairFeatures, pairFeatures } from '../../src/story/claims/slots/likelihood.ts'
import { type Slot, slotsIn } from '../../src/story/claims/slots/slots.ts'
import { tellingsIn } from '../../src/story/claims/tellings.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { weighed } from '../../src/story/claims/weights.ts'
import { wordsOfEntities } from '../../src/story/claims/words-of.ts'
import { readLineage } from '../../src/story/lineage/index.ts'
import { mergeEntities } from '../../src/story/merging/index.ts'
import { fitted } from '../claims/logistic.ts'
import { CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'
import { type GoldArticle, type GoldDisagreement, readArticles, readGold, SETS } from './gold.ts'

const NAMES = ['least', 'marginLeast', 'marginMost', 'distance', 'sameKind', 'otherKind', 'thing', 'said', 'deed'] as const
const VIEWED = ['first', 'second', 'third', 'fourth', 'fifth', 'seventh', 'ninth', 'tenth', 'eleventh'] as const
/** Of the other stories in their turn, pairs from this likelihood on are counted. */
const SHOWN_MIN = 0.65

const EVENT_ARTICLES = 8
/** The sets were written to disagree, and real news was not. */
const EVENT_WEIGHT = 0.5

interface Row {
  readonly set: string
  readonly x: readonly number[]
  readonly y: number
  readonly weight: number
}

interface EventArticle {
  readonly id: string
  readonly event: number
  readonly text: string
  readonly title: string
  readonly published: string | null
  readonly publisher: string
}

async function main(corpora: string): Promise<void> {
  const reader = await openReader({ threads: 2 })
  const read = (records: readonly GoldArticle[]): Promise<Reading[]> =>
    Promise.all(records.map(record => reader.read({ page: { kind: 'record', input: record.id, record } }, { meanings: true })))
  const rows: Row[] = []
  for (const name of VIEWED) {
    const gold = readGold(SETS[name])
    const articles = readArticles(SETS[name])
    for (const [story, ids] of Object.entries(gold.stories)) {
      const readings = await read(ids.map(id => articles.get(id)!))
      const golds = gold.disagreements.filter(each => each.story === story)
      rows.push(...rowsOf(readings, golds).map(row => ({ set: name, weight: 1, ...row })))
    }
  }
  const news = recordsOf<EventArticle>(corpora, 'giveme5w1h', 'dev.jsonl.gz')
  for (const event of new Set(news.map(each => each.event))) {
    const own = news
      .filter(each => each.event === event)
      .sort((a, b) => `${a.published}`.localeCompare(`${b.published}`))
      .slice(0, EVENT_ARTICLES)
    const readings = await read(
      own.map(({ id, text, title, published, publisher }) => ({
        id,
        text,
        headline: title,
        datePublished: published ?? '',
        publisher,
      })),
    )
    // Tolls do differ in real news; other figures hardly ever do.
    const apart = rowsOf(readings, []).filter(({ x }) => x[NAMES.indexOf('sameKind')] === 0)
    rows.push(...apart.map(row => ({ set: 'events', weight: EVENT_WEIGHT, ...row })))
  }
  await reader.close()
  const weights = learnt(rows)
  console.log(`${rows.length} pairs of figures that differ, ${rows.filter(({ y }) => y === 1).length} of one slot`)
  console.log(JSON.stringify(Object.fromEntries([...NAMES, 'bias'].map((name, at) => [name, Number(weights[at]!.toFixed(2))]))))
  for (const set of VIEWED) {
    const learned = learnt(rows.filter(row => row.set !== set))
    const shown = rows.filter(row => row.set === set && likelihood(row.x, learned) >= SHOWN_MIN)
    const right = shown.filter(({ y }) => y === 1).length
    console.log(`${set}, by what the rest teaches: from ${SHOWN_MIN} on ${right} pairs of one slot, ${shown.length} in all`)
  }
}

/** What is held back is held back alike, however small the numbers of a column are. */
function learnt(rows: readonly Row[]): number[] {
  const spreads = rows[0]!.x.map((_, at) => {
    const mean = rows.reduce((sum, { x }) => sum + x[at]!, 0) / rows.length
    return Math.sqrt(rows.reduce((sum, { x }) => sum + (x[at]! - mean) ** 2, 0) / rows.length) || 1
  })
  const weights = fitted(rows.map(({ x, ...row }) => ({ ...row, x: x.map((value, at) => value / spreads[at]!) })))
  return weights.map((weight, at) => weight / spreads[at]!)
}

function likelihood(x: readonly number[], learned: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * learned[at]!, 0)))
}

/** Pairs of figures of two articles that may be compared and differ. A place that the gold does not list may say what another lists, so pairs with both its values are left out. */
function rowsOf(given: readonly Reading[], golds: readonly GoldDisagreement[]): Pick<Row, 'x' | 'y'>[] {
  const readings = [...given].sort((a, b) => `${a.article.datePublished}`.localeCompare(`${b.article.datePublished}`))
  const rulings = { notCopies: [], notOneClaim: [], notOneEntity: [] }
  const entities = mergeEntities({ readings, rulings, lineage: readLineage(readings, rulings) })
  const tellings = weighed(tellingsIn({ readings, entityOf: entities.of, vectors: shippedVectors() }))
  const bodies = new Map(readings.map(({ article }) => [article.id, article.articleBody]))
  const dates = new Map(readings.map(({ article }) => [article.id, Date.parse(article.datePublished ?? '')]))
  const publishedAt = (id: string) => (Number.isNaN(dates.get(id)) ? null : dates.get(id)!)
  const wordsOf = wordsOfEntities(readings, entities.of)
  const slots = slotsIn(tellings, bodies)
  const frames = framesOf({ slots, tellings, bodies, publishedAt })
  const articleOf = ({ item }: Slot) => tellings[item]!.article
  const marginsOf = marginsAmong(frames, articleOf)
  const daysApart = (a: Slot, b: Slot): number => {
    const [first, second] = [publishedAt(articleOf(a)), publishedAt(articleOf(b))]
    return first === null || second === null ? 0 : Math.abs(first - second) / DAY_MS
  }
  const goldOf = slots.map(slot =>
    golds.find(({ values }) =>
      values.some(one => one.article === articleOf(slot) && one.span[0] < slot.span[1] && slot.span[0] < one.span[1]),
    ),
  )
  const keyOf = ({ dimension, value }: Slot) => `${dimension} ${value}`
  const listed = golds.map(gold => new Set(slots.filter((_, index) => goldOf[index] === gold).map(keyOf)))
  return slots.flatMap((one, a) =>
    slots.slice(a + 1).flatMap((other, after) => {
      const b = a + 1 + after
      if (one.dimension === 'day' || one.dimension !== other.dimension) return []
      if (articleOf(one) === articleOf(other) || mayAgree(one, other)) return []
      if (!isComparable({ a: frames[a]!, b: frames[b]!, daysApart: daysApart(one, other), wordsOf })) return []
      const same = goldOf[a] !== undefined && goldOf[a] === goldOf[b]
      if (!same && listed.some(values => values.has(keyOf(one)) && values.has(keyOf(other)))) return []
      const features: PairFeatures = pairFeatures(frames[a]!, frames[b]!, marginsOf(a, b), wordsOf)
      return [{ x: [...NAMES.map(name => features[name]), 1], y: same ? 1 : 0 }]
    }),
  )
}

const DAY_MS = 24 * 3600 * 1000

const corpora = corporaFolder()
if (corpora) await main(corpora)
else console.log(CORPORA_MISSING)
