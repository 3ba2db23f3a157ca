/**
 * The signals by which a site keeps its pages from text and data mining, as data to data. `docs/fetching.md` lists them with
 * their sources; each function returns what a person is told, or null where the site has no objection.
 */

/**
 * Values of `X-Robots-Tag` and `<meta name="robots">` against use by models: `noai` (DeviantArt, 2022) and `noml` (Mojeek, 2023).
 * `noimageai` alone is about pictures, which Hearsay never fetches; `noindex` is about search engines.
 */
const OPT_OUT_WORDS = new Set(['noai', 'noml'])

/** The product token under which rules may address this program. */
export const PRODUCT = 'hearsay'

/** The signal in the lines of `X-Robots-Tag`, whose parts may be addressed to one agent: `otherbot: noai, noindex`. */
export function optOutInHeader(lines: readonly string[]): string | null {
  for (const line of lines) {
    let addressee = '*'
    for (const part of line.toLowerCase().split(',')) {
      const [, agent, word] = /^\s*(?:([\w-]+)\s*:)?\s*(.*?)\s*$/.exec(part) ?? []
      if (agent && !VALUED_WORDS.has(agent)) addressee = agent
      if ((addressee === '*' || addressee === PRODUCT) && OPT_OUT_WORDS.has(word ?? '')) return `X-Robots-Tag: ${word}`
    }
  }
  return null
}

/** Words of `X-Robots-Tag` that take a value and so look like the name of an agent. */
const VALUED_WORDS = new Set(['max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after'])

/** The signal in the page's own `<meta name="robots">`, or the one addressed to this program by name. */
export function optOutInMeta(metas: readonly Meta[]): string | null {
  for (const { name, content } of metas) {
    if (name !== 'robots' && name !== PRODUCT) continue
    const word = content.split(',').find(part => OPT_OUT_WORDS.has(part.trim()))
    if (word) return `<meta name="${name}" content="${word.trim()}">`
  }
  return null
}

/**
 * The signal `ai-input=no` of the `Content-Signal` lines in robots.txt (contentsignals.org), which covers putting a page into a
 * model. `ai-train` and `search` are not what Hearsay does. Lines of the group for this program stand over those for all.
 */
export function optOutInContentSignals(robotsText: string): string | null {
  const signals = new Map<string, string>()
  let group: string[] = []
  let inRules = false
  for (const line of robotsText.split(/\r\n|\r|\n/)) {
    const [, name, value] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line.toLowerCase()) ?? []
    if (!name || value === undefined) continue
    if (name === 'user-agent') {
      if (inRules) group = []
      group.push(value.trim().replace(/\/.*/, ''))
    } else if (name === 'content-signal') {
      for (const agent of group) signals.set(agent, `${signals.get(agent) ?? ''},${value}`)
    }
    inRules = name !== 'user-agent'
  }
  const ours = signals.get(PRODUCT) ?? signals.get('*') ?? ''
  const refused = ours.split(',').some(part => part.replaceAll(/\s/g, '') === 'ai-input=no')
  return refused ? 'robots.txt, Content-Signal: ai-input=no' : null
}

/** A `<meta>` element, its name and content in lower case. */
export interface Meta {
  readonly name: string
  readonly content: string
}

/** The named `<meta>` elements of a page. Read without a parser, since a page that is not to be read is not to be parsed. */
export function metasOf(html: string): readonly Meta[] {
  const metas: Meta[] = []
  for (const [element] of html.matchAll(/<meta\s[^<>]{1,1000}>/gi)) {
    const name = attribute(element, 'name')
    const content = attribute(element, 'content')
    if (name !== null && content !== null) metas.push({ name: name.toLowerCase(), content: content.toLowerCase() })
  }
  return metas
}

function attribute(element: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(element)
  return found ? (found[1] ?? found[2] ?? found[3] ?? '').trim() : null
}

/** What a `tdm-reservation` says: 1 reserved, 0 not reserved; anything else says nothing. */
export type TdmReservation = 0 | 1 | null

export interface TdmSignals {
  /** The parsed `/.well-known/tdmrep.json`, whatever it holds; null without one. */
  readonly file: unknown
  readonly path: string
  readonly header: string | null
  readonly metas: readonly Meta[]
}

/**
 * The reservation that stands by the TDM Reservation Protocol (W3C community group report of 2024): the page's own `<meta>` over
 * the response header, and that over the file at the origin.
 */
export function tdmReserved({ file, path, header, metas }: TdmSignals): string | null {
  const meta = reservation(metas.find(({ name }) => name === 'tdm-reservation')?.content)
  if (meta !== null) return meta === 1 ? '<meta name="tdm-reservation" content="1">' : null
  const inHeader = reservation(header)
  if (inHeader !== null) return inHeader === 1 ? 'tdm-reservation: 1 in the response header' : null
  return reservationInFile(file, path) === 1 ? 'tdm-reservation: 1 in /.well-known/tdmrep.json' : null
}

/** The first rule whose location fits counts, as in the examples of the report; a single object is read as a list of one. */
function reservationInFile(file: unknown, path: string): TdmReservation {
  const rules = Array.isArray(file) ? file : [file]
  for (const rule of rules.slice(0, TDM_RULES_MAX)) {
    if (typeof rule !== 'object' || rule === null) continue
    const { location = '/', 'tdm-reservation': value } = rule as Record<string, unknown>
    if (typeof location === 'string' && pathMatches(location, path)) return reservation(value)
  }
  return null
}

/** Files in use have a handful of rules; the bound keeps a hostile one from taking long. */
const TDM_RULES_MAX = 1000

function reservation(value: unknown): TdmReservation {
  const text = String(value ?? '').trim()
  return text === '1' ? 1 : text === '0' ? 0 : null
}

/** Whether a path begins as the pattern says; `*` stands for any characters, `$` at its end for the end of the path. */
export function pathMatches(pattern: string, path: string): boolean {
  const whole = pattern.endsWith('$')
  const pieces = (whole ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = pieces
  if (!path.startsWith(first)) return false
  if (whole && rest.length === 0) return path === first
  let at = first.length
  const last = whole ? (rest.pop() ?? '') : ''
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !whole || (path.length - last.length >= at && path.endsWith(last))
}
