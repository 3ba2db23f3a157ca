import type { Span } from '../../record/index.ts'
import { type Item, type Part, partsOf } from '../words/parts.ts'
import { type Word, wordsIn } from '../words/words.ts'
import { NOUNS, VERBS } from './lexicon.ts'

/** A word of a sentence as the event reader sees it. */
export interface Token {
  readonly span: Span
  readonly lower: string
  readonly lemma: string
  readonly capital: boolean
  readonly possessive: boolean
  /** The punctuation between it and the word before, without white space. */
  readonly before: string
  readonly part: Part
}

/** The words of a sentence with their parts of speech and their dictionary forms, as far as the deeds' lexicon needs them. */
export function lineOf(body: string, sentence: Span): Token[] {
  return tagged(wordsOf(body, sentence))
}

/** The same, empty where no word of the lexicon stands in the sentence with those that have to follow it. */
export function lineOfDeeds(body: string, sentence: Span, words?: readonly Word[]): Token[] {
  const line = wordsOf(body, sentence, words)
  const stands = new Set(line.flatMap(({ lemma, lower }) => [lemma, lower]))
  const isNamed = ({ lemma }: Bare) =>
    NOUNS.has(lemma) || (VERBS.get(lemma)?.some(({ rest }) => rest.every(word => stands.has(word.lemma))) ?? false)
  return line.some(isNamed) ? tagged(line) : []
}

function tagged(line: readonly Bare[]): Token[] {
  const items = line.flatMap(itemsOf)
  const parts = partsOf(items).filter((_, index) => items[index]!.isWord)
  const told = line.map((token, index) => toldAs(token, parts[index]!))
  return told.map((token, index) => toldAs(token, mended(told, index)))
}

/** Field by field, as everything of which there are many: V8 11 gives each object that spreads another and adds to it a class of its own. */
const toldAs = ({ span, lower, lemma, capital, possessive, before }: Omit<Token, 'part'>, part: Part): Token => ({
  span,
  lower,
  lemma,
  capital,
  possessive,
  before,
  part,
})

const ENDS_PHRASE: ReadonlySet<Part> = new Set(['N', 'NS', 'P', 'PRP'])
const OPENS_PHRASE: ReadonlySet<Part> = new Set(['D', 'PS', 'PRP', 'CD'])
const VERBAL: ReadonlySet<Part> = new Set(['VBD', 'VBZ', 'VBP', 'VBN', 'MD'])

