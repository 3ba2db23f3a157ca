import { mainOf } from '../../reading/clauses/clauses.ts'
import { AUXILIARIES, isBe, isFiniteVerb, isPastForm, isVerb } from '../../reading/clauses/verbs.ts'
import { baseForm } from '../../reading/words/lemma.ts'
import { type Word, wordsIn } from '../../reading/words/words.ts'
import type { Span, Statement } from '../../record/index.ts'
import { extentOf, overlaps } from '../../record/index.ts'
import { rarityOf } from '../frequencies.ts'
import { STOP, stemOf } from '../terms.ts'
import { type Amount, amountsIn } from './amounts.ts'
import { type Modality, moodOf } from './modality.ts'
import { phrasalAt } from './phrasal.ts'
import { unitOf, type Vectors } from './vectors.ts'
import { takesWordsBack } from './withdrawn.ts'

/** Somebody, something or some time of the story that words stand for, resolved: `id` is the Story's entity, `value` a TIMEX3 date. */
export interface Marks {
  readonly entities: readonly { readonly span: Span; readonly id: string }[]
  readonly dates: readonly Dated[]
}

export interface Dated {
  readonly span: Span
  readonly value: string
  /** Whether its words name a day; that of "at 5.40" is only reckoned. */
  readonly named: boolean
}

/** One word that says something, or an entity under whatever words; each once. */
export interface Term {
  /** The word's stem; `@` and the Story's id for an entity. */
  readonly key: string
  readonly kind: 'word' | 'entity'
  /** How telling it is. */
  readonly weight: number
  /** Where it stands among the words, and in the text. */
  readonly at: number
  readonly span: Span
  /** The stems of the words that stand there, for an entity. */
  readonly words: readonly string[]
  readonly vector: Float32Array | null
}

/** What a clause tells, in a form that can be compared. */
export interface Content {
  readonly terms: readonly Term[]
  /** Keys that belong to it although its words leave them out: the subject of the sentence, the speaker. */
  readonly carried: ReadonlySet<string>
  /** Whom the clause before it points to as the one who does it: "it was Istra that | broke off the talks". */
  readonly antecedent: Term | null
  readonly amounts: readonly Amount[]
  readonly dates: readonly Dated[]
  readonly modality: Modality
  readonly negated: boolean
  /** Index of its first verb among `terms`' places; -1 where none is seen. */
  readonly verbAt: number
  readonly passive: boolean
  /** Its words in lower case, for what is told word for word. */
  readonly words: readonly string[]
  /** Whether words are taken back: "withdrew its statement that". */
  readonly withdrawn: boolean
  /** Without what depends on the clause; null where it is no other. */
  readonly main: Content | null
  /** The sum of what its words mean by themselves, at length 1. */
  readonly vector: Float32Array | null
  /** What the whole clause means where it stands, at length 1; null where its Reading does not say. */
  readonly sense: Float32Array | null
}

export interface ContentInput {
  readonly body: string
  readonly span: Span
  readonly marks: Marks
  readonly statement: Pick<Statement, 'polarity' | 'cueLemma'> | null
  /** Keys of `Content.carried`. */
  readonly carried?: readonly string[]
  readonly antecedent?: Term | null
  readonly vectors: Vectors | null
  /** What a clause means where it stands. */
  readonly sense?: ((span: Span) => Float32Array | null) | undefined
}

/** Reads the content of one clause of a text. */
export function contentOf({ span, ...rest }: ContentInput): Content {
  const main = mainOf(rest.body, span)
  const whole = contentAt([span], rest)
  return { ...whole, main: main ? { ...contentAt(main, rest), withdrawn: whole.withdrawn } : null }
}

function contentAt(
  spans: readonly Span[],
  { body, marks, statement, carried = [], antecedent = null, vectors, sense }: Omit<ContentInput, 'span'>,
): Content {
  const words = spans.flatMap(span => wordsIn(body, span))
  const inDate = (span: Span) => marks.dates.some(date => overlaps(date.span, span))
  const amounts = amountsIn(body, words, inDate)
  const verbAt = verbIn(words)
  return {
    terms: termsOf({ words, marks, amounts, inDate, vectors }),
    carried: new Set(carried),
    antecedent,
    amounts,
    dates: marks.dates.filter(({ span }) => spans.some(each => overlaps(each, span))),
    ...moodOf(words, verbAt, statement),
    verbAt,
    passive: isPassive(words, verbAt),
    words: words.map(({ lower }) => lower),
    withdrawn: takesWordsBack(words.map(({ lower }) => lower).join(' ')),
    main: null,
    vector: vectors ? meaningOf(words, inDate, vectors) : null,
    sense: sense?.(extentOf(spans)!) ?? null,
  }
}

interface TermsInput {
  readonly words: readonly Word[]
  readonly marks: Marks
  readonly amounts: readonly Amount[]
  readonly inDate: (span: Span) => boolean
  readonly vectors: Vectors | null
}

function termsOf({ words, marks, amounts, inDate, vectors }: TermsInput): Term[] {
  const terms = new Map<string, Term>()
  words.forEach((word, at) => {
    if (inDate(word.span) || amounts.some(({ span }) => overlaps(span, word.span))) return
    const entity = marks.entities.find(({ span }) => overlaps(span, word.span))
    const lower = phrasalAt(words, at) ?? word.lower
    const stem = stemOf(baseForm(lower))
    if (entity) {
      const key = `@${entity.id}`
      const known = terms.get(key)
      const stems = PRONOUN.test(word.lower) || STOP.has(word.lower) ? [] : [stem]
      terms.set(key, {
        key,
        kind: 'entity',
        weight: PRONOUN.test(word.lower) ? Math.max(known?.weight ?? 0, PRONOUN_WEIGHT) : ENTITY_WEIGHT,
        at: known?.at ?? at,
        span: known?.span ?? word.span,
        words: [...(known?.words ?? []), ...stems],
        vector: null,
      })
      return
    }
    const weight = weightOf(lower, stem)
    if (weight === 0 || terms.has(stem)) return
    terms.set(stem, {
      key: stem,
      kind: 'word',
      weight,
      at,
      span: word.span,
      words: [],
      vector: vectors && !isName(word, at) ? vectors.of(lower) : null,
    })
  })
  return [...terms.values()]
}

