import type { Span } from '../../record/index.ts'

/** Up to this many units a fragment quotes the text whole; beyond, its first and last words, as browsers do themselves. */
const WHOLE_UNITS_MAX = 120
/** Words at each end of a longer passage, and the most that are added before or after it to tell it from another. */
const END_WORDS = 5
const CONTEXT_WORDS_MAX = 6

/**
 * The address of a passage inside a page: `#:~:text=[prefix-,]start[,end][,-suffix]`, as the URL Fragment Text Directives draft
 * of the WICG has it. Prefix and suffix are added only where the words stand in the body more than once.
 */
export function textFragmentUrl(url: string, body: string, span: Span): string {
  const trimmed = trim(body, span)
  const { start, end } = endsOf(body, trimmed)
  const { prefix, suffix } = contextOf(body, trimmed, end === null)
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`]
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${parts.filter(Boolean).join(',')}`
}

/** Start and end of the passage; end is null where start is all of it. A directive part may not cross a paragraph. */
function endsOf(body: string, span: Span): { start: string; end: string | null } {
  const text = body.slice(...span)
  if (text.length <= WHOLE_UNITS_MAX && !text.includes('\n')) return { start: text, end: null }
  const firstLine = text.split('\n', 1)[0]!
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  return { start: words(firstLine).slice(0, END_WORDS).join(''), end: words(lastLine).slice(-END_WORDS).join('').trimStart() }
}

function contextOf(body: string, [start, end]: Span, whole: boolean): { prefix: string | null; suffix: string | null } {
  const text = body.slice(start, end)
  // A range of start and end is found from its start on; the start is what must be told apart.
  const needle = (whole ? text : words(text).slice(0, END_WORDS).join('')).toLowerCase()
  const haystack = body.toLowerCase()
  if (haystack.indexOf(needle) === haystack.lastIndexOf(needle)) return { prefix: null, suffix: null }
  const lineBefore = body.slice(body.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = body.indexOf('\n', end)
  const lineAfter = body.slice(end, lineEnd < 0 ? body.length : lineEnd)
  const prefix = words(lineBefore).slice(-CONTEXT_WORDS_MAX).join('').trim()
  const suffix = words(lineAfter).slice(0, CONTEXT_WORDS_MAX).join('').trim()
  return { prefix: prefix || null, suffix: suffix || null }
}

/** A word with the white space before it; a text that has none between words (Chinese) is one word. */
function words(text: string): readonly string[] {
  return text.match(/\s*\S+/g) ?? []
}

function trim(body: string, [start, end]: Span): Span {
  const text = body.slice(start, end)
  return [start + text.length - text.trimStart().length, end - (text.length - text.trimEnd().length)]
}

/** `-`, `,` and `&` divide a directive, so they must be escaped beyond what encodeURIComponent does; lone surrogates cannot be. */
function encode(text: string): string {
  return encodeURIComponent(text.trim().replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/-/g, '%2D')
}
