import type { Attribution, Span } from '../../record/index.ts'
import { GIVEN_NAMES, ROLES } from '../words/lexicon.ts'
import { indexAt } from '../words/spans.ts'
import { type Word, wordsIn } from '../words/words.ts'

/** Where an attribution names who is spoken to, as a noun phrase; null where it names nobody. */
export function addresseeOf(given: {
  readonly body: string
  readonly sentences: readonly Span[]
  readonly attribution: Attribution
  readonly lemma: string | null
}): Span | null {
  const { body, sentences, attribution, lemma } = given
  const cue = attribution.cue.at(-1)
  if (!cue || lemma === null) return null
  return afterVerb(body, attribution, lemma) ?? besideVerb(body, sentences[indexAt(sentences, cue[0])] ?? cue, attribution)
}

const set = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Verbs whose object is spoken to: "told the panel", "asked Lowe whether". */
const TELLING = set(
  `tell ask inform assure reassure remind warn advise urge encourage implore beg beseech order instruct notify brief persuade convince
   invite challenge question press caution counsel command exhort entreat admonish lecture alert thank direct quiz interrogate interview
   inform promise task enjoin forbid dare`,
)
/** Of these the object may be what is said, too: "promised tax cuts"; one is spoken to only where a clause follows. */
const OFTEN_OF_THINGS = set('promise press challenge question direct order command invite forbid dare interview')
/** Verbs with the one spoken to after "to" or "with". */
const SAYING = set(
  `say write speak talk explain complain admit confess confide confirm announce suggest propose reply respond apologise apologize testify
   swear repeat whisper shout yell scream describe report reveal disclose mention present signal appeal plead pray argue add boast brag
   acknowledge concede deny stress insist declare hint indicate lie recommend lament recount relate state vow`,
)
const WITH = set('plead argue speak talk')

function afterVerb(body: string, { cue, content }: Attribution, lemma: string): Span | null {
  const [start, end] = cue.at(-1)!
  const line = lineEnd(body, end)
  const words = wordsIn(body, [start, Math.min(line, end + REST_UNITS)])
  const called = /\b(?:call|calls|called|calling)\s+(?:up)?on\b/i.exec(body.slice(start, end))
  const verb = called ? words.findIndex(word => word.lower === 'on') : verbAt(words, lemma, end)
  if (verb === -1) return null
  if (!called && isPassive(body, start, words, verb)) return null
  if (called || TELLING.has(lemma)) {
    const phrase = phraseAt(body, words, verb + 1)
    if (!phrase) return null
    if (!called && OFTEN_OF_THINGS.has(lemma) && !isFollowedByClause(body, phrase, content)) return null
    return phrase
  }
  const next = words[verb + 1]
  if (!SAYING.has(lemma) || !next || !(next.lower === 'to' || (next.lower === 'with' && WITH.has(lemma)))) return null
  return phraseAt(body, words, verb + 2)
}

/** How far behind a cue the one spoken to is looked for, in UTF-16 units. */
const REST_UNITS = 120

function lineEnd(body: string, from: number): number {
  const at = body.slice(from, from + REST_UNITS).search(/[\n\r\u2028\u2029]/)
  return at === -1 ? Math.min(body.length, from + REST_UNITS) : from + at
}

/** The verb itself, where the cue goes on behind it ("told reporters on Monday"); else the cue's last word. */
function verbAt(words: readonly Word[], lemma: string, end: number): number {
  const inside = words.filter(word => word.span[0] < end).length
  const root = lemma.slice(0, Math.min(lemma.length, 3))
  const found = words.slice(0, inside).findIndex(({ lower }) => lower.startsWith(root) || (lemma === 'tell' && lower === 'told'))
  return found === -1 ? inside - 1 : found
}

/** "was told", "been asked": the subject is spoken to, which is not looked for. */
function isPassive(body: string, start: number, words: readonly Word[], verb: number): boolean {
  const before =
    verb > 0 ? words[verb - 1]!.lower : (body.slice(Math.max(0, start - 10), start).match(/([\p{L}]+)\s$/u)?.[1] ?? '')
  return /^(?:was|were|been|being|is|are|be|when|if)$/.test(before.toLowerCase()) && /(?:ed|told)$/.test(words[verb]!.lower)
}