/** As telling as a word that stands in 4 of 100 articles. */
const ENTITY_WEIGHT = 3.2
/** Two names are not one for being names of the same kind of thing: they are compared by their letters. */
const isName = ({ capital }: Word, at: number): boolean => capital && at > 0

/** Whom a pronoun means is told less surely. */
const PRONOUN_WEIGHT = 1.6
/** Light verbs and other words that stand everywhere and yet may carry a clause: "knew", "left", "took". */
const LIGHT_WEIGHT = 1.2
/** No word outweighs a name by much, however rare it is. */
const WEIGHT_MAX = 5
const PRONOUN = /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|who|whom|whose|which|that|i|me|my|we|us|our)$/
/** Words about news that other texts leave out, and a claim may be about: "the report", "its statement". */
const OF_NEWS = new Set('report reports statement statements story news file files image images photo video copyright'.split(' '))
const OF_NEWS_WEIGHT = 2
const LIGHT = new Set(
  `know known knew keep kept make made making give given gave take taken took taking want wanted need left gone go goes going went come
   came put see seen saw think thought use used using long early late back away never no nothing none near nearly below above before
   after against without never near first last new own part once time week month year people day`.split(/\s+/),
)

function weightOf(lower: string, stem: string): number {
  if (NEVER.has(lower)) return 0
  if (OF_NEWS.has(lower)) return OF_NEWS_WEIGHT
  if (STOP.has(lower)) return LIGHT.has(lower) ? LIGHT_WEIGHT : 0
  return Math.min(WEIGHT_MAX, Math.max(LIGHT_WEIGHT, Math.min(rarityOf(stemOf(lower)), rarityOf(stem))))
}

/** Negations are told apart, sayings are the statement's own. */
const NEVER = new Set(
  `never no nothing none not nobody neither nor without because due if unless whether while whereas although though since until including
   according say said says saying about around some roughly approximately least almost nearly more than over under up mr mrs ms dr`.split(
    /\s+/,
  ),
)

function verbIn(words: readonly Word[]): number {
  // "…, destroying 45 homes" is told by its participle, "firing it is dangerous" is not.
  if (words[0] && !words[0].capital && PARTICIPLE.test(words[0].lower) && auxiliaryFrom(words, 1) === null) return 0
  const sure = words.findIndex(({ lower, capital }, at) => (!capital || at > 0) && isFiniteVerb(lower))
  if (sure !== -1) return mainVerbBehind(words, sure) ?? sure
  return words.findIndex(({ lower }, at) => at > 0 && isVerb(lower))
}

/** "Schools closed under the mayor *will* open": a past form before a preposition hangs on the noun where another verb follows. */
function mainVerbBehind(words: readonly Word[], at: number): number | null {
  if (at === 0 || !isPastForm(words[at]!.lower) || isBe(words[at - 1]!.lower)) return null
  const first = /^(?:down|up|off|out|away)$/.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
  if (!BEHIND_PARTICIPLE.has(words[first]?.lower ?? '')) return null
  return auxiliaryFrom(words, first + 1)
}

/** The verb that goes on behind a participle and what hangs on it. */
function auxiliaryFrom(words: readonly Word[], from: number): number | null {
  for (let at = from; at < Math.min(words.length, from + PARTICIPLE_WORDS); at++) {
    const { lower } = words[at]!
    if (ENDS_PARTICIPLE.has(lower)) return null
    if (AUXILIARIES.has(lower)) return at
  }
  return null
}

const BEHIND_PARTICIPLE = new Set('by under in on at from during'.split(' '))
/** What hangs on a noun is short. */
const PARTICIPLE_WORDS = 7
const ENDS_PARTICIPLE = new Set(
  'that who which what where when while as if because and or but before after until since'.split(' '),
)

const PARTICIPLE =
  /^(?!evening|morning|nothing|something|anything|everything|during|building|following|including|according).{3,}ing$/

/** "was arrested", "had been told", "are to be shut": a form of be and then a participle. */
function isPassive(words: readonly Word[], verbAt: number): boolean {
  if (verbAt === -1) return false
  for (let at = verbAt; at < Math.min(words.length - 1, verbAt + 4); at++) {
    const next = words[at + 1]!.lower
    const participle = next.endsWith('ly') || next === 'not' ? (words[at + 2]?.lower ?? '') : next
    if (
      isBe(words[at]!.lower) &&
      (isPastForm(participle) ||
        (isVerb(participle) && !participle.endsWith('ing')) ||
        /(?:ed|en|wn|ilt|ught|orn|ung)$/.test(participle))
    )
      return true
  }
  return false
}

function meaningOf(words: readonly Word[], inDate: (span: Span) => boolean, vectors: Vectors): Float32Array {
  const sum = new Float32Array(vectors.width)
  for (const { lower, span } of words) if (!inDate(span)) vectors.add(lower.replace(/[^\p{L}\p{N}]/gu, ''), sum)
  return unitOf(sum)
}
