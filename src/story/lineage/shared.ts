import { sequencesOf, type Text, type Word } from './text.ts'

/** Words that stand in both texts in one order, from index to index of each (the end excluded). */
export interface Passage {
  readonly a: readonly [start: number, end: number]
  readonly b: readonly [start: number, end: number]
  /** Pairs of equal words inside it. */
  readonly matches: readonly (readonly [a: number, b: number])[]
}

/**
 * Passages that two texts share, in the order of `b`; no word of `b` is in two, nor any of `a`. Seeds of `SEED_WORDS` equal words are extended, the
 * longest taken first; neighbours with at most `GAP_WORDS` words between them on both sides become one, the words between aligned too.
 */
export function sharedPassages(a: Text, b: Text): Passage[] {
  const runs = longestFirst(runsOf(a, b))
  return joined(runs, a.words, b.words)
}

/** Below this, common turns of phrase ("the end of the year") would count as shared text. */
const SEED_WORDS = 5
/** An edit inside a sentence: a few words put in, left out or put otherwise. */
const GAP_WORDS = 4

interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

function runsOf(from: Text, to: Text): Run[] {
  const [a, b] = [from.words, to.words]
  const places = seedPlaces(from)
  const runs: Run[] = []
  /** Where a run on each diagonal ends, so that none is found again from its own middle. */
  const ends = new Map<number, number>()
  for (const [at, seed] of sequencesOf(to, SEED_WORDS).entries()) {
    for (const place of (seed !== null && places.get(seed)) || []) {
      if ((ends.get(place - at) ?? -1) > at) continue
      let length = SEED_WORDS
      while (isSame(a[place + length], b[at + length])) length++
      ends.set(place - at, at + length)
      runs.push({ a: place, b: at, length })
    }
  }
  return runs
}

const PLACES = new WeakMap<Text, ReadonlyMap<string, readonly number[]>>()

/** Where each seed stands in a text; worked out once a text. */
function seedPlaces(text: Text): ReadonlyMap<string, readonly number[]> {
  const known = PLACES.get(text)
  if (known) return known
  const places = new Map<string, number[]>()
  sequencesOf(text, SEED_WORDS).forEach((seed, at) => {
    if (seed === null) return
    const held = places.get(seed)
    if (!held) places.set(seed, [at])
    else if (held.length < SEED_PLACES_MAX) held.push(at)
  })
  PLACES.set(text, places)
  return places
}

/** A turn of phrase that one article has more often than this is a refrain. */
const SEED_PLACES_MAX = 8

const isSame = (a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && a.key === b.key && !a.notice && !b.notice

/** Runs without overlap on either side: the longer keeps its words, the shorter what is left of it where that is still a seed. */
function longestFirst(runs: Run[]): Run[] {
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const kept: Run[] = []
  for (const run of runs.sort((x, y) => y.length - x.length || x.b - y.b)) {
    let from = 0
    while (from < run.length) {
      while (from < run.length && (usedA.has(run.a + from) || usedB.has(run.b + from))) from++
      let to = from
      while (to < run.length && !usedA.has(run.a + to) && !usedB.has(run.b + to)) to++
      if (to - from >= SEED_WORDS) {
        kept.push({ a: run.a + from, b: run.b + from, length: to - from })
        for (let i = from; i < to; i++) {
          usedA.add(run.a + i)
          usedB.add(run.b + i)
        }
      }
      from = to
    }
  }
  return kept.sort((x, y) => x.b - y.b)
}

function joined(runs: readonly Run[], a: readonly Word[], b: readonly Word[]): Passage[] {
  const passages: { a: [number, number]; b: [number, number]; matches: [number, number][] }[] = []
  for (const run of runs) {
    const matches = Array.from({ length: run.length }, (_, i): [number, number] => [run.a + i, run.b + i])
    const last = passages.at(-1)
    if (last && isNear(run.a - last.a[1]) && isNear(run.b - last.b[1])) {
      last.matches.push(...between([last.a[1], run.a], [last.b[1], run.b], a, b), ...matches)
      last.a[1] = run.a + run.length
      last.b[1] = run.b + run.length
    } else passages.push({ a: [run.a, run.a + run.length], b: [run.b, run.b + run.length], matches })
  }
  return passages
}

const isNear = (gap: number): boolean => gap >= 0 && gap <= GAP_WORDS

type Range = readonly [number, number]

/** Equal words between two runs, in one order; the gaps are so short that taking the first fit is enough. */
function between([aFrom, aTo]: Range, [bFrom, bTo]: Range, a: readonly Word[], b: readonly Word[]): [number, number][] {
  const found: [number, number][] = []
  let from = aFrom
  for (let at = bFrom; at < bTo; at++) {
    for (let place = from; place < aTo; place++) {
      if (!isSame(a[place], b[at])) continue
      found.push([place, at])
      from = place + 1
      break
    }
  }
  return found
}
