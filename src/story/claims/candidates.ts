import type { Content } from './content.ts'
import { Likeliest } from './likeliest.ts'
import { dot } from './vectors.ts'

/** Pairs of contents to compare, and how near each content is to those that mean most like it. */
export interface Candidates {
  /** Each pair once, `a < b`. */
  readonly pairs: readonly (readonly [a: number, b: number])[]
  /** The nearest of an item in meaning, the nearest first, with how near they are. */
  readonly nearest: (item: number) => readonly { readonly other: number; readonly near: number }[]
}

/** Contents that may say the same: found over the words that both have, over what these mean, and over what the clauses mean where they stand. */
export function candidatesAmong(contents: readonly Content[]): Candidates {
  const bySense = candidatesByMeaning(
    contents.map(({ sense }) => sense),
    SENSE_MIN,
  )
  const lists = [
    candidatesByWord(contents),
    candidatesByMeaning(
      contents.map(({ vector }) => vector),
      COSINE_MIN,
    ),
    bySense,
  ]
  const othersOf = contents.map((_, item) => new Set(lists.flatMap(list => [...list.of(item)])))
  return {
    pairs: contents.flatMap((_, a) =>
      [...othersOf[a]!].flatMap(b => (a < b || !othersOf[b]!.has(a) ? [[Math.min(a, b), Math.max(a, b)] as const] : [])),
    ),
    nearest: item => {
      const scores = bySense.scoresOf(item)
      return [...bySense.of(item)].map((other, at) => ({ other, near: scores[at]! }))
    },
  }
}

/** So many words of a content look for others, the heaviest; of a word that more contents have, so many are looked at, evenly. */
const LOOKING_WORDS = 8
const POSTINGS_MAX = 120
/** So many others are compared with each content, the likeliest: bounds the work at a multiple of the number of contents. */
const CANDIDATES_MAX = 24

function candidatesByWord(contents: readonly Content[]): Likeliest {
  const index = new Map<string, { readonly item: number; readonly weight: number }[]>()
  const add = (key: string, item: number, weight: number) => {
    const list = index.get(key)
    if (list) list.push({ item, weight })
    else index.set(key, [{ item, weight }])
  }
  contents.forEach(({ terms, amounts }, item) => {
    for (const { key, weight } of terms) add(key, item, weight)
    for (const { value } of amounts) add(`#${value}`, item, AMOUNT_WEIGHT)
  })
  const likeliest = new Likeliest(contents.length, CANDIDATES_MAX)
  const scores = new Float64Array(contents.length)
  contents.forEach(({ terms, amounts }, item) => {
    const looking = [...terms].sort((a, b) => b.weight - a.weight).slice(0, LOOKING_WORDS)
    const scored: number[] = []
    for (const key of [...looking.map(term => term.key), ...amounts.map(({ value }) => `#${value}`)]) {
      const postings = index.get(key)!
      const step = Math.max(1, postings.length / POSTINGS_MAX)
      for (let at = item % Math.ceil(step); at < postings.length; at += step) {
        const { item: other, weight } = postings[Math.floor(at)]!
        if (scores[other] === 0) scored.push(other)
        scores[other]! += weight
      }
    }
    for (const other of scored) {
      if (other !== item && scores[other]! >= SHARED_MIN) likeliest.offer(item, other, scores[other]!)
      scores[other] = 0
    }
  })
  return likeliest
}

/** Less weight in common is a word that stands everywhere. */
const SHARED_MIN = 1.5
const AMOUNT_WEIGHT = 2.5

/** The nearest by meaning among those whose vectors fall into the same cells: each content looks into its `CELLS` nearest. */
function candidatesByMeaning(vectors: readonly (Float32Array | null)[], least: number): Likeliest {
  const likeliest = new Likeliest(vectors.length, CANDIDATES_MAX)
  const known = vectors.flatMap((vector, item) => (vector?.some(value => value !== 0) ? [{ unit: vector, item }] : []))
  const count = Math.round(Math.sqrt(known.length))
  const centres = Array.from({ length: count }, (_, cell) => known[Math.floor((cell * known.length) / count)]!.unit)
  const cells = centres.map(() => new Cell())
  const compared = new Int32Array(vectors.length).fill(-1)
  // Each looks at those before it: nearness is mutual, and so is having a cell in common.
  for (const { unit, item } of known) {
    for (const cell of nearestCells(unit, centres)) {
      const { items, rows } = cells[cell]!
      for (let at = 0; at < items.length; at++) {
        const other = items[at]!
        if (compared[other] === item) continue
        compared[other] = item
        const near = dot(unit, rows, at * unit.length)
        if (near < least) continue
        likeliest.offer(item, other, near)
        likeliest.offer(other, item, near)
      }
      cells[cell]!.add(item, unit)
    }
  }
  return likeliest
}

/** Vectors that are compared one after the other, in one piece of memory: each alone would be fetched from afar. */
class Cell {
  readonly items: number[] = []
  rows = new Float32Array()

  add(item: number, unit: Float32Array): void {
    const used = this.items.length * unit.length
    if (used === this.rows.length) {
      const grown = new Float32Array(Math.max(2 * used, ROWS_LEAST * unit.length))
      grown.set(this.rows)
      this.rows = grown
    }
    this.rows.set(unit, used)
    this.items.push(item)
  }
}

const ROWS_LEAST = 8

/** What is less near in meaning is joined for its words, if at all. */
const COSINE_MIN = 0.4
const SENSE_MIN = 0.4
const CELLS = 3

function nearestCells(unit: Float32Array, centres: readonly Float32Array[]): number[] {
  return centres
    .map((centre, cell) => ({ cell, near: dot(unit, centre) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, CELLS)
    .map(({ cell }) => cell)
}
