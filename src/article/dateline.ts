import { type Dateline, type Span, textOf } from '../record/index.ts'
import { AGENCY, RELEASE_SERVICE } from './agencies.ts'
import { type Paragraph, paragraphsOf, spanIn } from './paragraph.ts'

/**
 * The place that a report is sent from, where one stands at the head of a paragraph: `BEIJING, Sept 3 (Reuters) —`,
 * `KYIV, Ukraine (AP) —`, `LONDON —`, `Nairobi, 4 May (Xinhua) --`. The span is the place alone. Null where there is none.
 * Knowingly missed: places in small letters without agency and date (`Paris — …`), which look like any name before a dash.
 */
export function readDateline(body: string): Dateline | null {
  for (const paragraph of paragraphsOf(body).slice(0, PARAGRAPHS_MAX)) {
    const span = placeIn(paragraph)
    if (span !== null) return { text: textOf(body, span), span }
  }
  return null
}

/** Before the dateline stand at most a headline, a second one, a byline and a date. */
const PARAGRAPHS_MAX = 5

function placeIn(paragraph: Paragraph): Span | null {
  const m = CAPITALS.exec(paragraph.text) ?? NAMED.exec(paragraph.text)
  if (m === null) return null
  const place = m.groups!.place!.replace(/[\s,]+$/, '')
  if (NO_PLACE.test(place)) return null
  const start = m[0].indexOf(place)
  return spanIn(paragraph, start, start + place.length)
}

const OPEN = String.raw`^[\s\u200b\ufeff]*`
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\p{L}*\\.?'
const DATE = String.raw`(?:,?\s+(?:${MONTH}\s\d{1,2}|\d{1,2}\s${MONTH})(?:,?\s\d{4})?,?)`
const BY = String.raw`(?:\s*[(\[](?:[^()\[\]]*[\s/,])?(?:${AGENCY}|${RELEASE_SERVICE})[^()\[\]]{0,30}[)\]]|\s*/(?:${RELEASE_SERVICE})/)`
const DASH = String.raw`\s*(?:[—–―]|--|-(?=\s))`
/** Words of a place in capitals, with what follows it in small letters: `KYIV, Ukraine`, `ST. LOUIS, Mo.`, `WASHINGTON, D.C.` */
const CAPITAL_WORD = String.raw`\p{Lu}[\p{Lu}\p{M}'’.]+`
const REGION = String.raw`(?:,\s(?!${MONTH}\s?\d)\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){0,2})?`
const CAPITALS = new RegExp(
  `${OPEN}(?<place>${CAPITAL_WORD}(?:[\\s/-]${CAPITAL_WORD}){0,4}${REGION})(?:${DATE}?${BY}(?:${DASH}|\\s)?|${DATE}?${DASH}\\s*(?=\\S))`,
  'u',
)
/** A place in small letters needs an agency, or a date with its dash. */
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]+`
const NAMED = new RegExp(
  `${OPEN}(?<place>${NAME_WORD}(?:[\\s/]${NAME_WORD}){0,3}${REGION})(?:${DATE}?${BY}${DASH}|${DATE}${DASH})`,
  'u',
)

/** What stands in capitals before a dash and is no place: labels of desks, and speakers' marks. */
const NO_PLACE =
  /^(?:by|breaking|exclusive|update|updated|watch|live|video|opinion|analysis|explainer|factbox|editorial|correction|corrected|photos?|podcast|review|interview|news|world|sports?|politics|business|just in|developing|fact check|timeline|profile|feature|column|commentary|listen|read|note|more|related|advertisement|q|a|q&a|why it matters|what we know|the latest|the question|the answer|press release|news release|for immediate release)\b/i
