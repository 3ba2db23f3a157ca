/** A text out of bytes. `guessed` says that nothing declared the encoding, or that the bytes contradict what is declared. */
export interface Decoded {
  readonly text: string
  /** The WHATWG name of the encoding that was used. */
  readonly encoding: string
  readonly guessed: boolean
}

/**
 * The text of `bytes` without its byte order mark. In this order: a byte order mark, `declared` (the charset of a Content-Type),
 * `<meta>` or the XML declaration of a page, valid UTF-8, else a guess. Malformed bytes become U+FFFD.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const named = marked(bytes) ?? known(declared) ?? known(charsetInPage(bytes))
  if (named !== null && named !== 'utf-8') return { text: decodeAs(named, bytes), encoding: named, guessed: false }
  const valid = validUtf8(bytes)
  if (valid !== null) return { text: valid, encoding: 'utf-8', guessed: false }
  const loose = decodeAs('utf-8', bytes)
  const isUtf8 = named === 'utf-8' ? !contradicts(loose) : moreWholeThanBroken(loose)
  if (isUtf8) return { text: loose, encoding: 'utf-8', guessed: true }
  return { text: decodeAs(LEGACY, bytes), encoding: LEGACY, guessed: true }
}

/** What most undeclared text is that is not UTF-8, and what browsers assume for Western languages. */
const LEGACY = 'windows-1252'

function marked(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** The WHATWG name behind a label such as `latin1`; null where no decoder has it. */
function known(label: string | null): string | null {
  if (label === null) return null
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** HTML has the declaration within the first 1024 bytes; pages that put scripts before it are common, so we look further. */
const DECLARATION_BYTES = 8192

function charsetInPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES))
  const found =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  const label = found?.[1] ?? null
  // A page that could be read as ASCII so far is not UTF-16, whatever it says: the HTML standard takes UTF-8 then.
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  // Node 20.20 decodes windows-1252 in one piece as latin1, which turns its quotation marks into control characters; as a
  // stream it decodes them.
  const decoder = new TextDecoder(encoding)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

/** A damaged UTF-8 text still holds whole sequences; a text in a one-byte encoding holds none but by accident. */
function moreWholeThanBroken(text: string): boolean {
  return wholeIn(text) > brokenIn(text)
}

/** Many a page is declared as UTF-8 and was saved as windows-1252: then no sequence is whole. One that is broken may be a cut. */
function contradicts(text: string): boolean {
  return wholeIn(text) === 0 && brokenIn(text) > 1
}

const wholeIn = (text: string): number => text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0

const brokenIn = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0
