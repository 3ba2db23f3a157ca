import { VERBS } from './lexicon.ts'
import { isPast, type Token } from './line.ts'
import { partiesMeant } from './party.ts'
import { carriesClause, type Party, partiesFrom } from './phrase.ts'
import type { VerbTrigger } from './triggers.ts'

/** The recipients where the entry says that they stand. */
export function recipientsOf(line: readonly Token[], trigger: VerbTrigger): readonly Party[] {
  const behind = trigger.last + 1
  for (const place of trigger.places) {
    const found = recipientsAt(line, trigger, { place, behind })
    if (found.length > 0) return found
  }
  return []
}

const SMALL = new Set(
  'to that on in at into with from for by about against over after before until because as off out up down and or but when while'.split(
    ' ',
  ),
)

function recipientsAt(
  line: readonly Token[],
  trigger: VerbTrigger,
  { place, behind }: { readonly place: string; readonly behind: number },
): readonly Party[] {
  const next = line[behind]
  if (place === 'own-for') {
    // "called for China to open": China is asked.
    const parties = partiesFrom(line, behind)
    const to = (parties.at(-1)?.head ?? 0) + 1
    // "called for the men to be tried": others are asked.
    const isDone = line.slice(to, to + 4).some(({ lower }) => lower === 'be')
    return line[to]?.lower === 'to' && parties.length > 0 && !isDone ? parties : []
  }
  if (place === 'object' || place === 'person' || place === 'thing' || place === 'held') {
    const rest = trigger.last > trigger.at && trigger.at + 1 < trigger.last
    const from = rest && line[trigger.at + 1] && !SMALL.has(line[trigger.at + 1]!.lower) ? trigger.at + 1 : behind
    const start = line[from]
    const isAmount =
      start && /^(?:at|up|over|about|around)$/.test(start.lower) && /^(?:least|most|to|\d.*)$/.test(line[from + 1]?.lower ?? '')
    if (isAmount) return partiesMeant(line, /^\d/.test(line[from + 1]!.lower) ? from + 1 : from + 2)
    return start && !SMALL.has(start.lower) && !/[,;:]/.test(start.before)
      ? (place === 'object' ? partiesMeant : partiesFrom)(line, from)
      : []
  }
  if (place === 'whole')
    return partiesFrom(line, trigger.at + 1 + (['down', 'off'].includes(line[trigger.at + 1]?.lower ?? '') ? 1 : 0))
  if (place === 'owner') return ownerIn(line, trigger.at + 1, trigger.last)
  if (place === 'dative') {
    const at = trigger.at + 1
    const word = line[at]
    if (!word || SMALL.has(word.lower) || /^\d/.test(word.lower)) return []
    const parties = partiesFrom(line, at)
    const end = parties.at(-1)
    if (!end || (carriesClause(line[end.head + 1]) && line[end.head + 1]!.before === '')) return []
    // "promised the farmers that", "promised them to".
    const isTold =
      trigger.last === trigger.at && (word.capital || /^(?:to|that|it|he|she|they)$/.test(line[end.head + 1]?.lower ?? ''))
    return trigger.last > end.head || isTold ? parties : []
  }
  if (place === 'to-object' || place === 'own') {
    if (!next || SMALL.has(next.lower)) return []
    return partiesFrom(line, behind)
  }
  if (place === 'clause') return next?.lower === 'that' ? partiesFrom(line, behind + 1) : []
  if (place.includes(':') || place === 'to-verb') return []
  if (place === 'purpose') return purposeOf(line, behind)
  let at = findAfter(line, behind, [place])
  // "promised to restore subsidies to farmers": the first "to" leads in a verb.
  while (at >= 0 && place === 'to' && isBareVerb(line, at + 1)) at = findAfter(line, at + 1, [place])
  return at >= 0 ? partiesMeant(line, at + 1) : []
}

const isBareVerb = (line: readonly Token[], at: number): boolean => {
  const token = line[at]
  return token !== undefined && !token.capital && (VERBS.has(token.lower) || BARE.has(token.lower))
}
const BARE = new Set(
  'be have do make take get help build restore keep bring put find show try begin start stop continue work set increase reduce ensure improve create establish develop protect prevent allow let join use drive push clear'.split(
    ' ',
  ),
)

/** "used water cannon to drive back farmers". */
function purposeOf(line: readonly Token[], from: number): readonly Party[] {
  const at = findAfter(line, from, ['to'])
  if (at < 0 || !isBareVerb(line, at + 1)) return []
  const particle = /^(?:back|away|off|out|up|down)$/.test(line[at + 2]?.lower ?? '') ? 1 : 0
  return partiesFrom(line, at + 2 + particle)
}

const isDeterminer = (word: string): boolean => /^(?:the|a|an|his|her|its|their)$/.test(word)

export function ownerIn(line: readonly Token[], from: number, last: number): Party[] {
  for (let i = last; i >= from; i--) {
    if (line[i]!.part === 'PS') return [{ span: line[i]!.span, head: i }]
    if (!line[i]!.possessive) continue
    let start = i
    while (
      start > from &&
      line[start]!.before === '' &&
      !SMALL.has(line[start - 1]!.lower) &&
      !isDeterminer(line[start]!.lower) &&
      !isPast(line[start - 1]!.lower) &&
      !(line[start]!.capital && !line[start - 1]!.capital)
    )
      start--
    return [{ span: [line[start]!.span[0], line[i]!.span[1]], head: i }]
  }
  return []
}

/** How far behind its verb a preposition may bring in the recipient, in words. */
export const REACH_WORDS = 20

export function findAfter(line: readonly Token[], from: number, words: readonly string[]): number {
  for (let i = from; i < Math.min(line.length, from + REACH_WORDS); i++) {
    if (/[;:,“”"]/.test(line[i]!.before) && i > from) return -1
    if (words.includes(line[i]!.lower)) return i
    if (i > from && (line[i]!.part === 'W' || carriesClause(line[i]))) return -1
    if (['after', 'because', 'when', 'while', 'that', 'which', 'who'].includes(line[i]!.lower)) return -1
    if (line[i]!.lower === 'and' && beginsClause(line, i + 1)) return -1
  }
  return -1
}

/** Behind "and" a verb or a subject: another clause. */
function beginsClause(line: readonly Token[], at: number): boolean {
  const token = line[at]
  if (!token) return true
  if (/^(?:he|she|it|they|we|i|has|have|had|is|are|was|were|will|would|then|later)$/.test(token.lower)) return true
  return (
    !token.capital && (isPast(token.lower) || (VERBS.has(token.lemma) && token.lemma !== token.lower) || /ed$/.test(token.lower))
  )
}
