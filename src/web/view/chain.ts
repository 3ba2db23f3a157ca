import { type ChainStep, chainOf } from '../../format/chain.ts'
import type { Reading } from '../../record/index.ts'
import type { Placed } from './order.ts'

/** On whose word a statement stands, from the outlet inwards, with where each link stands on the page. */
export interface Hearsay {
  readonly links: readonly { readonly step: ChainStep; readonly placed: Placed | null }[]
  /** Statements that are told in it. */
  readonly inner: readonly Placed[]
  /** Nobody is named from here on. */
  readonly trailEnds: boolean
}

/** The chain of hearsay that ends in a statement. */
export function hearsayOf(
  { statement }: Placed,
  { reading, all }: { readonly reading: Reading; readonly all: readonly Placed[] },
): Hearsay {
  const byId = new Map(all.map(one => [one.statement.id, one]))
  const { article, entities = [], statements = [] } = reading
  const { steps, trailEnds } = chainOf(statement, statements, entities, article)
  return {
    links: steps.map(step => ({ step, placed: (step.statement !== null && byId.get(step.statement)) || null })),
    inner: all.filter(one => one.statement.within === statement.id),
    trailEnds,
  }
}
