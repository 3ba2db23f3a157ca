import { type Amount, isOfPeople, VOTES } from './amounts.ts'
import type { Content } from './content.ts'

/** What news counts again and again, so that two numbers of it are about one thing whatever words stand around them. */
export type Kind =
  | 'dead'
  | 'hurt'
  | 'ill'
  | 'missing'
  | 'aboard'
  | 'arrested'
  | 'taking part'
  | 'displaced'
  | 'destroyed'
  | 'jobs'
  | 'cost'
  | 'votes'

const ILL = new Set('ill sick sickened infected infections poisoned'.split(' '))

/** Words of a clause that say what its number counts. */
const WORDS: Readonly<Record<Exclude<Kind, 'votes'>, ReadonlySet<string>>> = {
  dead: new Set(
    'kill kills killed killing dead death deaths die died dies dying body bodies toll lives perished fatalities'.split(' '),
  ),
  hurt: new Set('injure injured injuries injuring wounded wounds hurt hospital hospitalised hospitalized'.split(' ')),
  ill: new Set([...ILL, 'treated']),
  missing: new Set('missing unaccounted'.split(' ')),
  aboard: new Set('aboard board passenger passengers'.split(' ')),
  arrested: new Set('arrest arrests arrested detained detentions'.split(' ')),
  'taking part': new Set(
    'protest protesters protested demonstrators demonstrated marched marchers rally rallied turnout attended crowd'.split(' '),
  ),
  displaced: new Set(
    'evacuate evacuated evacuating evacuation evacuations displaced displaces homeless flee fled fleeing'.split(' '),
  ),
  destroyed: new Set(
    'destroy destroyed destroying destroys burn burned burnt burning gutted levelled leveled razed flattened'.split(' '),
  ),
  jobs: new Set(
    'cut cuts cutting lose loses losing lost lay laid layoffs shed sheds shedding axe axed redundancies redundant'.split(' '),
  ),
  cost: new Set('cost costs costing losses loss damage damages'.split(' ')),
}

export interface Figure {
  readonly kind: Kind
  readonly amount: Amount
}

/**
 * The figures of a clause; none where it speaks of another year, which another event is of, and none where two kinds or two numbers
 * stand in it, since which number is whose is not told.
 */
export function figuresOf(content: Content): readonly Figure[] {
  const known = READ.get(content)
  if (known) return known
  const figures = readFigures(content)
  READ.set(content, figures)
  return figures
}

/** A content is compared with many others. */
const READ = new WeakMap<Content, readonly Figure[]>()

function readFigures({ words, amounts, dates }: Content): readonly Figure[] {
  if (amounts.length === 0) return []
  const votes = amounts.find(({ unit }) => unit[0] === VOTES)
  if (votes) return [{ kind: 'votes', amount: votes }]
  if (dates.some(({ value }) => value.length === 4) || words.some(word => /^(?:19|20)\d\d$/.test(word))) return []
  const text = words.join(' ')
  let kinds: Kind[] = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter(each => words.some(word => WORDS[each].has(word)))
  if (/\b(?:took|taken|taking|take) part\b/.test(text)) kinds.push('taking part')
  if (LEAVING.test(text) && !kinds.includes('displaced')) kinds.push('displaced')
  // "26 injured people were treated".
  if (kinds.includes('hurt') && !words.some(word => ILL.has(word))) kinds = kinds.filter(kind => kind !== 'ill')
  if (kinds.length > 2) return []
  if (
    kinds.includes('jobs') === false &&
    /\b(?:jobs|posts|positions)\b/.test(text) &&
    /\b(?:go|goes|going|cost|costs|costing)\b/.test(text)
  )
    kinds.push('jobs')
  // "Fourteen of them were hurt" are all of the hurt; "twelve were hurt, two of them seriously" are twelve.
  const entire = amounts.filter(({ isPart }) => !isPart)
  const whole = entire.length > 0 ? entire : amounts.filter(({ isOfThem }) => isOfThem)
  const things = kinds.filter(kind => OF[kind])
  const isOf = (kind: Kind, { unit }: Amount) =>
    OF[kind]!(unit) || (kind === 'jobs' && HAVING_JOBS.test(text) && unit.some(isOfPeople))
  const [people, ...others] = kinds.filter(kind => !OF[kind])
  const ofPeople = others.length === 0 ? people : kinds.find(each => each === 'dead')
  const isOfThings = (amount: Amount) => things.some(kind => isOf(kind, amount))
  return [
    ...things.map(kind => ({ kind, counted: whole.filter(amount => isOf(kind, amount)) })),
    ...(ofPeople ? [{ kind: ofPeople, counted: whole.filter(each => isPeople(each.unit) && !isOfThings(each)) }] : []),
  ].flatMap(({ kind, counted }) => (counted.length === 1 ? [{ kind, amount: counted[0]! }] : []))
}

/** What a kind counts, where that is not people. */
const OF: Readonly<Partial<Record<Kind, (unit: readonly string[]) => boolean>>> = {
  cost: unit => isMoney(unit),
  destroyed: unit => /\b(?:hom|hous|build|structur|dwell)/.test(unit.join(' ')),
  jobs: unit => /\b(?:job|position|post|worker|employee|staff)/.test(unit.join(' ')),
}

const LEAVING =
  /\b(?:(?:from|leave|leaving|left|quit|out of) their homes|(?:leave|leaving|left) home|(?:brought|led|moved) out of|(?:brought|led|moved|taken) to safety)\b/

/** "1,150 people are to lose their jobs". */
const HAVING_JOBS = /\b(?:their|whose) (?:jobs|posts|positions)\b/

const isMoney = (unit: readonly string[]): boolean => unit[0] === '$'
const isPeople = (unit: readonly string[]): boolean => unit.length === 0 || !NOT_PEOPLE.test(unit.join(' '))
const NOT_PEOPLE =
  /^(?:whom|them|those|these|[%$≥]|day|hour|hor|minut|year|month|week|tim|car|hom|hous|build|town|cit|villag|provinc|region|district|mil|metr|kilomet|ship|boat|vessel|plan|flight|ton|litr|room|bed|meter|knot|degre|microgram|stat|countr|compan|shot|roc|miss?il)/

/** Whether both count the same kind of figure, and count as many. */
export function isSameFigure(a: Content, b: Content): boolean {
  const others = figuresOf(b)
  return figuresOf(a).some(
    one => PEOPLES.has(one.kind) && others.some(other => one.kind === other.kind && one.amount.value === other.amount.value),
  )
}

/** Figures whose number alone says what is claimed: how many died. What a cost is of, the words must tell. */
const PEOPLES: ReadonlySet<Kind> = new Set<Kind>(['dead', 'hurt', 'missing', 'arrested', 'votes'])