/** The noun phrase that begins at a word, where it may be one who is spoken to; null for clauses, things and verbs. */
function phraseAt(body: string, words: readonly Word[], at: number): Span | null {
  const first = words[at]
  const previous = words[at - 1]
  if (!first || !previous || !/^\s+$/.test(body.slice(previous.span[1], first.span[0])) || NOT_FIRST.has(first.lower)) return null
  let to = at + 1
  while (to < words.length && to - at < PHRASE_WORDS_MAX) {
    const word = words[to]!
    const gap = body.slice(words[to - 1]!.span[1], word.span[0])
    if (OBJECTS.has(first.lower) || !/^\s+$|^['’]s?\s+$|^['’]s\s[“"]$/.test(gap) || ENDS.has(word.lower)) break
    // "told the court the driver had": another article opens what is told.
    if (/^(?:the|an?)$/.test(word.lower) && !word.capital) break
    to++
  }
  const last = words[to - 1]!
  return mayListen(words.slice(at, to)) ? [first.span[0], last.span[1]] : null
}

const PHRASE_WORDS_MAX = 9
const OBJECTS = set('him her them it me us you')
const NOT_FIRST = set(
  `that whether if how why what when where who which about for of to in on at by with from as against not and or but again him/her
   himself herself themselves itself myself ourselves so more because there`,
)
const ENDS = set(
  `that whether if how why what when where who which about to in on at by with from as during after before while over under since for of
   he she it they we i you his was were is are has have had will would last this next earlier later yesterday today tomorrow not never and
   via through using because monday tuesday wednesday thursday friday saturday sunday directly repeatedly again privately publicly
   outside inside near ahead recently afterwards afterward`,
)

/** People, bodies and groups listen; a noun that is neither a name nor one of these is no addressee. */
function mayListen(words: readonly Word[]): boolean {
  const last = words.at(-1)!
  if (OBJECTS.has(words[0]!.lower)) return true
  if (last.possessive) return false
  if (last.capital) return true
  return (
    LISTENERS.test(last.lower) ||
    ROLES.has(last.lower) ||
    ROLES.has(last.lower.replace(/(?:e?s)$/, '')) ||
    GIVEN_NAMES.has(last.text)
  )
}

const LISTENERS =
  /^(?:.*(?:ers|ors|ists|ants|ents|ians|ates|ees|men|women)|people|crowds?|audiences?|reporters?|panel|court|courts|jury|jurors|judges?|committee|council|commission|parliament|congress|house|senate|board|rally|forum|gathering|conference|group|groups|meeting|assembly|police|officials?|staff|press|media|public|family|families|company|companies|agency|agencies|ministry|ministries|department|government|governments|nation|nations|country|countries|newspaper|magazine|network|station|channel|website|paper|broadcaster|press|union|unions|team|crew|class|congregation|children|parents|relatives|friends|colleagues|allies|aides|troops|soldiers|residents|citizens|authorities|police|party|delegates|chiefs?|heads?|hearing|summit|convention|veterans|husband|wife|son|daughter|mother|father|brother|sister|everyone|everybody|anyone|anybody|others|youths?|guests?|fans|lawmakers|states|bank|banks|firm|firms|service|club|guards|crowd|lawyers|attorneys|prosecutors|those)$/

/** "asked Lowe to", "promised voters that", or the content right behind. */
function isFollowedByClause(body: string, phrase: Span, content: readonly Span[]): boolean {
  if (/^\s+(?:that|to|whether|if|how|why|what|when|who|where|on)\s/.test(body.slice(phrase[1], phrase[1] + 12))) return true
  return content.some(([start]) => start >= phrase[1] && start - phrase[1] <= 3)
}

/** "in a letter to the minister", "in an interview with the Herald", "speaking to reporters, Lowe said". */
function besideVerb(body: string, sentence: Span, { cue, content, source }: Attribution): Span | null {
  const from = Math.max(sentence[0], Math.min(cue[0]![0], source[0]?.[0] ?? cue[0]![0]) - REST_UNITS)
  const to = Math.min(sentence[1], cue.at(-1)![1] + REST_UNITS)
  for (const match of body.slice(from, to).matchAll(BESIDE)) {
    const at = from + match.index + match[0].length
    if (content.some(([start, end]) => start < at && at <= end)) continue
    const words = wordsIn(body, [Math.max(from, at - 4), lineEnd(body, at)])
    const first = words.findIndex(word => word.span[0] >= at)
    const phrase = first > 0 ? phraseAt(body, words, first) : null
    if (phrase) return phrase
  }
  return null
}

const BESIDE =
  /(?<![\p{L}])(?:in\s(?:an?|the|his|her|their|its)\s(?:[\p{L}'’-]+\s){0,3}?(?:(?:letter|e-?mail|message|note|memo|memorandum|statement|text|speech|address|testimony|briefing|report|remarks|appeal|response|reply|presentation|post|tweet|submission)s?\sto|(?:interview|call|conversation|meeting|chat|discussion|exchange|briefing|session|appearance)s?\s(?:[\p{L}]+\s)?(?:with|before))|in\sremarks\sto|speaking\s(?:[\p{L}]+\s)?(?:to|with|before)|talking\sto|addressing|testifying\s(?:to|before)|testimony\s(?:to|before)|appearing\sbefore|told\sto|writing\sto)(?=\s)/giu
