import type { Appearance, Statement } from '../../record/index.ts'
import type { Content } from './content.ts'

export type Stance = Appearance['stance']

export interface StanceGiven {
  readonly statement: Statement | null
  readonly content: Content
  /** Whether the claim itself says that something is not so. */
  readonly claimNegated: boolean
  /** Whether it is said in answer to the claim. */
  readonly isReply: boolean
}

/** What a telling does to the claim that it belongs to. */
export function stanceOf({ statement, content, claimNegated, isReply }: StanceGiven): Stance {
  if (statement?.polarity === 'declined') return 'withholds'
  // "Denied the accusation" has no words of its own.
  if (isReply) return isDenied(statement) && content.verbAt === -1 ? 'denies' : 'answers'
  if (content.withdrawn || isWithdrawal(statement)) return 'withdraws'
  return isNegated(statement, content) === claimNegated ? 'asserts' : 'denies'
}

/** Whether the words say that it is not so: a negation among them, or a cue that denies them. */
export const isNegated = (statement: Statement | null, { negated }: Content): boolean => negated !== isDenied(statement)

/** Whether a cue denies what a statement holds. */
export const isDenied = (statement: Statement | null): boolean => statement?.polarity === 'denied'

/** Whether a statement is told with a verb that takes words back. */
export const isWithdrawal = (statement: Statement | null): boolean =>
  statement?.cueLemma !== undefined && statement?.cueLemma !== null && WITHDRAWING.test(statement.cueLemma)

/** Verbs that take words back; a form that the lemmas do not know stands for itself. */
const WITHDRAWING = /^(?:withdr[ae]wn?|retract(?:ed)?|recant(?:ed)?|rescind(?:ed)?|disavow(?:ed)?)$/
