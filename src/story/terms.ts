import { splitParagraphs, splitSentences } from '../reading/words/sentences.ts'
import { wordsIn } from '../reading/words/words.ts'
import { countryAt } from './countries.ts'

/** One word as stories are compared by it: its stem, and how it is written. */
export interface Term {
  readonly stem: string
  /** UTF-16 units in the text; as it is written it is the slice between them. */
  readonly start: number
  readonly end: number
  /** Capitalised although no sentence begins with it. */
  readonly named: boolean
  readonly capital: boolean
  readonly number: boolean
}

/** The terms of a text, sentence by sentence; function words are left out. */
export function termsIn(text: string): Term[][] {
  return splitSentences(text, splitParagraphs(text)).map(span => {
    const words = wordsIn(text, span)
    const shouted = words.length > 3 && words.filter(({ capital }) => capital).length > words.length * SHOUTED
    const lower = words.map(word => word.lower)
    const terms: Term[] = []
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!
      const country = word.capital ? countryAt(lower, index) : null
      if (country) {
        const end = words[index + country.words - 1]!.span[1]
        terms.push({ stem: `@${country.code}`, start: word.span[0], end, named: !shouted, capital: true, number: false })
        index += country.words - 1
        continue
      }
      const number = numberOf(word.lower)
      if (number === null && (STOP.has(word.lower) || word.lower.length < 2)) continue
      const named = word.capital && index > 0 && !shouted && number === null
      terms.push({
        stem: number ?? stemOf(word.lower),
        start: word.span[0],
        end: word.span[1],
        named,
        capital: word.capital,
        number: number !== null,
      })
    }
    return terms
  })
}

/** A line with more capitals than this is a headline: its capitals make no names. */
const SHOUTED = 0.6

/** Digits without marks of thousands, whether the number stands in digits or as a word; null where it is none. */
function numberOf(word: string): string | null {
  const spelt = SPELT[word]
  if (spelt !== undefined) return spelt
  if (!/^\d/.test(word)) return null
  return word.replace(/(?<=\d),(?=\d{3})/g, '').replace(/(?:st|nd|rd|th)$/, '')
}

/** From three on: "one" and "two" stand everywhere. */
const SPELT: Readonly<Record<string, string>> = Object.fromEntries(
  `three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`
    .split(' ')
    .map((word, index) => [word, String(index + 3)]),
)

/** The stem of a lower-case English word: what plural, past tense and -ing share. Crude on purpose: it is only compared. */
export function stemOf(word: string): string {
  let stem = word.replace(/['’]s?$|\.$/, '')
  if (stem.length < 4) return stem
  if (stem.endsWith('ies') || stem.endsWith('ied')) return `${stem.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^suo]s$/.test(stem)) stem = stem.slice(0, -1)
  if (/[aeiouy].*(?:ed|ing)$/.test(stem) && stem.length > 5) {
    stem = stem.replace(/(?:ed|ing)$/, '')
    if (/([b-df-hj-kmnp-rtv])\1$/.test(stem)) return stem.slice(0, -1)
  }
  return stem.length > 4 ? stem.replace(/e$/, '') : stem
}

/** Words that stand in every article, whatever it tells. */
export const STOP: ReadonlySet<string> = new Set(
  `a about above after again against all almost along already also although always am among an and another any anyone anything are
   around as at away back be became because become been before behind being below best better between both but by came can cannot
   come could did do does doing done down due during each either else enough even ever every few first for from further get gets
   getting give given go goes going gone got had has have having he her here hers herself him himself his how however i if in indeed
   instead into is it its itself just keep kept know known last later least less let like likely long made make makes making many
   may maybe me meanwhile might more most much must my myself near nearly need never new next no nor not nothing now of off often on
   once one only onto or other others our out over own part per perhaps put rather really said same say saying says see seen several
   shall she should since so some someone something soon still such take taken takes taking tell than that the their them themselves
   then there therefore these they thing things think this those though through thus to today together told tomorrow too took toward
   towards tuesday monday wednesday thursday friday saturday sunday two three under until up upon us use used using very via want
   wanted wants was way ways we well went were what whatever when where whether which while who whole whom whose why will with within
   without would year years yes yesterday yet you your yours according added ago asked day days four five six seven eight nine ten
   january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
   mr mrs ms dr time times week weeks month months am pm a.m p.m edt est gmt percent don't didn't doesn't isn't wasn't won't can't
   couldn't wouldn't haven't hasn't it's that's he's she's i'm we're they're you're i've we've they've there's what's let's copyright
   reserved rights photo image images video getty reuters afp ap associated press file caption advertisement read share facebook
   twitter email comments updated published posted reporter reporting editing report reports reported reportedly news story article
   statement spokesman spokeswoman spokesperson`.split(/\s+/),
)
