import { Groups } from '../groups.ts'
import { CHANCE_MAX } from './amounts.ts'
import type { Pairing } from './grouping.ts'
import type { Telling } from './tellings.ts'

interface SureGiven {
  readonly tellings: readonly Telling[]
  /** The pairs that were compared. */
  readonly pairings: readonly Pairing[]
}

/**
 * Which tellings of a claim surely tell one thing: a function from a telling to its part of the claim. What is likelier one claim than two is
 * shown as one, and every third such pair is two; that newsrooms agree is said only where it is surely one. Who only says by it which thing is meant does not vouch for it.
 */
export function sureParts(claims: readonly (readonly number[])[], { tellings, pairings }: SureGiven): (item: number) => string {
  const claimOf = new Map(claims.flatMap((items, claim) => items.map(item => [item, claim] as const)))
  const parts = new Groups()
  for (const { a, b, likeness } of pairings) {
    if (tellings[a]!.identifies || tellings[b]!.identifies) continue
    const isSure =
      likeness.score >= (haveOtherNumbers(tellings[a]!, tellings[b]!) ? SURE_MIN_UNCOUNTED : SURE_MIN) ||
      (likeness.score > 0 && haveOneNumber(tellings[a]!, tellings[b]!))
    if (isSure && claimOf.get(a) === claimOf.get(b)) parts.join(`${a}`, `${b}`)
  }
  // What one sentence or statement tells of a claim is told at once.
  const told = new Map<string, number>()
  for (const [item, claim] of claimOf) {
    const { article, sentence, statement } = tellings[item]!
    for (const place of [sentence, statement?.id ?? sentence]) {
      const key = `${claim} ${place} ${article}`
      const other = told.get(key)
      if (other === undefined) told.set(key, item)
      else parts.join(`${item}`, `${other}`)
    }
  }
  return item => parts.of(`${item}`)
}

/**
 * From this score on two tellings of a claim are surely one. Where clauses were judged each by itself about every third join below .75 was wrong; read together they are told apart better, and to ask for more
 * costs no range of the sets of `bench/origins`.
 */
const SURE_MIN = 0.85

/** Where one has a number and the other none, mostly another thing is counted that both tell beside it; by judgement, with the twelfth set of `bench/origins` in view; no range of the others depends on it. */
const SURE_MIN_UNCOUNTED = 0.95

/** Whether both have a number that hardly two things share by chance. */
const haveOneNumber = ({ content: a }: Telling, { content: b }: Telling): boolean =>
  a.amounts.some(one => one.value > CHANCE_MAX && b.amounts.some(other => other.value === one.value))

/** Whether one has a number and the other none. */
const haveOtherNumbers = ({ content: a }: Telling, { content: b }: Telling): boolean =>
  (a.amounts.length === 0) !== (b.amounts.length === 0)
