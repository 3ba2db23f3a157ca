import { isAgency } from '../../article/agencies.ts'
import { splitParagraphs, splitSentences } from '../../reading/words/sentences.ts'
import { overlaps, type Reading, type Span } from '../../record/index.ts'
import {
  AGENCY_LIKE,
  ARTICLE_LINES,
  HELD_AFTER,
  HELD_BEFORE,
  isMediaName,
  NAME_AFTER,
  NAME_BEFORE,
  PHRASES,
  QUALIFIER,
  RELEASE_LINE,
} from './cues.ts'
import { keyOf, listedKey, mayBeName, namesOf, outletKey } from './outlets.ts'

/** One place where an article says that it has something from elsewhere, or that it was told it itself. */
export interface Sourcing {
  /**
   * `agency`, `outlet`: another newsroom; `release`: a statement in writing that anybody may print; `speech`: an occasion that many could hear
   * ("told reporters"); `own`: "told this newspaper".
   */
  readonly kind: 'agency' | 'outlet' | 'release' | 'speech' | 'own'
  /** Whom or what it names, as it stands in the article. */
  readonly name: string
  /** The words that say so. */
  readonly span: Span
  /** `outletKey` of the outlet or agency; null for the other kinds, and where an agency's form names none. */
  readonly key: string | null
  /** A credit speaks for the whole article, a citation for its sentence. */
  readonly scope: 'article' | 'sentence'
  /** The sentence that it covers; null where that is the article. */
  readonly sentence: Span | null
  /** Statements of the Reading in that sentence, by id. */
  readonly statements: readonly string[]
}

/**
 * What an article says it has from elsewhere, in the order of the text. `held` are the publishers of the articles of its story: they are known by name, and by the
 * last word of it ("the Courier") where only one of them ends so.
 */
export function sourcingOf(reading: Reading, held: readonly string[] = []): readonly Sourcing[] {
  const among = held.join('\n')
  const known = KNOWN.get(reading)
  if (known?.among === among) return known.sourcing
  const sourcing = readSourcing(reading, held)
  KNOWN.set(reading, { among, sourcing })
  return sourcing
}

/** Lineage asks for it, and the count of origins. */
const KNOWN = new WeakMap<Reading, { readonly among: string; readonly sourcing: readonly Sourcing[] }>()

function readSourcing(reading: Reading, held: readonly string[]): Sourcing[] {
  const { articleBody: body, publisher } = reading.article
  const names = namesAmong(held, publisher)
  const own = publisher === null ? null : outletKey(publisher)
  const paragraphs = splitParagraphs(body)
  const whole = creditsOf(reading, { paragraphs, names })
    .filter(({ key }) => key === null || key !== own)
    .map(credit => ({ ...credit, scope: 'article' as const, sentence: null, statements: [] }))
  const spans = (reading.statements ?? []).map(({ id, source, cue, content }) => ({ id, spans: [...source, ...cue, ...content] }))
  const before = new Map<string, Found>()
  const cited = splitSentences(body, paragraphs).flatMap(sentence => {
    const text = body.slice(sentence[0], sentence[1])
    const named = citationsIn(text, { names, own, isPerson: span => isPerson(reading, shifted(span, sentence[0])) })
    const found = [...named, ...(named.length === 0 ? againIn(text, before) : []), ...phrasesIn(text)]
    for (const one of named) if (one.key !== null) before.set(one.key, one)
    if (found.length === 0) return []
    const statements = spans.filter(each => each.spans.some(span => overlaps(span, sentence))).map(({ id }) => id)
    return found.map(({ kind, name, span, key }): Sourcing => {
      return { kind, name, key, span: shifted(span, sentence[0]), scope: 'sentence', sentence, statements }
    })
  })
  const inCredit = (span: Span): boolean => whole.some(credit => overlaps(credit.span, span))
  return [...whole, ...cited.filter(({ span }) => !inCredit(span))].sort((a, b) => a.span[0] - b.span[0])
}

type Found = Pick<Sourcing, 'kind' | 'name' | 'span' | 'key'>
type Names = ReadonlyMap<string, string>

const AMONG = new WeakMap<readonly string[], Names>()

/** `heldNames`, worked out once for one list of publishers. */
function namesAmong(held: readonly string[], publisher: string | null): Names {
  const isOne = publisher === null || held.includes(publisher)
  const known = isOne ? AMONG.get(held) : undefined
  if (known) return known
  const names = heldNames(isOne ? held : [...held, publisher])
  if (isOne) AMONG.set(held, names)
  return names
}

/** Keys of outlets by every name that the articles of the story may call them. */
function heldNames(publishers: readonly string[]): Names {
  const names = new Map<string, string>()
  const lastWords = new Map<string, Set<string>>()
  for (const publisher of publishers) {
    const key = outletKey(publisher)
    for (const name of namesOf(publisher)) {
      names.set(keyOf(name), key)
      const last = keyOf(name).split(' ').at(-1)!
      if (last !== keyOf(name)) lastWords.set(last, (lastWords.get(last) ?? new Set()).add(key))
    }
  }
  for (const [word, keys] of lastWords) if (keys.size === 1) names.set(`the ${word}`, [...keys][0]!)
  return names
}

