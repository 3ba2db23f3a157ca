/** The words that times are made of. Keys are lower case, without full stops. */

/** `word:number` pairs; words that mean the same stand together before the colon, parted by commas. */
function table(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .flatMap(entry => {
        const [words, number] = entry.split(':') as [string, string]
        return words.split(',').map(word => [word, Number(number)] as const)
      }),
  )
}

export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const MONTHS = table(`january,jan:1 february,feb:2 march,mar:3 april,apr:4 may:5 june,jun:6 july,jul:7 august,aug:8
  september,sept,sep:9 october,oct:10 november,nov:11 december,dec:12`)

/** Month words that are ordinary words or names as well: alone they need a sign that a month is meant. */
export const DOUBTFUL_MONTHS = words('may march mar jan')

export const WEEKDAYS = table(`monday,mon:1 tuesday,tue,tues:2 wednesday,wed,weds:3 thursday,thu,thur,thurs:4 friday,fri:5
  saturday,sat:6 sunday,sun:7`)
/** Short forms that are words of their own: read only before a day of the month. */
export const DOUBTFUL_WEEKDAYS = words('sun sat wed mon')
export const WEEKDAY_PLURALS = table('mondays:1 tuesdays:2 wednesdays:3 thursdays:4 fridays:5 saturdays:6 sundays:7')

/** TIMEX3's season of a year; "fall" alone is a verb. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
])

/** TIMEX3's part of a day. */
export const PARTS_OF_DAY: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['night', 'NI'],
  ['overnight', 'NI'],
])

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

/** Years to the longer units; ISO 8601's letter, `T` for clock units apart, to the others. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['second', 'seconds sec secs'],
      ['minute', 'minutes min mins'],
      ['hour', 'hours hr hrs'],
      ['day', 'days'],
      ['week', 'weeks wk wks'],
      ['month', 'months mo'],
      ['quarter', 'quarters'],
      ['year', 'years yr yrs'],
      ['decade', 'decades'],
      ['century', 'centuries'],
      ['millennium', 'millennia'],
    ] as const
  ).flatMap(([unit, others]) => [unit, ...others.split(' ')].map(word => [word, unit] as const)),
)
export const PLURAL_UNITS = words('seconds minutes hours days weeks months quarters years decades centuries millennia')

const ONES = table(`zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13
  fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19`)
export const TENS = table('twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90')
export const SCALES = table('hundred:100 thousand:1000 million:1000000')
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([...ONES, ...TENS])

export const ORDINALS = table(`first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11
  twelfth:12 thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16 seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20
  thirtieth:30 final:-1`)
export const ORDINAL_ENDINGS = words('st nd rd th')

/** "the sixties": the decade of which century, the text's own time decides. */
export const DECADES = table('twenties:20 thirties:30 forties:40 fifties:50 sixties:60 seventies:70 eighties:80 nineties:90')

/** How many, where no number is said: TIMEX3 writes X. */
export const VAGUE_COUNTS = words('several few many some countless numerous various more')

/** Words for a day that need no more than the publication date: how far away it is. */
export const NEAR_DAYS = table('today:0 tonight:0 yesterday:-1 tomorrow:1 tonite:0')

export const REFERENCES: ReadonlyMap<string, 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'> = new Map([
  ...['now', 'nowadays', 'currently', 'current', 'presently'].map(word => [word, 'PRESENT_REF'] as const),
  ...['recently', 'recent', 'lately'].map(word => [word, 'PAST_REF'] as const),
  ['soon', 'FUTURE_REF'],
])

/** Which one of a kind: before a unit, a weekday, a month, a season. */
export type Which = 'last' | 'this' | 'next' | 'before' | 'after' | 'that'
export const WHICH: ReadonlyMap<string, Which> = new Map([
  ...['last', 'past'].map(word => [word, 'last'] as const),
  ...['this', 'current'].map(word => [word, 'this'] as const),
  ...['next', 'coming', 'upcoming'].map(word => [word, 'next'] as const),
  ...['previous', 'preceding', 'prior'].map(word => [word, 'before'] as const),
  ...['following', 'subsequent', 'ensuing'].map(word => [word, 'after'] as const),
  ...['that', 'same'].map(word => [word, 'that'] as const),
])

/** TIMEX3's `mod` of a word before a time. */
export const EDGE_MODS: ReadonlyMap<string, 'START' | 'MID' | 'END'> = new Map([
  ...['early', 'earlier', 'beginning', 'start', 'opening', 'outset', 'onset'].map(word => [word, 'START'] as const),
  ...['mid', 'middle', 'midway'].map(word => [word, 'MID'] as const),
  ...['late', 'later', 'end', 'close'].map(word => [word, 'END'] as const),
])

/** TIMEX3's `mod` of the words before an amount, by their first word; the longest stands first. */
export const AMOUNT_MODS: ReadonlyMap<string, readonly { readonly phrase: readonly string[]; readonly mod: string }[]> = byFirst([
  ['no more than', 'EQUAL_OR_LESS'],
  ['no less than', 'EQUAL_OR_MORE'],
  ['no fewer than', 'EQUAL_OR_MORE'],
  ['not more than', 'EQUAL_OR_LESS'],
  ['a little over', 'MORE_THAN'],
  ['more than', 'MORE_THAN'],
  ['less than', 'LESS_THAN'],
  ['fewer than', 'LESS_THAN'],
  ['just over', 'MORE_THAN'],
  ['just under', 'LESS_THAN'],
  ['at least', 'EQUAL_OR_MORE'],
  ['at most', 'EQUAL_OR_LESS'],
  ['up to', 'EQUAL_OR_LESS'],
  ['as many as', 'EQUAL_OR_LESS'],
  ['as long as', 'EQUAL_OR_LESS'],
  ['nearly', 'LESS_THAN'],
  ['almost', 'LESS_THAN'],
  ['well over', 'MORE_THAN'],
  ['about', 'APPROX'],
  ['around', 'APPROX'],
  ['roughly', 'APPROX'],
  ['approximately', 'APPROX'],
  ['some', 'APPROX'],
  ['circa', 'APPROX'],
])

function byFirst(entries: readonly (readonly [phrase: string, mod: string])[]): Map<string, { phrase: string[]; mod: string }[]> {
  const result = new Map<string, { phrase: string[]; mod: string }[]>()
  for (const [text, mod] of entries) {
    const phrase = text.split(' ')
    result.set(phrase[0]!, [...(result.get(phrase[0]!) ?? []), { phrase, mod }])
  }
  return result
}

/** What may stand between "10" and the day in "10 p.m. EST on Friday". */
export const ZONES =
  words(`gmt utc bst cet cest eet est edt et cst cdt ct mst mdt mt pst pdt pt ist msk jst hkt aest aedt sast wat eat
  local time eastern pacific central mountain standard daylight greenwich moscow london paris beijing`)
