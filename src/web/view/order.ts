import { pathTo } from '../../format/chain.ts'
import { extentOf, type Reading, type Span, type Statement } from '../../record/index.ts'

/** A statement with what the page needs to place it: its number in reading order and the range from its first word to its last. */
export interface Placed {
  readonly statement: Statement
  /** 1 for the first statement on the page. */
  readonly number: number
  /** Null where a statement has no words at all. */
  readonly extent: Span | null
  /** How many statements it is told in. */
  readonly depth: number
}

/** The statements in the order in which they begin; of two that begin together, the one that holds the other comes first. */
export function inOrder(reading: Reading): readonly Placed[] {
  const statements = reading.statements ?? []
  const byId = new Map(statements.map(statement => [statement.id, statement]))
  return statements
    .map(statement => ({ statement, extent: extentOf([...statement.source, ...statement.cue, ...statement.content]) }))
    .sort((a, b) => startOf(a.extent) - startOf(b.extent) || endOf(b.extent) - endOf(a.extent))
    .map(({ statement, extent }, index) => ({ statement, extent, number: index + 1, depth: pathTo(statement, byId).length - 1 }))
}

function startOf(extent: Span | null): number {
  return extent?.[0] ?? Number.MAX_SAFE_INTEGER
}

function endOf(extent: Span | null): number {
  return extent?.[1] ?? Number.MAX_SAFE_INTEGER
}
