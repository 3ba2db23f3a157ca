import type { Lookup } from '../merging/merged.ts'
import type { Candidates } from './candidates.ts'
import { onlyAmong } from './only.ts'
import type { Setting } from './scoring.ts'
import type { Telling } from './tellings.ts'

export interface SettingsGiven {
  readonly tellings: readonly Telling[]
  readonly candidates: Candidates
  readonly entityOf: Lookup
}

/** What stands around two tellings says of them: whether either article has something nearer to the other, whether what both have is theirs alone, and whether one speaker says both. */
export function settings({ tellings, candidates, entityOf }: SettingsGiven): (a: number, b: number) => Setting {
  const nearest = tellings.map((_, item) => candidates.nearest(item))
  const onlyOf = onlyAmong(tellings)
  const speakers = tellings.map(({ article, statement }) => (statement ? entityOf(article, statement.speaker) : null))
  return (a, b) => {
    const near = nearnessOf(a, b)
    const [one, other] = [near - nextTo(a, b), near - nextTo(b, a)]
    return {
      ...onlyOf(a, b),
      marginLeast: Math.min(one, other),
      marginMost: Math.max(one, other),
      sameSpeaker: speakers[a] !== null && speakers[a] === speakers[b] ? 1 : 0,
      relation: null,
    }
  }

  function nearnessOf(a: number, b: number): number {
    const found = nearest[a]!.find(({ other }) => other === b) ?? nearest[b]!.find(({ other }) => other === a)
    return found?.near ?? UNLIKE
  }

  /** How near to `item` what else is told where `other` stands comes. */
  function nextTo(item: number, other: number): number {
    const { article, span } = tellings[other]!
    const found = nearest[item]!.find(each => {
      const telling = tellings[each.other]!
      return telling.article === article && telling.span[0] !== span[0]
    })
    return found?.near ?? UNLIKE
  }
}

/** Taken for the nearness of what is not among the nearest. */
const UNLIKE = 0.3
