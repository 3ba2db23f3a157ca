import type { Credit, Span } from '../record/index.ts'
import { AGENCY, isAgency, RELEASE_SERVICE } from './agencies.ts'
import { type Paragraph, paragraphsOf, spanIn } from './paragraph.ts'

/**
 * Whose work the text says it is, from its head and its foot, in the order of the text. Each name is a slice of the text: `(AP)`
 * is credited as `AP`. Sentences that merely cite an agency ("told Reuters") are no credits.
 */
export function readCredits(body: string, publisher: string | null): Credit[] {
  const paragraphs = paragraphsOf(body)
  const foot = Math.max(0, paragraphs.length - FOOT_PARAGRAPHS)
  const credits: Credit[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const patterns = [...(index < HEAD_PARAGRAPHS ? HEAD : []), ...(index >= foot ? FOOT : [])]
    for (const pattern of patterns) {
      const credit = creditIn(paragraph, pattern)
      if (credit !== null && !isOwn({ credit, pattern, publisher }) && !credits.some(c => isWithin(credit.span, c.span)))
        credits.push(credit)
    }
  }
  return credits.sort((a, b) => a.span[0] - b.span[0])
}

/** Headline, second headline, byline, date, and the paragraph that begins with the dateline. */
const HEAD_PARAGRAPHS = 6
/** Agencies, co-operation, copyright and notices on a line each. */
const FOOT_PARAGRAPHS = 6

interface Pattern {
  /** Finds the credit as a whole; its group `name` is whom it names. */
  readonly form: RegExp
  readonly kind: Credit['kind']
  /** A notice that most pages carry about themselves; it tells something only where it names another outlet. */
  readonly isNotice?: boolean
}

function creditIn(paragraph: Paragraph, { form, kind }: Pattern): Credit | null {
  const m = form.exec(paragraph.text)
  const name = m?.groups?.name
  const place = m?.indices?.groups?.name
  if (!m || !name || !place) return null
  const lead = m[0].length - m[0].trimStart().length
  const span = spanIn(paragraph, m.index + lead, m.index + m[0].trimEnd().length)
  return { name, kind: isAgency(name) && kind === 'outlet' ? 'wire' : kind, span }
}

/** The outlet's own copyright line and its own reporters credit nobody else; without the outlet's name nobody can tell. */
function isOwn(of: { readonly credit: Credit; readonly pattern: Pattern; readonly publisher: string | null }): boolean {
  const { credit, pattern, publisher } = of
  if (credit.kind !== 'outlet') return false
  return publisher === null ? pattern.isNotice === true : bare(credit.name).startsWith(bare(publisher))
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, '')
const isWithin = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

const form = (source: string, flags = ''): RegExp => new RegExp(source, `du${flags}`)
/** Another outlet's name: capitalised words up to the end of the clause. */
const OUTLET = String.raw`(?:the\s|The\s)?\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*(?:\s(?:of|the|and|for|&)?\s?\p{Lu}[\p{L}\p{M}\p{N}'’&-]*){0,6}`
const ANY = `(?:${AGENCY}|${OUTLET})`

/** What may stand before the agency in a dateline: a place and a date, each word a capital or a number. */
const PLACE_AND_DATE = String.raw`^[\s\u200b\ufeff]*(?:[\p{Lu}\d][\p{L}\p{M}\p{N}.'’/-]*,?\s+){0,9}`
/** A dash or the line's end closes a dateline; after a place in capitals it may be missing. */
const DATELINE_END = String.raw`(?=\s*(?:[—–―:]|--|-\s|$))`
/** "Tresmere Press Association" is not the Press Association; "Kyiv AFP" is AFP. */
const NAME_START = String.raw`(?:(?<!\b(?!The\s)\p{Lu}\p{Ll}+\s)|(?=\p{Lu}{2}))`
const IN_BRACKETS = String.raw`[(\[](?:[^()\[\]]{0,20}[\s/,])?${NAME_START}(?<name>${AGENCY})[^()\[\]]{0,30}[)\]]`
/** `2025`, `2024–2025,` */
const YEARS = String.raw`(?:\d{4}(?:[–-]\d{4})?,?\s*)?`
const COPYRIGHT = String.raw`(?:©|[Cc]opyright)[\s©,]*(?:\([Cc]\)\s*)?${YEARS}(?:by\s)?(?:[Tt]he\s)?`
const SENTENCE_START = String.raw`(?:^|(?<=[.;—–-]\s*))(?:[—–-]\s*)?`
const CONTRIBUTED = String.raw`\s[^.\n]{0,150}?\bcontributed\s(?:reporting|to\sth(?:is|e)\s(?:report|story|article))\b[^.\n]*\.?`
/** `Reuters`, `AP/AFP`, `dpa, AFP` with whatever brackets. */
const AGENCIES = String.raw`[(\[]?(?:[Tt]he\s)?(?<name>${AGENCY})(?:[/,\s]+(?:${AGENCY}))*[)\]]?`

