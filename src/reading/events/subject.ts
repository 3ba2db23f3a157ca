import { isSomebody, kindOf } from './kinds.ts'
import type { Token } from './line.ts'
import { carriesClause, isNoun, type Party, partyOf, phraseEnd } from './phrase.ts'
import { COUNTS, set, TIMES } from './small-words.ts'

/**
 * The subject of the verb group that begins at `verb`: the noun phrases to its left, over what belongs to them ("of Peru", "who fled",
 * "arrested in Olmo", what stands between commas). Empty where the clause has none, or where it is unclear.
 */
export function subjectOf(line: readonly Token[], verb: number): Party[] {
  const right = beforeInsertions(line, skipBack(line, verb - 1))
  if (right === ANOTHER_VERB) return conjoined(line, verb)
  const last = line[right]
  if (!last) return []
  if (isRelative(last)) return antecedent(line, right)
  if (last.part === 'CC' || last.lower === 'then') return conjoined(line, right)
  return phrasesEndingAt(line, right)
}

/** "X, who chairs the committee, called", "X, 52, of Olmo, was": the index before what is put in between commas before the verb. */
function beforeInsertions(line: readonly Token[], from: number): number {
  let right = from
  if (line[right + 1]?.before.includes(')')) {
    // "Sen. Ana Ruiz (I-Vt.) apologised".
    while (right > 0 && !line[right]!.before.includes('(')) right--
    right--
  }
  if (!line[right + 1]?.before.includes(',')) return right
  for (let step = 0; step < INSERTIONS_MAX; step++) {
    let open = right
    while (open > 0 && !/[,—–(]/.test(line[open]!.before)) open--
    // "have killed nine, left many homeless and": a series of verbs.
    if (
      !/^(?:W|IN|VBN|VBG)$/.test(line[open]!.part) &&
      !/^(?:said|named|known|called)$/.test(line[open]!.lower) &&
      line[open]!.lower !== 'whose' &&
      line.slice(open, right + 1).some(carriesClause)
    )
      return ANOTHER_VERB
    // "Police stormed the house, and arrested": no insertion.
    if (open === 0 || line[open]!.part === 'CC')
      return step === 0 && line[right + 1]?.part === 'CC' ? right : open === 0 ? right : open - 1
    right = open - 1
    const before = segmentStart(line, right)
    if (!(before > 0 && isInserted(line, before))) return right
  }
  return right
}

const INSERTIONS_MAX = 3
const ANOTHER_VERB = -2

function segmentStart(line: readonly Token[], from: number): number {
  let at = from
  while (at > 0 && !/[,—–(]/.test(line[at]!.before)) at--
  return at
}

/** An age, an apposition, a relative clause: what stands between commas and is no subject of its own. */
function isInserted(line: readonly Token[], at: number): boolean {
  const { lower, part } = line[at]!
  return part === 'CD' || part === 'W' || /^(?:a|an|of|from|who|which|including)$/.test(lower)
}

/** Over adverbs, "not", and times: "police on Monday", "last week". */
function skipBack(line: readonly Token[], from: number): number {
  let at = from
  while (at >= 0 && (line[at]!.part === 'R' || /^(?:not|both|all|each)$/.test(line[at]!.lower))) at--
  const token = line[at]
  if (token && isTimeWord(token)) {
    const before = line[at - 1]?.lower ?? ''
    if (/^(?:on|in|last|this|late|early|next|earlier|at|that)$/.test(before)) return skipBack(line, at - 2)
    if (token.capital) return skipBack(line, at - 1)
  }
  return at
}

const isTimeWord = ({ lower }: Token): boolean => TIMES.has(lower) || /^(?:today|yesterday|tonight|tomorrow)$/.test(lower)

const isRelative = ({ lower, part }: Token): boolean => /^(?:who|which|that)$/.test(lower) && part !== 'D'

/** The noun phrases joined by "and" and commas whose last word is `right`, or those on which they depend. */
function phrasesEndingAt(line: readonly Token[], from: number): Party[] {
  let right = from
  for (let step = 0; step < STEPS_MAX && right >= 0; step++) {
    // "the firm where he had worked was": the clause that ends here has no object.
    if (/^VB/.test(line[right]!.part)) right = beforeClause(line, right)
    if (right < 0) return []
    const found = joinedAt(line, right)
    const first = found[0]
    if (!first) return []
    const before = line[first.from - 1]
    if (before && isStateBehindTown(line, first)) {
      right = first.from - 1
      continue
    }
    if (!before || line[first.from]!.before !== '') return found.map(({ party }) => party)
    if (PREPOSITIONS.has(before.lower) || before.part === 'TO') {
      const owner = ownerOfPhrase(line, first.from - 1)
      if (owner < 0) return []
      // "more than 3,000 of them": the number alone is no party.
      if (before.lower === 'of' && (line[owner]!.part === 'CD' || COUNTS.has(line[owner]!.lower))) {
        const from = phraseStart(line, owner)
        return from < 0 ? [] : [partyOf(line, from, first.party.head + 1)]
      }
      right = owner
      continue
    }
    if (/^VB[DZP]$/.test(before.part) && !SAYING.has(before.lower)) {
      const relative = relativeBefore(line, first.from - 1)
      if (relative < 0) return []
      right = skipBack(line, relative - 1)
      continue
    }
    if (before.part === 'VBG' || before.part === 'VBN' || (before.part === 'N' && before.lower.endsWith('ing'))) {
      // "people carrying guns", "a man named Oda", "a man suspected of shooting three people".
      const owner = first.from - 2
      if (PREPOSITIONS.has(line[owner]?.lower ?? '')) {
        right = ownerOfPhrase(line, owner)
        if (right < 0) return []
        continue
      }
      if (!isNoun(line[owner]) || line[first.from - 1]!.before !== '') return []
      right = owner
      continue
    }
    if (before.part === 'VB') {
      // "the decision to evict forty families".
      const owner = first.from - 3
      if (line[owner + 1]?.part !== 'TO' || !isNoun(line[owner])) return []
      right = owner
      continue
    }
    return found.map(({ party }) => party)
  }
  return []
}

/** The index before the "who", "where" or "which" that opens the clause in which `at` stands; -1 where none does. */
function beforeClause(line: readonly Token[], at: number): number {
  for (let i = at; i > Math.max(0, at - CLAUSE_WORDS); i--) {
    if (line[i]!.part === 'W' || isRelative(line[i]!)) return line[i]!.before === '' ? i - 1 : -1
    if (line[i]!.before !== '') return -1
  }
  return -1
}

/** A longer relative clause than this is none that a subject is looked for behind, in words. */
const CLAUSE_WORDS = 8

/** "a church in Wasilla, Alaska": what stands behind the comma belongs to the town. */
function isStateBehindTown(line: readonly Token[], { from, party }: Placed): boolean {
  const { head } = party
  if (line[from]!.before !== ',' || head - from > 1 || [from - 1, from, head].some(at => line[at]!.part !== 'P')) return false
  const town = phraseStart(line, from - 1)
  return town > 0 && PREPOSITIONS.has(line[town - 1]!.lower)
}

/** How many phrases may hang on one another: "leaders of parties in states of the south". */
const STEPS_MAX = 6

/** The last word of what a preposition at `at` belongs to; -1 where that is a verb, or nothing. */
function ownerOfPhrase(line: readonly Token[], at: number): number {
  let right = at - 1
  if (right < 0 || line[at]!.before !== '') return -1
  // "fighters loyal to", "the man accused of", "officers working in".
  if (/^(?:J|VBN|VBG|RP|R)$/.test(line[right]!.part) && line[right]!.before === '') {
    while (right > 0 && /^(?:J|VBN|VBG|RP|R)$/.test(line[right]!.part)) right--
    if (!isNoun(line[right])) return -1
  }
  if (isNoun(line[right]) || /^(?:CD|D|PRP)$/.test(line[right]!.part)) return right
  if (carriesClause(line[right])) {
    const relative = relativeBefore(line, right)
    return relative > 0 ? relative - 1 : -1
  }
  return -1
}

/** "the man who shot her", "that it bought": the index of the relative pronoun of the clause of which `at` is the verb; -1 where there is none. */
function relativeBefore(line: readonly Token[], at: number): number {
  let verb = at
  while (verb > 0 && /^(?:VB[DZPNG]?|MD|R|TO)$/.test(line[verb - 1]!.part) && line[verb]!.before === '') verb--
  return verb > 0 && isRelative(line[verb - 1]!) ? verb - 1 : -1
}

interface Placed {
  readonly party: Party
  readonly from: number
}

/** "Peru, Chile and Cuba" where `right` is Cuba. */
function joinedAt(line: readonly Token[], right: number): Placed[] {
  const found: Placed[] = []
  let at = right
  for (let count = 0; count < JOINED_MAX; count++) {
    const from = phraseStart(line, at)
    if (from < 0) break
    found.unshift({ party: partyOf(line, from, at + 1), from })
    const before = line[from - 1]
    if (!before) break
    if (line[right]!.part === 'PRP') break
    if (before.lower === 'and' && /^,?$/.test(line[from]!.before) && isNounEnd(line, from - 2)) at = from - 2
    else if (found.length > 1 && line[from]!.before === ',' && isNounEnd(line, from - 1)) at = from - 1
    else break
  }
  // "Oda, a clerk of the board, and Ruiz were": two or three; "The clerk met Oda, and police arrested" has another clause.
  if (found.length === 2 && line[found[1]!.from - 1]!.before.includes(','))
    return line.slice(0, found[0]!.from).some((token, i) => carriesClause(token) && line[i - 1]?.part !== 'W')
      ? found.slice(-1)
      : []
  // "told Oda and police arrested": what stands before "and" is an object of its own.
  const [first] = found
  if (found.length > 1 && first && isObject(line, first.from)) return found.slice(-1)
  return found
}

const JOINED_MAX = 12

const isNounEnd = (line: readonly Token[], at: number): boolean => {
  const token = line[at]
  return token !== undefined && (isNoun(token) || /^(?:PRP|CD)$/.test(token.part)) && !isTimeWord(token)
}

function isObject(line: readonly Token[], from: number): boolean {
  const before = line[from - 1]
  return before !== undefined && line[from]!.before === '' && /^VB[DZP]?$/.test(before.part) && !SAYING.has(before.lower)
}

/** Where the noun phrase begins whose head is at `right`; -1 where no noun phrase ends there. */
export function phraseStart(line: readonly Token[], right: number): number {
  const last = line[right]
  if (!last) return -1
  if (last.part === 'PRP') return right
  if (!isNoun(last) && !/^(?:CD|D|J|VBG|VBN)$/.test(last.part)) return -1
  let from = -1
  for (let at = right; at >= 0; at--) {
    const token = line[at]!
    if (at < right && !/^['’]?$/.test(line[at + 1]!.before)) break
    if (/^(?:VB|VBD|VBZ|VBP|MD|PRP|C|W|TO|EX)$/.test(token.part)) break
    if (at < right && isTimeWord(token) && !token.possessive) break
    if (phraseEnd(line, at) === right + 1) from = at
    if (right - at > PHRASE_WORDS) break
  }
  return from
}

/** A longer noun phrase than this has taken in more than its own. */
const PHRASE_WORDS = 12

/** The noun phrase before "who", "which": its head stands right before it, before a comma or before an age. */
export function antecedent(line: readonly Token[], behind: number): Party[] {
  const isAge = /^\d\d?$/.test(line[behind - 1]?.lower ?? '') && line[behind - 1]!.before === ','
  const right = isAge ? behind - 2 : behind - 1
  const from = phraseStart(line, right)
  if (from < 0) return []
  const party = partyOf(line, from, right + 1)
  // "the senator from Minnesota who": somebody, and no place.
  const isPlace =
    line[behind]?.lower === 'who' && line[right]!.part === 'P' && /^(?:of|from|in)$/.test(line[from - 1]?.lower ?? '')
  const owner = isPlace && line[from]!.before === '' ? phraseStart(line, from - 2) : -1
  const whole = owner < 0 ? null : partyOf(line, owner, from - 1)
  if (whole && isSomebody(kindOf(line, whole))) return [whole]
  // "a shooting on the Strip that left": what is meant is unclear.
  const isSetting =
    /^(?:that|which)$/.test(line[behind]?.lower ?? '') && /^(?:on|in|at|near|outside)$/.test(line[from - 1]?.lower ?? '')
  return isSetting && line[from]!.before === '' ? [] : [party]
}

/** "X did A and did B", "X did A, then B": the subject of the last finite verb before. */
function conjoined(line: readonly Token[], at: number): Party[] {
  for (let i = at - 1; i > 0; i--) {
    if (/[;:]/.test(line[i + 1]!.before)) return []
    if (!carriesClause(line[i])) continue
    // "the judge who was presiding, and took": the relative clause is closed.
    if (line[at]?.before.includes(',') && relativeBefore(line, i) >= 0) continue
    let verb = i
    while (verb > 0 && /^(?:VB[DZPN]|MD|R)$/.test(line[verb - 1]!.part) && line[verb]!.before === '') verb--
    const subject = subjectOf(line.slice(0, at), verb)
    if (subject.length === 0 || isAside(line, subject[0]!)) continue
    return isTold(line, subject[0]!) ? [] : subject
  }
  return []
}

/** "the lounge where the clerks were": a clause that is closed when the next verb comes. */
function isAside(line: readonly Token[], { span }: Party): boolean {
  const first = line.findIndex(token => token.span[0] === span[0])
  return first > 0 && line[first - 1]!.part === 'W' && line[first]!.part !== 'W'
}

/** "said that the board had met and called": either may have called. */
function isTold(line: readonly Token[], { span }: Party): boolean {
  const first = line.findIndex(token => token.span[0] === span[0])
  return line[first - 1]?.lower === 'that' && line[first - 1]!.part === 'IN' && /^VB/.test(line[first - 2]?.part ?? '')
}

/** Behind these a clause may begin without "that". */
const SAYING = set(
  'said says say believe believes believed think thinks thought claim claims claimed alleges alleged know knows knew reported reports announced confirmed added insisted argued acknowledged admitted suggested',
)

/** Those that make a phrase depend on another; "after police arrested" opens a clause. */
const PREPOSITIONS = set(
  `of in at by for from with without about against to into onto over under near across along around during amid among between behind beyond despite
   within outside inside through throughout toward towards upon via per on`,
)
