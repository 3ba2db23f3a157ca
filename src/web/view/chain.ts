import type { Credit, Reading } from '../../record/index.ts'
import { chainOf, type Placed } from './order.ts'
import { type SpeakerGroup, UNCLEAR } from './speakers.ts'

/** On whose word a statement stands, from the outlet inwards. */
export interface Chain {
  /** Whose work the text says that it is, where it says so before anything is told. */
  readonly credits: readonly Credit[]
  /** The statements that it is told in, the outermost first, and itself. */
  readonly links: readonly Placed[]
  /** Statements that are told in it. */
  readonly inner: readonly Placed[]
  /** `root`: somebody or something that is named; `trail`: nobody is named from here on. */
  readonly end: 'root' | 'trail'
}

/**
 * The chain of hearsay that ends in a statement. An agency at the head of the text stands between the outlet and all statements;
 * one that is thanked at its foot contributed to some of them, nobody knows which, and is no link.
 */
export function hearsayOf(
  placed: Placed,
  { reading, all, speakerOf }: { readonly reading: Reading; readonly all: readonly Placed[]; readonly speakerOf: Groups },
): Chain {
  const byId = new Map(all.map(one => [one.statement.id, one]))
  const statements = new Map(all.map(one => [one.statement.id, one.statement]))
  const outer = chainOf(placed.statement, statements).map(one => byId.get(one.id)!)
  const firstTold = all[0]?.extent?.[0] ?? 0
  const speaker = speakerOf.get(placed.statement.id)
  return {
    credits: reading.article.credits.filter(credit => credit.span[0] < firstTold),
    links: [...outer.reverse(), placed],
    inner: all.filter(one => one.statement.within === placed.statement.id),
    end: !speaker || speaker.key === UNCLEAR || speaker.entity?.kind === 'unnamed' ? 'trail' : 'root',
  }
}

type Groups = ReadonlyMap<string, SpeakerGroup>