const HEAD: readonly Pattern[] = [
  // "BEIJING, Sept 3 (Reuters) —", "KYIV (AFP/AP) –"; "(AP) …" and "WASHINGTON (AP) …" also without a dash.
  { form: form(`(?<=${PLACE_AND_DATE})${IN_BRACKETS}${DATELINE_END}`), kind: 'wire' },
  { form: form(String.raw`(?<=^[\s\u200b\ufeff]*(?:[\p{Lu}.,'’/-]{2,}\s+){0,5})${IN_BRACKETS}`), kind: 'wire' },
  { form: form(String.raw`(?<=${PLACE_AND_DATE})[(\[/]\s*(?<name>${RELEASE_SERVICE})\s*[)\]/]`), kind: 'release' },
  // A line of its own: "Associated Press", "By Ana Lopez, Reuters", "Reuters | September 3, 2025".
  {
    form: form(
      String.raw`^\s*(?:[Bb][Yy]\s(?:[^.,|]{2,60}[,|]\s*)?)?(?:[Tt]he\s)?(?<name>${AGENCY})(?:\s(?:[Ss]taff|[Ww]riters?|[Rr]eporters?))*\s*(?=$|[|•·])`,
    ),
    kind: 'wire',
  },
  {
    form: form(String.raw`^\s*(?<name>(?:press|news|media) release|for immediate release)\s*(?=$|[:|•·—–-])`, 'i'),
    kind: 'release',
  },
]

const FOOT: readonly Pattern[] = [
  // "(Reporting by Ana Lopez in Arden; Editing by Tom Reed)": agencies sign in this form.
  {
    form: form(
      String.raw`[(\[]?(?:Additional\s)?[Rr]eporting\sby\s(?<name>[^;(),\n]{2,80}?)(?=\sin\s|\sand\s|[,;])[^()\n]{0,300}?;[^()\n]{0,200}?[Ee]diting\sby\s[^()\n]{2,120}[)\]]?`,
    ),
    kind: 'wire',
  },
  {
    form: form(
      String.raw`[(\[]?(?:With\s)?(?:[Aa]dditional\s)?[Rr]eporting\s(?:by|from)\s(?:[Tt]he\s)?(?<name>${AGENCY})[^()\n;]{0,80}[)\]]?\s*$`,
    ),
    kind: 'wire',
  },
  // "The Associated Press contributed to this report", "— Associated Press writer Tom Reed in Arden contributed …".
  { form: form(`${SENTENCE_START}(?:[Tt]he\\s)?(?<name>${AGENCY})(?:[’']s)?${CONTRIBUTED}`), kind: 'wire' },
  // "The Arden Post contributed …", "Arden Post's Tom Reed contributed …"; a bare name is a reporter's, not an outlet's.
  { form: form(`${SENTENCE_START}(?<name>The\\s${OUTLET}|${OUTLET}(?=[’']s?\\s))(?:[’']s?)?${CONTRIBUTED}`), kind: 'outlet' },
  // "This story was originally published by Grist", "This article first appeared in The Arden Post".
  {
    form: form(
      String.raw`(?:\bThis\s(?:story|article|piece|report|analysis|column|interview)\s)?(?:was\s)?(?:originally|first)\s(?:published|appeared|ran)\s(?:by|in|on|at)\s(?:the\s)?(?<name>${ANY})`,
    ),
    kind: 'outlet',
  },
  {
    form: form(
      String.raw`\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced)\s(?:[^.\n]{0,40}\s)?(?:from|by\spermission\sof|with\sthe\spermission\sof)\s(?:the\s)?(?<name>${ANY})`,
    ),
    kind: 'outlet',
  },
  // "© AFP", "Copyright 2025 The Associated Press. All rights reserved."
  { form: form(`${COPYRIGHT}(?<name>${ANY})`), kind: 'outlet', isNotice: true },
  // "Source: Reuters", "(AP)", "-- AFP", "Agencies: dpa": a line that holds nothing else.
  {
    form: form(
      String.raw`^\s*(?:(?:[Ss]ource|SOURCE|[Vv]ia|[Cc]redit|[Aa]genc(?:y|ies))\s*:?\s*|[—–-]{1,2}\s*)?${AGENCIES}\.?\s*$`,
    ),
    kind: 'wire',
  },
  // The agency after the last words: "… until Friday. (Xinhua)".
  { form: form(String.raw`(?<=[.!?…”"’]\s*)(?=[(\[])${AGENCIES}\s*$`), kind: 'wire' },
  { form: form(String.raw`^\s*SOURCE\s+(?!:)(?<name>\p{Lu}[^\n]{2,80}?)\s*$`), kind: 'release' },
  { form: form(String.raw`\b(?:[Dd]istributed|[Pp]rovided|[Ii]ssued)\sby\s(?<name>${RELEASE_SERVICE})`), kind: 'release' },
]
