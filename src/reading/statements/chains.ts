import type { Article, Entity, Span, Statement } from '../../record/index.ts'

/** On whose word a statement stands, from the outlet outwards. */
export interface Chain {
  /** The outlet first, the statement's own source last. */
  readonly steps: readonly ChainStep[]
  /** Whether the last step names nobody: its source is empty, or it is unclear who is meant. Shown as "the trail ends here". */
  readonly trailEnds: boolean
}

export interface ChainStep {
  readonly kind: 'outlet' | 'wire' | 'statement'
  /** The publisher or the agency as the article has it; null for a statement, and where it is not known. */
  readonly name: string | null
  /** The statement's id; null for outlet and agency. */
  readonly statement: string | null
  /** The entity that speaks; null where it is unclear. */
  readonly entity: string | null
  /** The words that name the source, where they begin; for an agency its credit line. Null where the text has none. */
  readonly words: Span | null
}

/**
 * The chain of one statement: the outlet ← the agency that is credited ← who speaks in the outermost statement ← … ← who speaks in
 * this one. Any depth; a circle in the data ends where it closes.
 *
 * An agency that is the publisher itself is no step of its own. Where several agencies are credited, it is not known which of them
 * told this: the step has no name. Every word of it is a slice of the article, or the publisher's name.
 */
export function chainOf(
  statement: Statement,
  statements: readonly Statement[] | ReadonlyMap<string, Statement>,
  entities: readonly Entity[],
  article: Pick<Article, 'publisher' | 'credits'>,
): Chain {
  const known = new Set(entities.map(entity => entity.id))
  const told = pathTo(statement, byId(statements)).map(each => stepOf(each, known))
  const last = told.at(-1)!
  return { steps: [...outerSteps(article), ...told], trailEnds: last.entity === null || last.words === null }
}

/** Statements by their ids, for those who ask for many chains of one article. */
export function byId(statements: readonly Statement[] | ReadonlyMap<string, Statement>): ReadonlyMap<string, Statement> {
  return Array.isArray(statements)
    ? new Map((statements as readonly Statement[]).map(statement => [statement.id, statement]))
    : (statements as ReadonlyMap<string, Statement>)
}

/** From the outermost statement to this one. */
function pathTo(statement: Statement, statements: ReadonlyMap<string, Statement>): Statement[] {
  const path = [statement]
  const seen = new Set([statement.id])
  for (let at = statement.within; at !== null && !seen.has(at); ) {
    const outer = statements.get(at)
    if (!outer) break
    seen.add(at)
    path.push(outer)
    at = outer.within
  }
  return path.reverse()
}

function stepOf({ id, speaker, source }: Statement, known: ReadonlySet<string>): ChainStep {
  const entity = speaker !== null && known.has(speaker) ? speaker : null
  return { kind: 'statement', name: null, statement: id, entity, words: source[0] ?? null }
}

function outerSteps({ publisher, credits }: Pick<Article, 'publisher' | 'credits'>): ChainStep[] {
  const outlet: ChainStep = { kind: 'outlet', name: publisher, statement: null, entity: null, words: null }
  const wires = credits.filter(({ kind, name }) => kind === 'wire' && bare(name) !== bare(publisher ?? ''))
  if (wires.length === 0) return [outlet]
  const [first, ...more] = wires
  const one = more.every(({ name }) => bare(name) === bare(first!.name))
  return [
    outlet,
    { kind: 'wire', name: one ? first!.name : null, statement: null, entity: null, words: one ? first!.span : null },
  ]
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, '').trim()
