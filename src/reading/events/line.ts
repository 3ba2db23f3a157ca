import type { Span } from '../../record/index.ts'
import { wordsIn } from '../words/words.ts'
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
}

/** The words of a sentence with their dictionary forms, as far as the deeds' lexicon needs them. */
export function lineOf(body: string, sentence: Span): Token[] {
  const line: Token[] = []
  let last = sentence[0]
  for (const word of wordsIn(body, sentence)) {
    const before = body
      .slice(last, word.span[0])
      .replace(/^['’]s\b/, '')
      .replace(/\s+/g, '')
    const previous = line.at(-1)
    // A number written with commas is one word.
    if (previous && before === ',' && last + 1 === word.span[0] && /^\d+$/.test(previous.lower) && /^\d{3}/.test(word.lower)) {
      line[line.length - 1] = {
        ...previous,
        span: [previous.span[0], word.span[1]],
        lower: previous.lower + word.lower,
        lemma: previous.lower + word.lower,
      }
    } else {
      const { capital, possessive } = word
      const lower = INITIALS.has(word.text) ? word.text.replace(/./g, '$&.').toLowerCase() : word.lower
      line.push({ span: word.span, lower, lemma: lemmaOf(lower), capital, possessive, before })
    }
    last = word.span[1]
  }
  return line
}

/** Names that in lower case would be pronouns. */
const INITIALS = new Set(['US', 'WHO', 'IT'])

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
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
  const irregular = IRREGULAR[word]
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