/** Credits for the whole article: those that the Reading has, and lines at head and foot that name an agency or outlet that no list has. */
function creditsOf(reading: Reading, given: { readonly paragraphs: readonly Span[]; readonly names: Names }): Found[] {
  const { articleBody: body, credits, author } = reading.article
  const read = credits.map(({ name: written, kind, span }): Found => {
    const name = written.replace(/\.\sAll$/, '')
    if (kind === 'release') return { kind: 'release', name, span, key: null }
    // "Reporting by Ana Lopez; Editing by Tom Reed" is an agency's form, and names none.
    const isNamed = kind === 'outlet' || isAgency(name) || AGENCY_LIKE.test(name)
    return { kind: kind === 'wire' ? 'agency' : 'outlet', name, span, key: isNamed ? outletKey(name) : null }
  })
  const found: Found[] = []
  given.paragraphs.forEach((paragraph, index) => {
    const isHead = index < HEAD_PARAGRAPHS
    const line = body.slice(paragraph[0], paragraph[1]).trim()
    if (index === 0 && RELEASE_LINE.test(line)) found.push({ kind: 'release', name: line, span: paragraph, key: null })
    const isFoot = index >= given.paragraphs.length - FOOT_PARAGRAPHS
    for (const { form, at, isHeld = false } of ARTICLE_LINES) {
      if (!(at === 'head' ? isHead : isFoot)) continue
      const match = form.exec(body.slice(paragraph[0], paragraph[1]))
      const name = match?.groups?.name?.replace(/[.’']+$/, '')
      if (!match || !name) continue
      const key = given.names.get(keyOf(name)) ?? listedKey(name)
      const isAgency = isHeld || AGENCY_LIKE.test(name)
      if (isHeld ? !given.names.has(keyOf(name)) : key === null && !isAgency && !isMediaName(name)) continue
      const span = shifted([match.index, match.index + match[0].length], paragraph[0])
      found.push({ kind: isAgency ? 'agency' : 'outlet', name, span, key: key ?? outletKey(name) })
    }
  })
  const fresh = found.filter(({ span }) => !read.some(credit => overlaps(credit.span, span)))
  const once = fresh.filter(({ span }, at) => !fresh.slice(0, at).some(other => overlaps(other.span, span)))
  return [...read, ...once, ...bylineOf(author, body)]
}

/** Headline, byline and the paragraph that begins with the dateline. */
const HEAD_PARAGRAPHS = 4
const FOOT_PARAGRAPHS = 3

/** An agency that stands in the byline alone has no place in the text: its span is empty, at the head. */
function bylineOf(authors: readonly string[], body: string): Found[] {
  return authors.flatMap((author): Found[] => {
    const key = listedKey(author)
    const at = body.indexOf(author)
    if (!AGENCY_LIKE.test(author) && !(key !== null && isListedAgency(author))) return []
    return [{ kind: 'agency', name: author, span: at === -1 ? [0, 0] : [at, at + author.length], key: key ?? outletKey(author) }]
  })
}

interface Naming {
  readonly names: Names
  /** The outlet's own key. */
  readonly own: string | null
  readonly isPerson: (span: Span) => boolean
}

function citationsIn(sentence: string, naming: Naming): Found[] {
  const after = (form: RegExp, isSure: (named: Named) => boolean): Found[] =>
    [...sentence.matchAll(form)].flatMap(match => {
      const named = nameFrom(sentence, match.index + match[0].length, naming)
      return named && isSure(named) ? [foundAs(sentence, [match.index, named.span[1]], named, naming)] : []
    })
  const before = (form: RegExp, isHeld: boolean): Found[] =>
    [...sentence.matchAll(form)].flatMap(match => {
      const named = nameUpTo(sentence, match.index, naming, isHeld)
      return named ? [foundAs(sentence, [named.span[0], match.index + match[0].length], named, naming)] : []
    })
  const sure = [...after(NAME_AFTER, () => true), ...before(NAME_BEFORE, false)]
  const held = [
    ...after(HELD_AFTER, ({ isHeld, span }) => isHeld && isWholeName(sentence, span, naming)),
    ...HELD_BEFORE.flatMap(form => before(form, true)),
  ]
  return [...sure, ...held.filter(({ span }) => !sure.some(other => overlaps(other.span, span)))]
}

/** "in the Lantern" and "to Radio Skarn", but not "in May", "to the Lantern’s editor", "on the Lantern Road", or "on the Skarn route" for Radio Skarn. */
function isWholeName(sentence: string, [from, to]: Span, { names }: Naming): boolean {
  const name = sentence.slice(from, to)
  const bare = name.replace(/^the\s/i, '')
  const isSure = /\s/.test(bare) || (bare !== name && (names.has(keyOf(bare)) || isMediaName(`The ${bare}`)))
  return isSure && !/['’]s$/.test(name) && !/^\s\p{Lu}/u.test(sentence.slice(to))
}

interface Named {
  readonly span: Span
  readonly key: string
  /** Whether the story has an article of it. */
  readonly isHeld: boolean
}

function foundAs(sentence: string, span: Span, named: Named, { own }: Naming): Found {
  const name = sentence.slice(named.span[0], named.span[1])
  if (named.key === own) return { kind: 'own', name, span, key: null }
  return { kind: isListedAgency(name) || AGENCY_LIKE.test(name) ? 'agency' : 'outlet', name, span, key: named.key }
}

/** "told the state news agency TASS": the longest name that begins within a few qualifying words. */
function nameFrom(sentence: string, from: number, naming: Naming): Named | null {
  const words = [...sentence.slice(from).matchAll(WORD)].slice(0, QUALIFIERS_MAX + NAME_WORDS_MAX)
  for (let first = 0; first <= QUALIFIERS_MAX && first < words.length; first++) {
    for (let last = Math.min(first + NAME_WORDS_MAX, words.length) - 1; last >= first; last--) {
      const span: Span = [from + words[first]!.index, from + words[last]!.index + words[last]![0].length]
      const named = namedAt(sentence, span, naming)
      if (named) return named
    }
    if (!QUALIFIER.test(words[first]![0])) return null
  }
  return null
}

/** "The Arden Post reported": the longest name that ends at the verb. */
function nameUpTo(sentence: string, to: number, naming: Naming, isHeld: boolean): Named | null {
  const words = [...sentence.slice(0, to).matchAll(WORD)].slice(-NAME_WORDS_MAX)
  if (words.length === 0) return null
  const last = words.at(-1)!
  const end = last.index + last[0].length
  if (/[^\s,“”"'’]/.test(sentence.slice(end, to))) return null
  const named = words.flatMap(word => namedAt(sentence, [word.index, end], naming) ?? [])
  // "Last Thursday the Arden Post reported": whoever is known by name is meant, whatever stands before it.
  return named.find(each => each.isHeld) ?? (isHeld ? null : (named[0] ?? null))
}

const WORD = /[\p{L}\p{N}+][\p{L}\p{M}\p{N}.'’&/+-]*(?<![.'’])/gu
const NAME_WORDS_MAX = 6
const QUALIFIERS_MAX = 4

function namedAt(sentence: string, span: Span, { names, isPerson }: Naming): Named | null {
  const name = sentence.slice(span[0], span[1])
  const bare = name.replace(/^[Tt]he\s/, '')
  if (!mayBeName(bare)) return null
  if (/[,;:]/.test(name)) return null
  // "told Australian radio" names no outlet.
  if (bare === name && !/\s/.test(name) && ADJECTIVE.test(name)) return null
  const held = /^[\p{Lu}\d]/u.test(bare) ? (names.get(keyOf(name)) ?? shortName(name, names)) : undefined
  const key = held ?? listedKey(bare)
  if (key !== null) return { span, key, isHeld: held !== undefined }
  if (!isMediaName(bare) || isPerson(span)) return null
  return { span, key: outletKey(name), isHeld: false }
}

/** "the Courier", for the one outlet of the story whose name ends so. */
function shortName(name: string, names: Names): string | undefined {
  return /^[Tt]he\s\S+$/.test(name) ? names.get(`the ${keyOf(name)}`) : undefined
}

/** "Eleven were removed, according to the broadcaster": the one outlet that the article has cited by name before. */
function againIn(sentence: string, before: ReadonlyMap<string, Found>): Found[] {
  const match = AGAIN.exec(sentence)
  const [known] = before.values()
  if (match === null || known === undefined || before.size > 1) return []
  if ((known.kind === 'agency') !== /agency/i.test(match[0])) return []
  return [{ ...known, name: match[0], span: [match.index, match.index + match[0].length] }]
}

/** "The agency" and "the station" are mostly others. */
const OUTLET_NOUN = '(?:(?:news)?paper|daily|weekly|magazine|tabloid|broadcaster|news (?:agency|website|site|channel))'
const AGAIN = new RegExp(
  `\\b(?:according to|told) the ${OUTLET_NOUN}\\b|\\bthe ${OUTLET_NOUN} (?:(?:has|had|also|first) )*(?:said|says|reported|reports|wrote|writes|added|adds)\\b`,
  'i',
)

function phrasesIn(sentence: string): Found[] {
  return PHRASES.flatMap(({ kind, form }) =>
    [...sentence.matchAll(form)].map((match): Found => {
      const name = match.groups?.name ?? match[0]
      return { kind, name, span: [match.index, match.index + match[0].length], key: null }
    }),
  )
}

function isPerson(reading: Reading, span: Span): boolean {
  return (reading.entities ?? []).some(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some(mention => mention.form === 'name' && overlaps(mention.span, span)),
  )
}

const ADJECTIVE = /^\p{Lu}\p{Ll}+(?:an|ish|ese)$/u
const isListedAgency = (name: string): boolean => listedKey(name) !== null && isAgency(name)
const shifted = (span: Span, by: number): Span => [span[0] + by, span[1] + by]
