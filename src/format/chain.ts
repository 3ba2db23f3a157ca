import { byId, type Chain, type ChainStep, chainOf, pathTo } from '../reading/statements/chains.ts'
import type { Reading, Statement } from '../record/index.ts'
import { textOf } from '../record/index.ts'

export { type Chain, type ChainStep, chainOf, pathTo }

/** What stands where a chain leads to nobody. */
export const TRAIL_ENDS = 'the trail ends here'
/** What stands for an outlet or a credited agency whose name is not known. */
export const UNNAMED = { outlet: 'the outlet', wire: 'an agency' } as const

/** A chain in words, outlet first: "Aunedale Courier ← Tilde Brandt ← the harbour board". */
export function chainWords(reading: Reading, chain: Chain): string {
  const steps = chain.steps.map(step => stepWords(reading, step))
  return [...steps, ...(chain.trailEnds ? [TRAIL_ENDS] : [])].filter(step => step !== null).join(' ← ')
}

/** The entity's name, else the words that name the source; null for a statement that names nobody. */
export function stepWords({ article, entities = [] }: Reading, { kind, name, entity, words }: ChainStep): string | null {
  if (kind !== 'statement') return name ?? UNNAMED[kind]
  const speaker = entities.find(({ id }) => id === entity)
  return speaker?.name ?? (words === null ? null : textOf(article.articleBody, words))
}

/** The chains of the statements that are told in another and tell of none themselves, in the order of the statements. */
export function nestedChains(reading: Reading): { readonly statement: Statement; readonly chain: Chain }[] {
  const { article, entities = [], statements = [] } = reading
  const known = byId(statements)
  const outer = new Set(statements.map(({ within }) => within))
  return statements
    .filter(({ id, within }) => within !== null && known.has(within) && !outer.has(id))
    .map(statement => ({ statement, chain: chainOf(statement, known, entities, article) }))
}
