import { readFileSync } from 'node:fs'

type Forms = Readonly<Record<'past' | 'pastMaybe' | 'third' | 'thirdMaybe' | 'base' | 'baseMaybe', readonly string[]>>

const forms = JSON.parse(readFileSync(new URL('../../../ontology/verb-forms.json', import.meta.url), 'utf8')) as Forms
const listed = (...keys: (keyof Forms)[]): ReadonlySet<string> => new Set(keys.flatMap(key => forms[key].join(' ').split(' ')))

const PAST = listed('past')
const THIRD = listed('third')
const SURE = listed('past', 'third', 'base')
const ANY = listed('past', 'pastMaybe', 'third', 'thirdMaybe', 'base', 'baseMaybe')

/** Be, have, do and the modals, with their contracted forms. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  `is are was were be been being am has have had having do does did will would shall should can could may might must cannot isn't
   aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't couldn't mustn't it's he's she's
   they're we're i'm you're that's there's they've we've i've he'd she'd they'd he'll she'll they'll it'll we'll i'll`.split(
    /\s+/,
  ),
)

const BE: ReadonlySet<string> = new Set("is are was were be been being am isn't aren't wasn't weren't it's".split(' '))

export const isBe = (word: string): boolean => BE.has(word)

/** Whether a word in lower case is a verb that may carry a clause without an auxiliary. */
export const isFiniteVerb = (word: string): boolean =>
  PAST.has(word) || THIRD.has(word) || AUXILIARIES.has(word) || isPastForm(word)

/** "collapsed", "fined", also where the list lacks it. */
export const isPastForm = (word: string): boolean =>
  PAST.has(word) || (word.endsWith('ed') && PAST_ENDING.test(word) && !SURE.has(word) && !NO_PAST.has(word))
/** "Speed", "breed" and "indeed" are no past forms; those in -eed that are ("agreed") are listed. */
const PAST_ENDING = /^..+[^e]ed$/
const NO_PAST: ReadonlySet<string> = new Set('hundred naked sacred wicked rugged ragged kindred crooked'.split(' '))

/** Whether a word in lower case is used as a verb in a good share of its places. */
export const isVerb = (word: string): boolean => ANY.has(word) || AUXILIARIES.has(word) || isPastForm(word)