/** Where the counts of words that are seldom seen lead astray, and the neighbours leave no doubt. */
function mended(line: readonly Token[], at: number): Part {
  const { lower, part, before } = line[at]!
  const previous = line[at - 1]
  const next = line[at + 1]
  if (lower[1] === "'" && (lower[0] === 'd' || lower[0] === 'l')) return 'N'
  const isBehindNoun = before === '' && ENDS_PHRASE.has(previous?.part ?? '') && !previous!.possessive
  // "gendarmes tortured detainees", "supporters set fire to".
  if (isBehindNoun && part === 'J' && lower.endsWith('ed')) return 'VBD'
  const hasObject = OPENS_PHRASE.has(next?.part ?? '')
  const opens = hasObject || next?.lower === 'fire' || next?.lower === 'off'
  if ((isBehindNoun || previous?.part === 'J') && part === 'N' && opens && /^(?:set|cut|hit|put|shut|beat)$/.test(lower))
    return 'VBD'
  // "the camp killed nine": a participle has no object, save of what is given and named.
  const takes = hasObject || (next?.lower === 'at' && /^(?:least|most)$/.test(line[at + 2]?.lower ?? ''))
  if (part === 'VBN' && isBehindNoun && takes && next!.before === '' && !GIVEN.test(lower)) return 'VBD'
  const isVerb = next?.before === '' && VERBAL.has(next.part)
  // "could arrest", "to shell the camp".
  const wantsVerb = previous?.part === 'MD' || (previous?.part === 'TO' && hasObject)
  if (part === 'N' && wantsVerb && before === '' && VERBS.has(lower)) return 'VB'
  if (previous?.part === 'TO' && before === '' && /^VB[DNP]$/.test(part) && VERBS.has(lower)) return 'VB'
  // "nurses refused": two verbs side by side are none.
  if (part === 'VBZ' && isVerb && !/^(?:is|has|does|says|'s|appears|seems|gets|remains|stands|becomes|looks|feels)$/.test(lower))
    return 'NS'
  // "the tribunal sentenced".
  if (part === 'J' && isVerb && /^(?:D|PS)$/.test(previous?.part ?? '')) return 'N'
  return part
}

/** A word with the mark before it and the possessive behind it, as parts of speech are told. */
function itemsOf({ text, before, possessive }: Bare, index: number): Item[] {
  const mark = index > 0 ? markOf(before) : null
  const items: Item[] = [{ text, isWord: true }]
  if (mark) items.unshift({ text: mark, isWord: false })
  if (possessive) items.push({ text: "'s", isWord: false })
  return items
}

function markOf(before: string): string | null {
  if (before === '') return null
  if (/[;:—–….-]/.test(before)) return ':'
  if (before.includes(',')) return ','
  if (/[“”"‘]/.test(before)) return 'q'
  return /[()[\]]/.test(before) ? 'b' : null
}

const GIVEN = /^(?:given|named|called|offered|denied|awarded|granted|told|asked|sent|paid|considered)$/

type Bare = Omit<Token, 'part'> & { readonly text: string }

function wordsOf(body: string, sentence: Span, words: readonly Word[] = wordsIn(body, sentence)): Bare[] {
  const line: Bare[] = []
  let last = sentence[0]
  for (const word of words) {
    const between = body.slice(last, word.span[0])
    const before = between === ' ' ? '' : between.replace(/^['’]s\b/, '').replace(/\s+/g, '')
    const previous = line.at(-1)
    // A number written with commas is one word.
    if (previous && before === ',' && last + 1 === word.span[0] && /^\d+$/.test(previous.lower) && /^\d{3}/.test(word.lower)) {
      line[line.length - 1] = {
        ...previous,
        span: [previous.span[0], word.span[1]],
        lower: previous.lower + word.lower,
        text: previous.text + word.text,
        lemma: previous.lower + word.lower,
      }
    } else {
      const { capital, possessive } = word
      const lower = INITIALS.has(word.text) ? word.text.replace(/./g, '$&.').toLowerCase() : word.lower
      line.push({ span: word.span, text: word.text, lower, lemma: lemmaOf(lower), capital, possessive, before })
    }
    last = word.span[1]
  }
  return line
}

/** Names that in lower case would be pronouns. */
const INITIALS = new Set(['US', 'WHO', 'IT'])

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `met:meet held:hold spoke:speak spoken:speak sat:sit paid:pay stood:stand threw:throw thrown:throw sent:send gave:give given:give lent:lend
   built:build took:take taken:take began:begin begun:begin found:find told:tell went:go gone:go shot:shoot fought:fight blew:blow blown:blow
   struck:strike withdrew:withdraw withdrawn:withdraw laid:lay burnt:burn broke:break broken:break beaten:beat overran:overrun flew:fly flown:fly
   froze:freeze frozen:freeze stole:steal stolen:steal said:say talks:talk troops:troops arms:arms supplies:supplies slain:slay hung:hang
   shelling:shell pleaded:plead pled:plead quit:quit ties:tie bowed:bow sought:seek swore:swear sworn:swear`
    .split(/\s+/)
    .map(pair => pair.split(':') as [string, string]),
)
/** Past forms that are never nouns: they end a noun phrase. */
const PAST = new Set(
  'met spoke sat paid stood threw thrown sent gave given took taken began told went shot fought blew struck withdrew broke flew said froze stole were has had died won came saw knew got made became ran rose fell kept brought bought caught wrote'.split(
    ' ',
  ),
)
export const isPast = (word: string): boolean => PAST.has(word)

const KNOWN = new Set<string>([
  ...VERBS.keys(),
  ...NOUNS.keys(),
  ...[...VERBS.values()].flat().flatMap(entry => entry.rest.map(({ lemma }) => lemma)),
  ...'plan intend expect prepare refuse promise say deny seek want try fail continue hope consider report describe announce claim decide'.split(
    ' ',
  ),
])

/** The dictionary form where the lexicon has it, else the word as it stands. */
export function lemmaOf(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (KNOWN.has(word)) return word
  return formsOf(word).find(form => KNOWN.has(form)) ?? word
}

/** The verb of a form that is listed as a noun too: "kidnapping two nurses". */
export function verbOf(word: string): string | null {
  return formsOf(word).find(form => VERBS.has(form)) ?? null
}

function formsOf(word: string): string[] {
  if (/(?:ies|ied)$/.test(word)) return [`${word.slice(0, -3)}y`, word.slice(0, -1)]
  for (const ending of ['ing', 'ed', 'es']) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    const single = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : []
    return [stem, `${stem}e`, ...single]
  }
  return word.endsWith('s') ? [word.slice(0, -1)] : []
}
