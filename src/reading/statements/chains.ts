import type { Article, Entity, Span, Statement } from '../../record/index.ts'

/** On whose word a statement stands, from the outlet outwards. */
export interface Chain {
  /** The outlet first, the statement's own source last. */
  readonly steps: readonly ChainStep[]
  /** Whether the last step names nobody: its source is empty or not named, or it is unclear who is meant. Shown as "the trail ends here". */
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
 * An agency is a step where it is credited before anything is told; one that is thanked at the foot contributed nobody knows what. One
 * that is the publisher itself is no step of its own. Where several are credited, it is not known which of them told this: the step has
 * no name. Every word of it is a slice of the article, or the publisher's name.
 */
export function chainOf(
  statement: Statement,
  statements: readonly Statement[] | ReadonlyMap<string, Statement>,
  entities: readonly Entity[],
  article: Pick<Article, 'publisher' | 'credits'>,
): Chain {
  const known = byId(statements)
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]))
  const told = pathTo(statement, known).map(each => stepOf(each, kinds))
  const last = told.at(-1)!
  const nobody = last.entity === null || last.words === null || kinds.get(last.entity) === 'unnamed'
  return { steps: [...outerSteps(article, known), ...told], trailEnds: nobody }
}

/** Statements by their ids, for those who ask for many chains of one article. */
export function byId(statements: readonly Statement[] | ReadonlyMap<string, Statement>): ReadonlyMap<string, Statement> {
  return Array.isArray(statements)
    ? new Map((statements as readonly Statement[]).map(statement => [statement.id, statement]))
    : (statements as ReadonlyMap<string, Statement>)
}

/** From the outermost statement to this one. A ring, which no text can hold, ends where it closes. */
export function pathTo(statement: Statement, statements: ReadonlyMap<string, Statement>): Statement[] {
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

function stepOf({ id, speaker, source }: Statement, known: ReadonlyMap<string, unknown>): ChainStep {
  const entity = speaker !== null && known.has(speaker) ? speaker : null
  return { kind: 'statement', name: null, statement: id, entity, words: source[0] ?? null }
}

function outerSteps(
  { publisher, credits }: Pick<Article, 'publisher' | 'credits'>,
  statements: ReadonlyMap<string, Statement>,
): ChainStep[] {
  const outlet: ChainStep = { kind: 'outlet', name: publisher, statement: null, entity: null, words: null }
  const named = credits.filter(({ kind, name }) => kind === 'wire' && bare(name) !== bare(publisher ?? ''))
  const begin = named.length === 0 ? 0 : firstTold(statements)
  const wires = named.filter(({ span }) => span[0] < begin)
  if (wires.length === 0) return [outlet]
  const [first, ...more] = wires
  const one = more.every(({ name }) => bare(name) === bare(first!.name))
  return [
    outlet,
    { kind: 'wire', name: one ? first!.name : null, statement: null, entity: null, words: one ? first!.span : null },
  ]
}

/** Where the first statement begins, whichever of its parts stands first. */
function firstTold(statements: ReadonlyMap<string, Statement>): number {
  let first = Number.POSITIVE_INFINITY
  for (const { source, cue, content } of statements.values()) {
    for (const [start] of [...source, ...cue, ...content]) first = Math.min(first, start)
  }
  return first
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, '').trim()
