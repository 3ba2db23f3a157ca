import type { Problem, Span } from '../../record/index.ts'

/** What stands between a pair of quotation marks, in one paragraph. */
export interface Quotation {
  /** With its marks. */
  readonly span: Span
  /** 0 for one that stands in none other. */
  readonly depth: number
  /** Whether the mark that closes it was found; where it is missing the span ends with its paragraph. */
  readonly closed: boolean
  /** Whether the next paragraph takes it up, by opening with the same mark. */
  readonly continues: boolean
}

/**
 * The quotations of a text, in order of their opening marks, and `quotation-unbalanced` for a paragraph whose first mark never
 * closes.
 *
 * Marks: “ ” ‘ ’ « » ‹ › „ ‟ ‚ ‛ 「 」 『 』 ``…'' "…" '…'; ’ and ' inside or before a word are apostrophes. A quotation that runs over
 * paragraphs opens each of them anew and closes only in the last, as newspapers set it.
 */
export function findQuotations(
  body: string,
  paragraphs: readonly Span[],
): { readonly quotations: Quotation[]; readonly problems: Problem[] } {
  const quotations: Quotation[] = []
  const problems: Problem[] = []
  paragraphs.forEach((paragraph, index) => {
    const { closed, open } = pairMarks(body, paragraph)
    const next = paragraphs[index + 1]
    for (const mark of open) {
      const continues = !mark.single && next !== undefined && isMarkOf(mark, body.slice(next[0], next[0] + 2))
      // A stray mark in the middle of a line says nothing about what follows it; one at its head still opens a quotation.
      const plausible = continues || mark.at === paragraph[0] || /[:,]\s*$/.test(body.slice(Math.max(0, mark.at - 3), mark.at))
      if (!mark.single && plausible) {
        closed.push({ span: [mark.at, paragraph[1]], depth: mark.depth, closed: false, continues })
      }
    }
    const stray = open.find(mark => !mark.single && !(next && isMarkOf(mark, body.slice(next[0], next[0] + 2))))
    if (stray) problems.push(unbalanced([stray.at, stray.at + stray.width]))
    closed.sort((a, b) => a.span[0] - b.span[0])
    for (const quotation of closed) quotations.push(quotation)
  })
  return { quotations, problems }
}

function unbalanced(span: Span): Problem {
  const note = 'A quotation mark that opens here is never closed.'
  return { code: 'quotation-unbalanced', stage: 'reading', span, fatal: false, note }
}

interface Mark {
  readonly at: number
  readonly width: number
  readonly closers: string
  readonly opener: string
  readonly single: boolean
  readonly depth: number
}

/** What closes each opening mark. „ is closed by “ in German and by ” elsewhere; » opens where « closes in German and Danish. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '‟': '”',
  '„': '“”"',
  '‘': '’',
  '‛': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '``': "''",
  "''": "''",
  '"': '"”',
  "'": "'",
  '”': '”',
}
const SINGLE = "‘‛‚'’"
const MARKS = /``|''|[“”„‟‘’‚‛«»‹›「」『』"']/g
/** Quotations in quotations in quotations are not set in newspapers. */
const DEPTH_MAX = 3

function pairMarks(body: string, [start, end]: Span): { closed: Quotation[]; open: Mark[] } {
  const closed: Quotation[] = []
  const open: Mark[] = []
  const text = body.slice(start, end)
  for (const match of text.matchAll(MARKS)) {
    const mark = match[0]
    const at = start + match.index
    const before = match.index === 0 ? ' ' : text[match.index - 1]!
    const after = text[match.index + mark.length] ?? ' '
    if (SINGLE.includes(mark) && isApostrophe(before, after, text, match.index)) continue
    const closes = findOpen(open, mark)
    if (closes >= 0 && !(looksOpening(before, after) && mustOpen(mark))) {
      const opened = open[closes]!
      // Marks that were opened inside and never closed fall away with it.
      open.length = closes
      closed.push({ span: [opened.at, at + mark.length], depth: opened.depth, closed: true, continues: false })
    } else if (CLOSERS[mark] && (mustOpen(mark) || looksOpening(before, after)) && open.length < DEPTH_MAX) {
      open.push({
        at,
        width: mark.length,
        opener: mark,
        closers: CLOSERS[mark],
        single: SINGLE.includes(mark),
        depth: open.length,
      })
    }
  }
  return { closed, open }
}

function findOpen(open: readonly Mark[], mark: string): number {
  for (let index = open.length - 1; index >= 0; index--) {
    const closers = open[index]!.closers
    if (mark.length === closers.length ? closers === mark : closers.length > 0 && mark.length === 1 && closers.includes(mark)) {
      if (closers !== "''" || mark === "''") return index
    }
  }
  return -1
}

const mustOpen = (mark: string): boolean => '“„‟‘‚‛«‹「『``'.includes(mark)
const looksOpening = (before: string, after: string): boolean =>
  /[\s([{—–―\-/“‘"']/u.test(before) && /[^\s,.;:!?)\]}]/u.test(after)

/** Whether a single mark is no quotation mark: inside a word, after a plural ("the workers’ rights"), before a clipped one (’90s). */
function isApostrophe(before: string, after: string, text: string, at: number): boolean {
  const word = /[\p{L}\p{N}]/u
  const mark = text[at]!
  if (mark === '‘' || mark === '‚' || mark === '‛') return false
  if (word.test(before) && word.test(after)) return true
  if (!word.test(before) && word.test(after)) {
    if (/^['’](?:\d|em\b|tis\b|twas\b|cause\b|til\b|n['’]?\b|round\b|bout\b)/u.test(text.slice(at, at + 7))) return true
    return mark === '’'
  }
  if (/[sS]/.test(before) && /\s/.test(after)) return !/[‘'](?=\p{L})/u.test(text.slice(Math.max(0, at - SINGLE_UNITS_MAX), at))
  return false
}

/** A quotation in single marks that is longer than this is not told from two apostrophes. UTF-16 units; by judgement. */
const SINGLE_UNITS_MAX = 300

function isMarkOf(mark: Mark, text: string): boolean {
  return text.startsWith(mark.opener) || (mark.opener === '“' && text.startsWith('"'))
}
