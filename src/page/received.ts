import { HearsayError } from '../errors.ts'
import type { GivenMetadata, HtmlPage, Problem, TextPage } from '../record/index.ts'
import { type Decoded, decode } from './encoding.ts'

/** What is known of some bytes beside the bytes. */
export interface About {
  /** As the user will find it in `reading.input`. */
  readonly input: string
  /** By the name or the Content-Type; null where the bytes have to tell. */
  readonly kind: 'html' | 'text' | null
  readonly given?: GivenMetadata
  readonly charset?: string | null
  readonly url?: string | null
  readonly fetchedAt?: string | null
}

/** The Page in some bytes. Throws `input-empty` and `input-binary`. */
export function pageFromBytes(bytes: Uint8Array, about: About): HtmlPage | TextPage {
  const { input, kind, given, charset = null, url = null, fetchedAt = null } = about
  if (isBinary(bytes)) throw new HearsayError('input-binary', 'The bytes are those of no text.')
  const decoded = decode(bytes, charset)
  if (decoded.text.trim() === '') throw new HearsayError('input-empty', 'There are no characters but white space.')
  const problems = problemsOf(decoded)
  const received = { input, ...(given && { given }), ...(problems.length > 0 && { problems }) }
  if ((kind ?? sniffed(decoded.text)) === 'html') return { ...received, kind: 'html', html: decoded.text, url, fetchedAt }
  return { ...received, kind: 'text', text: decoded.text }
}

/** As much as is looked at to tell what a file is. */
const BEGINNING = 4096

/** Signatures of files whose beginning may hold no NUL. */
const SIGNATURES = ['%PDF-', '%!PS', '{\\rtf', 'PK\x03\x04', '\x1f\x8b', 'BZh', 'Rar!', '7z\xbc\xaf']

function isBinary(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1')
  if (/^(?:\xfe\xff|\xff\xfe)/.test(beginning) || /^(?:þÿ|ÿþ)/.test(beginning)) return false
  return beginning.includes('\0') || SIGNATURES.some(signature => beginning.startsWith(signature))
}

function sniffed(text: string): 'html' | 'text' {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|\?xml|html|head|body|article|main|div|meta|title|p)\b/i.test(text)
    ? 'html'
    : 'text'
}

/** The problem that a guessed encoding is. */
export function problemsOf({ guessed, encoding }: Decoded): readonly Problem[] {
  if (!guessed) return []
  const note =
    encoding === 'utf-8'
      ? 'Some bytes are not valid UTF-8; each stands as U+FFFD.'
      : `The bytes are not UTF-8, and nothing else is declared; read as ${encoding}.`
  return [{ code: 'encoding-guessed', stage: 'page', span: null, fatal: false, note }]
}
