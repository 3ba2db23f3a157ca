import type { WordsOf } from '../features.ts'
import type { Pairing } from '../grouping.ts'
import type { Telling } from '../tellings.ts'
import { dot } from '../vectors.ts'
import { type AlignedGiven, framesOf } from './aligned.ts'
import { areOfOthers } from './elsewhere.ts'
import type { Frame } from './frame.ts'
import { isOneMoment } from './moment.ts'
import { isOneDeed, isSaidOfOne } from './same.ts'
import { isUntil, type Slot } from './slots.ts'
import { areOfTwoVoices } from './voices.ts'

interface ClocksGiven extends Pick<AlignedGiven, 'slots' | 'tellings' | 'bodies' | 'publishedAt'> {
  /** The pairs of tellings that were compared. */
  readonly pairings: readonly Pairing[]
  readonly wordsOf: WordsOf
}

/** The times of day of some tellings, the first of each. */
export const clocksIn = (tellings: readonly Telling[], bodies: ReadonlyMap<string, string>): Slot[] =>
  tellings.flatMap((telling, item) => clockIn(telling, item, bodies.get(telling.article)!) ?? [])

/** Pairs of times of day that two articles or two voices give for one deed: "was raised at 7.25", "was not raised until half past nine". */
export function clocksApart({ slots, tellings, pairings, bodies, wordsOf, publishedAt }: ClocksGiven): (readonly [Slot, Slot])[] {
  const frames = new Map(framesOf({ slots, tellings, bodies, publishedAt }).map(frame => [frame.slot.item, frame]))
  return pairings.flatMap(pairing => {
    const [a, b] = [frames.get(pairing.a), frames.get(pairing.b)]
    if (!a || !b || mayBeOne(a.slot, b.slot)) return []
    const [one, other] = [tellings[pairing.a]!, tellings[pairing.b]!]
    const daysApart = Math.abs((a.published ?? 0) - (b.published ?? 0)) / DAY_MS
    const areApart =
      (one.article !== other.article || areOfTwoVoices(one, other)) &&
      isNear(a, b) &&
      isOneDeed(a, b, wordsOf) &&
      isSaidOfOne(a, b, wordsOf) &&
      !areOfOthers(a, b) &&
      isOneMoment(a, b, daysApart)
    return areApart ? [[a.slot, b.slot] as const] : []
  })
}

const DAY_MS = 24 * 3600 * 1000

/** Two of the sets of `bench/origins` come to .68 and .71; two times of one article's day may have one verb. */
const NEAR_MIN = 0.6
const isNear = ({ sense: a }: Frame, { sense: b }: Frame): boolean => !a || !b || dot(a, b) >= NEAR_MIN

/** Whether two times are nearly one, or one is given roughly; whether in the morning or the evening is mostly left out. */
function mayBeOne(a: Slot, b: Slot): boolean {
  const apart = Math.abs(Number(a.value) - Number(b.value)) % HALF_DAY
  return Math.min(apart, HALF_DAY - apart) <= (a.bound || b.bound ? ROUGHLY : NEARLY)
}

/** In minutes, by judgement. */
const HALF_DAY = 720
const NEARLY = 20
const ROUGHLY = 60

const HOURS = 'twelve one two three four five six seven eight nine ten eleven'.split(' ')
const HOUR = `(?:${HOURS.join('|')})`
const CLOCK = new RegExp(
  `\\b(at|until|till|before|after|since) (?:(?:about|around|shortly|just|exactly|only) )*(?:(?:(\\d{1,2})[.:](\\d\\d)(?![\\d:%-]|[.,]\\d| ?(?:percent|per cent|million|billion|points|metres))|(half past|quarter past|quarter to) (${HOUR})|(\\d{1,2}|${HOUR})(?= ?[ap]\\.?m\\b| in the (?:morning|afternoon|evening)| o[’']clock| when\\b|\\s*$))|(noon|midday|midnight)\\b)`,
  'iu',
)

/** The time of day that a clause gives, in minutes; null where it gives none, or is not told as done. */
function clockIn({ content, statement, span }: Telling, item: number, body: string): Slot | null {
  const text = body.slice(...span)
  const found = CLOCK.exec(text)
  if (!found || content.modality !== 'told' || statement?.polarity === 'denied' || OF_PAGES.test(text)) return null
  const role = found[1]!.toLowerCase().replace('till', 'until')
  if (content.negated && !isUntil(role)) return null
  const from = span[0] + found.index + found[0].length - lastOf(found).length
  return {
    item,
    span: [from, span[0] + found.index + found[0].length],
    dimension: 'time',
    value: minutesOf(found),
    unit: [],
    role,
    attribute: null,
    bound: role === 'before' || role === 'after' || /\b(?:about|around)\b/.test(found[0]) ? 'about' : null,
    isPart: false,
    isOthers: false,
    isDenied: false,
    isChange: false,
    isGrave: false,
    isNamed: true,
  }
}

/** Each page has its own. */
const OF_PAGES = /\b(?:updated|published|posted|shared|corrected)\b/i

const lastOf = ([, , hours, minutes, part, hour, alone, named]: RegExpExecArray): string =>
  hours ? `${hours}.${minutes}` : part ? `${part} ${hour}` : (alone ?? named)!

function minutesOf([, , hours, minutes, part, hour, alone, named]: RegExpExecArray): number {
  const hourOf = (word: string) => (/^\d/.test(word) ? Number(word) : HOURS.indexOf(word.toLowerCase())) % 12
  if (hours) return hourOf(hours) * 60 + Number(minutes)
  if (part) return hourOf(hour!) * 60 + (part.startsWith('half') ? 30 : part.endsWith('past') ? 15 : -15)
  return named ? 0 : hourOf(alone!) * 60
}
