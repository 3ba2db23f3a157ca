import type { Reading, Statement } from '../../record/index.ts'
import { type Reply, repliesIn } from './replies.ts'
import type { Telling } from './tellings.ts'

export interface Answered {
  readonly groups: number[][]
  /** Which tellings answer the claim that they stand with. */
  readonly replies: ReadonlyMap<number, Reply>
}

export interface AnswersGiven {
  readonly tellings: readonly Telling[]
  readonly readings: readonly Reading[]
  /** Whether people said of two tellings that they are not one claim. */
  readonly ruled: (a: number, b: number) => boolean
}

/**
 * Groups with answers to accusations beside what they answer. Moved is what nobody tells but in answer, and only where one claim alone
 * is what is answered.
 */
export function withAnswers(groups: readonly (readonly number[])[], { tellings, readings, ruled }: AnswersGiven): Answered {
  const replyOf = new Map<Statement, Reply>(readings.flatMap(repliesIn).map(reply => [reply.answer, reply]))
  const statementAt = (item: number) => tellings[item]!.statement
  const claimsOf = new Map<Statement, Set<number>>()
  groups.forEach((group, index) => {
    for (const statement of group.map(statementAt)) {
      if (statement) claimsOf.set(statement, (claimsOf.get(statement) ?? new Set()).add(index))
    }
  })
  const into = groups.map((group, index): number | null => {
    const repliesHere = group.map(item => replyOf.get(statementAt(item)!))
    if (repliesHere.some(reply => reply === undefined)) return null
    const claims = new Set(repliesHere.flatMap(reply => [...(claimsOf.get(reply!.accusation) ?? [])]))
    const [claim] = claims
    if (claims.size !== 1 || claim === index) return null
    return groups[claim!]!.some(one => group.some(other => ruled(one, other))) ? null : claim!
  })
  const result = groups.map(group => [...group])
  const replies = new Map<number, Reply>()
  into.forEach((claim, index) => {
    // What is itself said in answer goes elsewhere.
    if (claim === null || into[claim] !== null) return
    for (const item of result[index]!.splice(0)) {
      result[claim]!.push(item)
      replies.set(item, replyOf.get(statementAt(item)!)!)
    }
  })
  const moved = result.filter(group => group.length > 0).map(group => group.sort((a, b) => a - b))
  return { groups: moved, replies }
}
