import { readFileSync } from 'node:fs'
import type { Entity, Span, Statement } from '../../src/record/index.ts'

/** A statement that was read by hand for who is spoken to. */
export interface GoldAddressee {
  readonly article: string
  readonly annotator: string
  /** The first span of its cue. */
  readonly cue: Span
  /** Where its content begins: one cue may have two. */
  readonly content: number
  /** Where the text names who is spoken to; null where it names nobody, or the writer alone. */
  readonly addressee: Span | null
}

export interface AddresseeAnswer {
  readonly gold: GoldAddressee
  readonly outcome: 'right' | 'wrong' | 'missed' | 'none'
}

export function readAddressees(): GoldAddressee[] {
  const lines = readFileSync(new URL('addressees.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map(line => JSON.parse(line) as GoldAddressee)
}

/** `none`: nobody is named and nobody was found; `wrong`: another than the one named, or somebody where nobody is. */
export function answerAddressee(
  gold: GoldAddressee,
  { statements, entities }: { readonly statements: readonly Statement[]; readonly entities: readonly Entity[] },
): AddresseeAnswer {
  const statement = statements.find(
    ({ cue, content }) => cue[0] && content[0] && cue[0][0] === gold.cue[0] && content[0][0] === gold.content,
  )
  const entity = entities.find(({ id }) => id === statement?.addressee)
  if (!entity) return { gold, outcome: gold.addressee ? 'missed' : 'none' }
  const named = gold.addressee
  const isThere = named !== null && entity.mentions.some(({ span }) => span[0] < named[1] && named[0] < span[1])
  return { gold, outcome: isThere ? 'right' : 'wrong' }
}
