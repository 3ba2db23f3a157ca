import type { Joined } from '../../record/index.ts'
import { textOf } from '../../record/index.ts'
import { isSameUnit } from './amounts.ts'
import type { Telling } from './tellings.ts'

export interface WhyGiven {
  readonly first: Telling
  readonly other: Pick<Telling, 'article' | 'content'>
  readonly bodies: ReadonlyMap<string, string>
}

/** Why a telling was joined to the first of its claim: the words that both have, as they stand in it, and the figures that agree. */
export function whyJoined({ first, other, bodies }: WhyGiven): Joined[] {
  const body = bodies.get(other.article)!
  const keys = new Set(first.content.terms.map(({ key }) => key))
  const shared = other.content.terms.filter(({ key }) => keys.has(key)).map(({ span }) => textOf(body, span))
  const own = other.content.terms.filter(({ key }) => !keys.has(key)).map(({ span }) => textOf(body, span))
  const amounts = other.content.amounts.flatMap(one => {
    const same = first.content.amounts.find(each => each.value === one.value && isSameUnit(each, one))
    return same ? [{ kind: 'value' as const, what: [textOf(bodies.get(first.article)!, same.span), textOf(body, one.span)] }] : []
  })
  const words: Joined[] = shared.length > 0 ? [{ kind: 'text', what: shared.slice(0, WORDS_MAX) }] : []
  const meaning: Joined[] = own.length > 0 ? [{ kind: 'meaning', what: own.slice(0, WORDS_MAX) }] : []
  return [...words, ...meaning, ...amounts]
}

/** A reason is read, not searched. */
const WORDS_MAX = 12
