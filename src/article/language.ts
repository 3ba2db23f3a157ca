import { loadModule } from 'cld3-asm'
import type { Problem } from '../record/index.ts'
import { problem } from './draft.ts'

/** The primary language subtag (BCP 47), or null where it cannot be told. */
export interface Language {
  readonly inLanguage: string | null
  readonly problems: readonly Problem[]
}

/**
 * The language of a text. `language-not-read` (fatal) only where the detector is sure and the text lacks the small words that no
 * English text is without; short texts full of foreign names are English to those words, whatever the detector makes of them.
 */
export async function readLanguage(text: string): Promise<Language> {
  // Half a surrogate pair would end the detector's reading.
  const sample = sampleOf(text).replace(/\p{Surrogate}/gu, ' ')
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return { inLanguage: null, problems: [] }
  const english = shareOfEnglishWords(sample)
  if (letters >= LETTERS_MIN && english >= ENGLISH_SHARE_SURE) return { inLanguage: 'en', problems: [] }

  const found = (await identifier()).findLanguage(sample)
  const language = found.language.split('-')[0]!.replace(/^iw$/, 'he')
  const isSure = found.is_reliable && found.probability >= PROBABILITY_SURE
  if (letters >= LETTERS_MIN && isSure && language === 'en') return { inLanguage: 'en', problems: [] }
  const isForeign = letters >= lettersToRefuse(sample) && isSure && english <= ENGLISH_SHARE_FOREIGN
  const lacksEnglish = letters >= LETTERS_LONG && language !== 'en' && english <= ENGLISH_SHARE_NONE
  if (isForeign || lacksEnglish) {
    const name = isSure ? nameOf(language) : 'another language than English'
    const note = `The text is in ${name}; this version reads English.`
    const problems = [problem('language-not-read', note, { fatal: true })]
    return { inLanguage: isSure ? language : null, problems }
  }
  return {
    inLanguage: null,
    problems: [problem('language-unclear', 'The language could not be told; the text was read as English.')],
  }
}

/** Fewer letters than this tell no language: `"Si," said Ana.` */
const LETTERS_MIN = 40
/** What must be there before a text is refused: about two sentences; a script that English is never written in needs less. */
const LETTERS_TO_REFUSE = 120
const LETTERS_TO_REFUSE_OTHER_SCRIPT = 20
/** What cld3 must give; it calls .7 reliable. */
const PROBABILITY_SURE = 0.9
/**
 * Whole articles of PolNeAR dev, TimeBank dev, MEANTIME and Giveme5W1H dev have at least .18 of these words (median .30 to .32),
 * the twelve pages of the extraction benchmark in other languages at most .06.
 */
const ENGLISH_SHARE_SURE = 0.2
const ENGLISH_SHARE_FOREIGN = 0.1
/** A text of a few paragraphs with fewer is not English, even where the detector wavers between two others. */
const ENGLISH_SHARE_NONE = 0.05
const LETTERS_LONG = 600
const ENGLISH_WORDS = new Set(
  'the of and to a an is was were that for on with said by at from it he she they his her their has have had be are not who which would will as this but after'.split(
    ' ',
  ),
)
/** Enough for the detector, and quick; head, middle and foot, since a page may begin with another language's notice. */
const SAMPLE_UNITS = 3_000

function sampleOf(text: string): string {
  if (text.length <= 3 * SAMPLE_UNITS) return text
  const middle = Math.floor((text.length - SAMPLE_UNITS) / 2)
  return [text.slice(0, SAMPLE_UNITS), text.slice(middle, middle + SAMPLE_UNITS), text.slice(-SAMPLE_UNITS)].join('\n')
}

function shareOfEnglishWords(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  return words.length === 0 ? 0 : words.filter(word => ENGLISH_WORDS.has(word)).length / words.length
}

function lettersToRefuse(text: string): number {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const all = text.match(/\p{L}/gu)?.length ?? 0
  return latin < all / 2 ? LETTERS_TO_REFUSE_OTHER_SCRIPT : LETTERS_TO_REFUSE
}

const nameOf = (language: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language

/** Bytes that the detector looks at: the whole sample, at up to four bytes a unit. */
const DETECTOR_BYTES_MAX = 4 * 3 * SAMPLE_UNITS

type Identifier = ReturnType<Awaited<ReturnType<typeof loadModule>>['create']>
let loading: Promise<Identifier> | null = null

/** Loaded once, when first needed (93 ms). */
function identifier(): Promise<Identifier> {
  loading ??= loadModule().then(factory => factory.create(0, DETECTOR_BYTES_MAX))
  return loading
}
