import type { Span } from '../../record/index.ts'
import { textOf } from '../../record/index.ts'
import { isSameUnit } from './amounts.ts'
import type { FoundDisagreement } from './found.ts'
import type { Pairing } from './grouping.ts'
import type { Telling } from './tellings.ts'

export interface DisagreementsGiven {
  readonly tellings: readonly Telling[]
  readonly groups: readonly (readonly number[])[]
  readonly pairings: readonly Pairing[]
  readonly bodies: ReadonlyMap<string, string>
  /** The claim that lists a telling. */
  readonly claimOf: (item: number) => string | null
}

/** So alike must two tellings be, what differs aside, to disagree about one thing. */
export const DISAGREE_MIN = 0.75

/**
 * Where tellings of one thing have another figure, date or actor: each value as it stands, with its article, in order of publication.
 * A figure that a later article raises is listed too. None is preferred.
 */
export function disagreementsIn({ tellings, groups, pairings, bodies, claimOf }: DisagreementsGiven): FoundDisagreement[] {
  const groupOf = new Map(groups.flatMap((group, index) => group.map(item => [item, index] as const)))
  const sets = new Map<string, Map<number, Value>>()
  for (const { a, b, likeness } of pairings) {
    const { apart, alike, opposed } = likeness
    if (!apart || apart === 'modality' || alike < DISAGREE_MIN || opposed) continue
    const [one, other] = [tellings[a]!, tellings[b]!]
    const differing = DIFFERING[apart](one, other)
    if (!differing) continue
    const keys = [a, b].map(item => `${apart} ${groupOf.get(item)}`)
    const known = keys.map(key => sets.get(key)).find(set => set !== undefined) ?? new Map<number, Value>()
    for (const set of keys.map(key => sets.get(key))) for (const [item, value] of set ?? []) known.set(item, value)
    known.set(a, { item: a, span: differing[0] })
    known.set(b, { item: b, span: differing[1] })
    for (const key of keys) sets.set(key, known)
  }
  return [...new Set(sets.values())].map(values => told([...values.values()], tellings, bodies, claimOf))
}

interface Value {
  readonly item: number
  readonly span: Span
}

function told(
  values: readonly Value[],
  tellings: readonly Telling[],
  bodies: ReadonlyMap<string, string>,
  claimOf: (item: number) => string | null,
): FoundDisagreement {
  const ordered = [...values].sort((x, y) => tellings[x.item]!.order - tellings[y.item]!.order || x.span[0] - y.span[0])
  const first = tellings[ordered[0]!.item]!
  return {
    about: textOf(bodies.get(first.article)!, first.span),
    values: ordered.map(({ item, span }) => {
      const { article } = tellings[item]!
      return { value: textOf(bodies.get(article)!, span), article, span, claim: claimOf(item) }
    }),
  }
}

const DIFFERING: Readonly<Record<'amount' | 'date' | 'actor', (a: Telling, b: Telling) => readonly [Span, Span] | null>> = {
  amount(a, b) {
    for (const one of a.content.amounts) {
      if (b.content.amounts.some(other => other.value === one.value)) continue
      const other = b.content.amounts.find(
        each => isSameUnit(one, each) && !a.content.amounts.some(({ value }) => value === each.value),
      )
      if (other) return [one.span, other.span]
    }
    return null
  },
  date: (a, b) => (a.content.dates[0] && b.content.dates[0] ? [a.content.dates[0].span, b.content.dates[0].span] : null),
  actor(a, b) {
    const [one, other] = [a, b].map(({ content }) =>
      content.terms.find(({ at, kind }) => at < content.verbAt && kind === 'entity'),
    )
    return one && other && one.key !== other.key ? [one.span, other.span] : null
  },
}
