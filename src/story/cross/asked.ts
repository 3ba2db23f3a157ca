/** The words of two clauses. */
export type ClausePair = readonly [first: string, second: string]

/** What two clauses tell of one another, as probabilities; what is left is that they tell other things. */
export interface Relation {
  /** They tell the same. */
  readonly same: number
  /** One tells that what the other tells is not so. */
  readonly contrary: number
}

/** Reads two clauses together (a cross-encoder: Reimers and Gurevych 2019). */
export interface CrossEncoder {
  /** One a pair; the same whichever of the two clauses comes first. */
  relate(pairs: readonly ClausePair[]): Promise<readonly Relation[]>
}

/** Work that asks once or more what pairs of clauses tell when they are read together, and goes on without where nobody answers (null). */
export type Asking<Result> = Generator<readonly ClausePair[], Result, readonly Relation[] | null>

/** What such work comes to where nobody reads clauses together. */
export function unanswered<Result>(work: Asking<Result>): Result {
  let step = work.next()
  while (!step.done) step = work.next(null)
  return step.value
}

/** What such work comes to with a cross-encoder's answers. */
export async function answered<Result>(work: Asking<Result>, encoder: CrossEncoder): Promise<Result> {
  let step = work.next()
  while (!step.done) step = work.next(await encoder.relate(step.value))
  return step.value
}
