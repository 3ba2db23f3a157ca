import type { Event } from '../../record/index.ts'
import type { Token } from './line.ts'
import type { Trigger } from './triggers.ts'

export type Modality = Event['modality']

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const PLANNING = set(
  'plan plans planned planning intend intends intended prepare preparing prepares prepared expect expected set due about scheduled',
)
const POSSIBLE = set('would could may might should must can')
const NEGATIVE = set('not never neither nobody cannot')
const CONDITIONAL = set('if whether unless should without had')

/** Whether a deed is told as done; null where what is told is no deed at all: wished for, told to do, ever so. */
export function modalityOf(line: readonly Token[], trigger: Trigger): Modality | null {
  const from = trigger.form === 'verb' ? trigger.group : trigger.at
  const auxiliaries = line.slice(from, trigger.at).map(token => token.lower)
  // "would not have funded", "might have been shot": in another world.
  if (auxiliaries.some(word => POSSIBLE.has(word.replace(/n't$/, ''))) && auxiliaries.includes('have')) return 'hypothetical'
  if (isConditional(line, from)) return 'hypothetical'
  if (/n't$/.test(auxiliaries.join(' ')) || auxiliaries.some(word => NEGATIVE.has(word) || /n't$/.test(word))) return 'denied'
  if (
    /^(?:without|yet)$/.test(
      line[
        trigger.form === 'verb' && trigger.shape === 'infinitive'
          ? line.findLastIndex((token, at) => at < trigger.at && token.part === 'TO') - 1
          : from - 1
      ]?.lower ?? '',
    )
  )
    return 'denied'
  if (isInverted(line, trigger)) return 'hypothetical'
  if (isNoReason(line, from)) return null
  if (isQuestion(line, from)) return 'hypothetical'
  if (
    /\b(?:it is|it s|it's) (?:high )?time\b/.test(
      line
        .slice(0, from)
        .map(token => token.lower)
        .join(' '),
    )
  )
    return null
  if (isNegated(line, trigger.at)) return 'denied'
  if (isYetToCome(line, from, auxiliaries)) return 'planned'
  if (auxiliaries[0] === 'would' && isReported(line, from)) return 'planned'
  if (auxiliaries.some(word => POSSIBLE.has(word))) return 'hypothetical'
  if (auxiliaries[0] === 'will' || auxiliaries[0] === 'shall') return 'planned'
  if (trigger.form === 'verb' && trigger.shape === 'infinitive') {
    if (auxiliaries.length > 1 && /^(?:is|are|was|were)$/.test(auxiliaries[0]!)) return 'planned'
    const before = line[from - 1]
    if (before && (PLANNING.has(before.lower) || before.lower === 'plans')) return 'planned'
    return null
  }
  return 'asserted'
}

/** "when he is sentenced". */
function isYetToCome(line: readonly Token[], at: number, auxiliaries: readonly string[]): boolean {
  if (auxiliaries.length !== 1 || !/^(?:is|are)$/.test(auxiliaries[0]!)) return false
  return line
    .slice(Math.max(0, at - CLAUSE_WORDS), at)
    .some(({ lower, part }) => part !== 'P' && /^(?:when|once|before|after)$/.test(lower))
}

/** How far before its verb "when" may stand, in words. */
const CLAUSE_WORDS = 5

/** "had he agreed": a condition by its order. */
function isInverted(line: readonly Token[], trigger: Trigger): boolean {
  if (trigger.form !== 'verb' || trigger.group !== trigger.at || line[trigger.at]!.part !== 'VBN') return false
  return line[trigger.at - 1]?.part === 'PRP' && line[trigger.at - 2]?.lower === 'had'
}

/** "not because the ministry is pressing them". */
function isNoReason(line: readonly Token[], at: number): boolean {
  for (let i = at; i > 0; i--) {
    if (line[i]!.lower === 'because') return line[i - 1]!.lower === 'not'
    if (line[i]!.before.includes(',')) return false
  }
  return false
}

/** "said it would open": the future of what was said. */
function isReported(line: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REPORT_WORDS); i--) {
    if (/^(?:said|announcement|announced|added|promised|vowed|pledged|declared|confirmed|told)$/.test(line[i]!.lower)) return true
    if (line[i]!.before.includes(',')) return false
  }
  return false
}
/** "But has he called for changes?", "Did the army shell the camp?": by its order, since the mark at the end may belong to a quotation. */
function isQuestion(line: readonly Token[], at: number): boolean {
  const start = /^(?:but|and|so|or)$/.test(line[0]?.lower ?? '') ? 1 : 0
  return (
    at >= start &&
    /^(?:has|have|had|did|does|do|is|are|was|were|will|would|can|could|why|how|who|what)$/.test(line[start]?.lower ?? '') &&
    !line.slice(start, at).some(token => token.before.includes(',')) &&
    (!/^(?:what|who|how)$/.test(line[start]!.lower) || /^(?:many|much)$/.test(line[start + 1]?.lower ?? ''))
  )
}

/** How far before "would" the verb of saying may stand, in words. */
const REPORT_WORDS = 8

/** "if", "whether", "should" at the head of the clause. */
function isConditional(line: readonly Token[], at: number): boolean {
  for (let i = at; i >= 0; i--) {
    const { lower, before } = line[i]!
    if (/^(?:if|whether|unless|until|till|lest|whenever|whoever|anyone|anybody)$/.test(lower)) return true
    if (lower === 'case' && line[i - 1]?.lower === 'in') return true
    // "whether they had fled when police opened fire": the inner clause stands.
    if (i < at && /^(?:when|while|after|before|because)$/.test(lower)) return false
    if (i === 0 && CONDITIONAL.has(lower) && i < at) return true
    if (before.includes(',') && i < at) return false
  }
  return false
}

/** "No one has been arrested", "Neither A nor B has signed", "denied that", "Talks have yet to begin". */
function isNegated(line: readonly Token[], at: number): boolean {
  const first = line.slice(0, at).map(token => token.lower)
  const isFirstClause = !line.slice(1, at + 1).some(token => token.before.includes(','))
  if (isFirstClause && (first[0] === 'neither' || (first[0] === 'no' && first.length < 5) || first[0] === 'nobody')) return true
  const denied = first.findLastIndex(word => word === 'denied' || word === 'denies' || word === 'denying')
  const isParted = line
    .slice(denied + 1, at)
    .some(token => token.before.includes(',') && /^(?:but|and|while|though|who|which|as)$/.test(token.lower))
  if (denied >= 0 && denied < at && !isParted) return true
  const dismissed = first.indexOf('dismissed')
  if (dismissed >= 0 && /^(?:reports|claims|allegations|rumours)$/.test(first[dismissed + 1] ?? '')) return true
  const after = line
    .slice(at + 1)
    .map(token => token.lower)
    .join(' ')
  return / yet to begin\b| yet to start\b/.test(` ${after}`)
}
