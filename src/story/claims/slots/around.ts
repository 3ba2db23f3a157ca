import type { Span } from '../../../record/index.ts'
import type { Amount } from '../amounts.ts'
import type { Slot } from './slots.ts'

/** Not "no more than 4,000", "not only". */
export const DENIED =
  /\b(?:not|never|no|none|nobody|without|nor|neither|cannot)\b(?! (?:more|less|fewer|later|earlier|sooner|only|least)\b)|n['’]t\b/i
export const CHANGING = new Set(
  'rise rises rose risen rising fall falls fell fallen falling grow grew grown drop dropped increase increased decrease decreased cut climb climbed gain gained lose lost shrink shrank up down'.split(
    ' ',
  ),
)

/** "Nine of the dead", "the dead include nine", "of whom two", "the first four", "17 more", "three were among", "their three sons"; but "fourteen of them were hurt" are all of the hurt. */
export function isPartOf({ span, isPart, isOfThem }: Amount, body: string): boolean {
  const before = body.slice(Math.max(0, span[0] - 24), span[0])
  const after = body.slice(span[1], span[1] + 40)
  return (
    (isPart && !isOfThem) ||
    PART_BEFORE.test(before) ||
    (PART_AFTER.test(after) && !isMoreHurt(body, span)) ||
    OWNED.test(before) ||
    PART_PAID.test(after) ||
    STILL_CARED_FOR.test(after)
  )
}

/** What is no value of its clause: a measure over again in brackets, part of another, part of a name, one of a row, an attribute. */
export function isBeside({ span: [start, end] }: Amount, body: string): boolean {
  const before = body.slice(Math.max(0, start - 60), start)
  const text = body.slice(start, end)
  return (
    /[\p{L}\d] \([^()]{0,20}$/u.test(before) ||
    /\b(?:hours?|minutes?|years?|months?|feet|foot)(?:,| and) $/.test(before) ||
    RANGE_BEFORE.test(before) ||
    RANGE_AFTER.test(body.slice(end, end + 30)) ||
    NAMED_SO.test(before) ||
    ASIDE.test(before) ||
    /\d[-–]\d/.test(text) ||
    /\d:$/.test(before) ||
    /^:\d/.test(body.slice(end, end + 2)) ||
    (NAME_BEFORE.test(before) && /^\d/.test(text) && SINGULAR_AFTER.test(body.slice(end, end + 30))) ||
    /^\d{2,4}s\b/.test(body.slice(start, end + 2))
  )
}

/** "Orbiter 4 firmware": what is counted stands in the plural, or is done. */
const NAME_BEFORE = /[\p{Ll},] \p{Lu}[\p{L}\d]*[\p{Ll}\d] $/u
const SINGULAR_AFTER =
  /^ (?!(?:people|men|women|children|police|percent|per|million|billion|thousand|dead|more|of|and|or|to)\b)\p{Ll}+(?<!s|ed)\b(?![-’'])/u

/** "20 to 30 inches", "between 20 and 30", "300, 400 metres". */
const RANGE_BEFORE =
  /(?:\b(?:\d[\d.,]*%?|\w+(?:ty|teen)|one|two|three|four|five|six|seven|eight|nine|ten)(?: million| billion| percent| per cent)? (?:to|or)|\bbetween [^.;]{1,30} and|\d[\d,]*(?:[-–]|, )) ?$/
const RANGE_AFTER = /^(?:[-–]\d| (?:to|or) (?:\p{Sc}?\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b))/u

/** "Far enough to reach Istra, which is 2,100 miles away": of what stands before it alone. */
const ASIDE = /, (?:which|who) (?:is|are|was|were) (?:about |some |around |nearly |almost |more than |only )?$/

/** "Flight 175", "Category 3", "day 2". */
const NAMED_SO =
  /\b(?:[Ff]light|[Dd]ay|[Ee]dition|[Rr]ound|[Ss]tage|[Ee]pisode|Route|Highway|Interstate|Category|Falcon|Apollo|Boeing|Airbus|Article|Section|Chapter|Level|Phase|Terminal|Gate|Room|Line|Type|Group|Grade|Page|No\.?|Number|Unit|Pier|Platform|Track|District|Ward|Zone|Block|Class|Model|Formula|Season|Part|Volume|Title|Proposition|Resolution|Protocol|Division|Brigade|Squadron) $/

/** "With 90 percent of the votes counted": how far a count is, not what it says. */
export const isProgress = (body: string, [, end]: Span): boolean =>
  /^[^,.;]{0,40}\b(?:counted|reporting|complete|completed|contained)\b/.test(body.slice(end, end + 60))

const PART_BEFORE =
  /\b(?:of (?:whom|which|them|these|those)|includ(?:e|es|ed)|(?:the )?(?:first|last|next|remaining|further))(?: about| some| only| nearly| at least)? $/i
const PART_AFTER =
  /^ (?:more|additional|further)\b|^ \p{L}+ (?:of|in) (?:additional|further)\b|^ \p{L}+ (?:was|were|are|is) (?:among|part of)\b/iu

/** "Eight people are still in hospital". */
const STILL_CARED_FOR =
  /^(?: \p{L}+){0,2} (?:(?:are|were|is|was) still|remain(?:s|ed)?)(?: being)? (?:in (?:hospital|intensive|care)|hospitali|treated)/u

/** "Ten others", "another 40": beside the dead all the hurt, and else some of those spoken of. */
export const isOthers = (body: string, [start, end]: Span): boolean =>
  /\b(?:an)?other(?: about| some| only| nearly| at least)? $/i.test(body.slice(Math.max(0, start - 24), start)) ||
  /^ others?\b/i.test(body.slice(end, end + 8)) ||
  isMoreHurt(body, [start, end])

/** "Three died and eleven more were hurt": beside the dead these are all the hurt. */
const isMoreHurt = (body: string, [start, end]: Span): boolean =>
  /\band (?:(?:about|some|at least|nearly|more than) )?$/.test(body.slice(Math.max(0, start - 20), start)) &&
  /^ more (?:people )?(?:(?:were|was) )?(?:hurt|injured|wounded)\b/.test(body.slice(end, end + 40))

/** "$60 in cash and $22 in stock". */
const PART_PAID = /^(?: (?:per|a) share)? in (?:cash|stock|shares|\p{Lu}\p{L}+ (?:stock|shares))\b/u

/** "Their three sons", "the minister’s two aides": how many somebody has. */
const OWNED = /(?:\b(?:his|her|its|their|my|our|your)|\p{L}['’]s?) $/iu

/** The words before a place in its sentence or half of one. */
const sentenceBefore = (body: string, start: number, units: number): string =>
  body
    .slice(Math.max(0, start - units), start)
    .split(/[.!?;]\s|\n/)
    .at(-1)!

/** "18 are critically hurt": some of those that are hurt. */
export const isGrave = (body: string, [start, end]: Span): boolean =>
  GRAVE.test(body.slice(end, end + 60)) ||
  (LIGHT.test(body.slice(end, end + 60)) && GRAVELY.test(sentenceBefore(body, start, 120) + body.slice(end, end + 90)))
/** Where some are badly hurt, those that are slightly are some as well; where none are, they are all. */
const LIGHT = /^(?: \p{L}+){0,3} (?:slightly|lightly)\b/u
const GRAVELY = /\b(?:critical|serious|severe|bad|grave)(?:ly)?\b/
const GRAVE =
  /^(?: \p{L}+){0,3} (?:critically|seriously|severely|badly|gravely)\b|^(?: \p{L}+){0,3} in (?:critical|serious|stable) condition\b/u

/** "The Courier poll found 45 percent": each poll has its own. */
export const isPolled = (body: string, [start, end]: Span): boolean =>
  /\b(?:polls?|polled|surveys?|surveyed|approval|points)\b/i.test(
    sentenceBefore(body, start, 160) + body.slice(end, end + 60).split(/[.!?;]\s|\n/)[0]!,
  )

/** "Shares fell 1.5 percent to $65.09": a price of that hour. */
export const isQuotation = (body: string, [start]: Span): boolean => QUOTATION.test(sentenceBefore(body, start, 120))
const QUOTATION =
  /\b(?:shares?|stocks?|index|futures)\b[^;]{0,60}\b(?:fell|rose|fall|rise|dropped|gained|lost|climbed|slid|slipped|jumped|surged|closed|traded|trading|were|was|up|down)\b/i

export const attributeOf = (body: string, [start]: Span): string | null =>
  ATTRIBUTE.exec(body.slice(Math.max(0, start - 60), start))?.[1]?.toLowerCase() ?? null
const ATTRIBUTE =
  /(\p{L}{3,}) of (?:(?:about|some|around|nearly|almost|more than|less than|over|up to|at least|only|just|roughly|approximately|an estimated) )?\p{Sc}?$/u

export function boundOf(body: string, [start, end]: Span): Slot['bound'] {
  const before = body.slice(Math.max(0, start - 28), start)
  if (/\b(?:more than|over|at least|above|no (?:less|fewer) than|upwards of|exceed(?:s|ed|ing)?|minimum of) $/i.test(before))
    return 'more'
  if (/\b(?:less than|fewer than|under|up to|at most|below|no more than|nearly|almost|close to) $/i.test(before)) return 'less'
  if (/^\+/.test(body.slice(end, end + 1)) || /^ or (?:more|so)\b/.test(body.slice(end, end + 8))) return 'more'
  return /\b(?:about|around|some|roughly|approximately|an estimated|estimated|perhaps) $/i.test(before) ? 'about' : null
}

const ROLE =
  /\b(by|to|from|of|for|at|than|against|in|on|above|below|over|under|after|before|until|till|since|within)\s+(?:(?:about|some|around|nearly|almost|more|less|fewer|than|at|least|most|only|just|no|up|to|the|a|an|barely|roughly|approximately|shortly|estimated)\s+)*$/i

export const roleOf = (body: string, [start]: Span): string =>
  ROLE.exec(body.slice(Math.max(0, start - 50), start))?.[1]?.toLowerCase() ?? ''

/** A number with the measure that stands behind it, "three hours", without which nobody could tell what it is: how many of what is told by its clause. */
export function withUnit(body: string, [start, end]: Span, dimension: Slot['dimension']): Span {
  const behind = UNIT_BEHIND[dimension]?.exec(body.slice(end, end + 24))?.[0].length ?? 0
  return [start, end + behind]
}

const UNIT_BEHIND: Readonly<Partial<Record<Slot['dimension'], RegExp>>> = {
  share: /^ (?:percent|per cent)\b/,
  duration: /^[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/,
  length: /^[ -]?(?:kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|feet|foot|ft|m)\b/,
  money:
    /^ (?:crowns?|dollars?|euros?|pounds?|francs?|yen|yuan|pesos?|rupees?|roubles?|rubles?|rand|shillings?|dinars?|dirhams?|riyals?|lira|naira|kron(?:a|e|or|er)|florins?|guilders?|forints?|zloty|hryvnias?|baht|ringgit|rupiah|shekels?|marks|cents?|pence)\b/,
}
