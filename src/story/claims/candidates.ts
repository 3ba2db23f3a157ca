import type { Content } from './content.ts'
import { dot } from './vectors.ts'

/** Pairs of contents that may say the same, `a < b`, each once: found over the words that both have, and over what they mean. */
export function candidatePairs(contents: readonly Content[]): (readonly [a: number, b: number])[] {
  const byWord = candidatesByWord(contents)
  const byMeaning = candidatesByMeaning(contents)
  return contents.flatMap((_, a) => {
    const others = new Set([...byWord(a), ...byMeaning(a)].filter(b => b !== a))
    return [...others].flatMap(b => (a < b || !isMutual(b, a) ? [[Math.min(a, b), Math.max(a, b)] as const] : []))
  })

  function isMutual(from: number, to: number): boolean {
    return byWord(from).includes(to) || byMeaning(from).includes(to)
  }
}

/** So many words of a content look for others, the heaviest; of a word that more contents have, so many are looked at, evenly. */
const LOOKING_WORDS = 8
const POSTINGS_MAX = 120
/** So many others are compared with each content, the likeliest: bounds the work at a multiple of the number of contents. */
const CANDIDATES_MAX = 24

function candidatesByWord(contents: readonly Content[]): (item: number) => readonly number[] {
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
  return remembered(item => {
    const { terms, amounts } = contents[item]!
    const looking = [...terms].sort((a, b) => b.weight - a.weight).slice(0, LOOKING_WORDS)
    const scores = new Map<number, number>()
    for (const key of [...looking.map(term => term.key), ...amounts.map(({ value }) => `#${value}`)]) {
      const postings = index.get(key)!
      const step = Math.max(1, postings.length / POSTINGS_MAX)
      for (let at = item % Math.ceil(step); at < postings.length; at += step) {
        const { item: other, weight } = postings[Math.floor(at)]!
        scores.set(other, (scores.get(other) ?? 0) + weight)
      }
    }
    return best(scores, item, SHARED_MIN)
  })
}

/** Less weight in common is a word that stands everywhere. */
const SHARED_MIN = 1.5
const AMOUNT_WEIGHT = 2.5

/** The nearest by meaning among those whose vectors fall into the same cells: each content looks into its `CELLS` nearest. */
function candidatesByMeaning(contents: readonly Content[]): (item: number) => readonly number[] {
  const units = contents.map(({ vector }) => (vector?.some(value => value !== 0) ? vector : null))
  const known = units.flatMap((unit, item) => (unit ? [{ unit, item }] : []))
  if (known.length === 0) return () => []
  const count = Math.max(1, Math.round(Math.sqrt(known.length)))
  const centres = Array.from({ length: count }, (_, cell) => known[Math.floor((cell * known.length) / count)]!.unit)
  const cells: number[][] = centres.map(() => [])
  const nearest = known.map(({ unit }) => nearestCells(unit, centres))
  const cellsOf = new Map(known.map(({ item }, index) => [item, nearest[index]!]))
  known.forEach(({ item }, index) => {
    for (const cell of nearest[index]!) cells[cell]!.push(item)
  })
  return remembered(item => {
    const unit = units[item]
    if (!unit) return []
    const scores = new Map<number, number>()
    for (const cell of cellsOf.get(item)!) {
      for (const other of cells[cell]!) if (!scores.has(other)) scores.set(other, dot(unit, units[other]!))
    }
    return best(scores, item, COSINE_MIN)
  })
}

/** What is less near in meaning is joined for its words, if at all. */
const COSINE_MIN = 0.4
const CELLS = 3

function nearestCells(unit: Float32Array, centres: readonly Float32Array[]): number[] {
  return centres
    .map((centre, cell) => ({ cell, near: dot(unit, centre) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, CELLS)
    .map(({ cell }) => cell)
}

function best(scores: ReadonlyMap<number, number>, self: number, least: number): readonly number[] {
  return [...scores]
    .filter(([other, score]) => other !== self && score >= least)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES_MAX)
    .map(([other]) => other)
}

function remembered<T>(make: (item: number) => T): (item: number) => T {
  const made = new Map<number, T>()
  return item => {
    const known = made.get(item)
    if (known !== undefined) return known
    const value = make(item)
    made.set(item, value)
    return value
  }
}
