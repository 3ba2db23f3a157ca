import { isCapital, type Line, signAt, wordAt } from './line.ts'
import { words } from './lists.ts'

/** Whether the words around a time speak of what was (-1) or of what is to come (1); 0 where they do not tell. */
export type Direction = -1 | 0 | 1

/** How many tokens are looked at on either side: a clause, in most sentences. */
const REACH_TOKENS = 30

/**
 * The direction of the verb nearest to the expression at `[from, to)`: first to its left ("will meet Monday"), then to its right
 * ("On Monday they met"). No parser: tense is told by auxiliaries, endings and a list of irregular forms.
 */
export function directionAt(line: Line, from: number, to: number): Direction {
  const before = wordAt(line, from - 1)
  if (DUE.has(before) || (before === 'as' && wordAt(line, from - 2) === 'soon')) return 1
  if (before === 'since') return -1
  const toward = TOWARD.has(before)
  for (let at = from - 1; at >= Math.max(0, from - REACH_TOKENS); at--) {
    const word = wordAt(line, at)
    if (toward && (PUT_OFF.has(word) || LOOKING_AHEAD.has(word))) return 1
    const direction = verbDirection(line, at)
    if (direction !== null) return direction
  }
  // "They knew as early as October", and "as early as Friday" where no verb stands before it.
  if (before === 'as' && wordAt(line, from - 2) === 'early') return 1
  for (let at = to; at < Math.min(line.length, to + REACH_TOKENS); at++) {
    // What follows a comma is another clause, unless the expression opens the sentence: "On Monday, the council will vote."
    if (from > OPENING_TOKENS && line[at]!.kind === 'sign') break
    const direction = verbDirection(line, at)
    if (direction !== null) return direction
  }
  return 0
}

/** An expression so early in its sentence is before its verb. */
const OPENING_TOKENS = 3

/** "postponed until Friday", "scheduled for Friday", "set a date by Friday" look ahead whatever their tense. */
const TOWARD = words('until till for to by')
const PUT_OFF = words('postponed postpone delayed delay extended extend adjourned deferred rescheduled given give gave set')

/** What a word tells of the time of its clause; null where it is no verb, or a form that tells nothing by itself. */
function verbDirection(line: Line, at: number): Direction | null {
  const word = wordAt(line, at)
  if (word === '') return null
  const before = wordAt(line, at - 1)
  if (FUTURE.has(word)) return word === 'will' && isCapital(line, at) && at > 0 ? null : 1
  if (word === 'll') return 1
  if (DUE.has(word) && before !== 'to') return 1
  if (word === 'to' && isInfinitive(line, at)) {
    if (isHeadline(line)) return 1
    const governor = ADVERBS.has(before) ? at - 2 : at - 1
    // "Had to pay in June" did.
    if (wordAt(line, governor) === 'had') return -1
    if (!LOOKING_AHEAD.has(wordAt(line, governor))) return null
    // "had been scheduled to end" did not.
    return wordAt(line, governor - 1) === 'been' ? -1 : 1
  }
  if (word === 'is' || word === 'are') return /ing$/.test(wordAt(line, at + 1)) ? 1 : null
  if (PAST.has(word)) return before === 'be' || before === 'to' ? null : -1
  if (word.length > 4 && word.endsWith('ed') && !isCapital(line, at) && !NO_PAST.has(word) && !word.startsWith('un')) {
    return PASSIVE.has(before) ? null : -1
  }
  return null
}

/** A line that no sentence's mark ends, and where no verb governs the infinitive: "Harbour to reopen in spring". */
function isHeadline(line: Line): boolean {
  const last = line.length - 1
  return signAt(line, last) === '' && !line.some((_, at) => PAST.has(wordAt(line, at)) || wordAt(line, at).endsWith('ed'))
}

const PASSIVE = words('be is are being')

function isInfinitive(line: Line, at: number): boolean {
  const next = wordAt(line, at + 1)
  return next !== '' && !isCapital(line, at + 1) && !ARTICLES.has(next)
}

const ARTICLES = words('the a an his her its their this that these those my our your each every any some all no one two three')
const ADVERBS = words('also still now not tentatively reportedly apparently')

const FUTURE = words('will shall would may might should must can could wo cannot')

/** Words after which an infinitive has not happened yet. */
const LOOKING_AHEAD = words(
  `expected expects expect scheduled due set plans plan planned planning going about hopes hope hoped intends intend likely slated
   agreed ready is are was were be wants want wanted ordered asked urged prepared preparing poised vowed promised pledged threatened
   supposed anticipated anticipates proposed proposes has have seeks seek sought needs need`,
)

const DUE = words('due payable effective expires expire expiring upcoming maturing deadline')

const NO_PAST = words(
  'need indeed speed exceed proceed succeed hundred breed united limited alleged so-called advanced rated related based',
)

const PAST = words(
  `was were had did said told went came took made met held left began gave got saw fell rose won lost led sent spoke wrote shot struck
   broke brought bought built found felt kept ran sold spent stood thought knew grew became drew drove flew fought heard laid paid rode
   sat sank swore threw withdrew wore sought been done taken given seen known written shown spoken caught chose dealt fled hid hung
   meant rang shook slid slept stole taught tore understood arose awoke forgot froze lent lit overcame pled proved shrank sprang stuck
   swept swung underwent wound died lied tied`,
)
