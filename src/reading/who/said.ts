import type { Span } from '../../record/index.ts'
import { baseForm } from '../words/lemma.ts'
import { HONORIFICS, REPORTING, ROLE_ABBREVIATIONS, ROLES } from '../words/lexicon.ts'
import type { Word } from '../words/words.ts'
import { BODY_WORDS, STOPS } from './name-words.ts'

export function isTitle(word: { readonly text: string; readonly lower: string }): boolean {
  return HONORIFICS.has(word.text) || ROLE_ABBREVIATIONS.has(word.text) || ROLES.has(word.lower)
}

export function rolesOf(word: Word): string[] {
  const full = ROLE_ABBREVIATIONS.get(word.text)
  if (full) return [full]
  return ROLES.has(word.lower) ? [word.lower] : []
}

/** How many words before a name are read for what is said of its bearer: "the former White House press secretary". */
const LEAD_WORDS = 6

export function saidBefore(
  body: string,
  words: readonly Word[],
  at: number,
): { readonly said: string[]; readonly role: boolean; readonly from: number } {
  const said: string[] = []
  let role = false
  let from = words[at]!.span[0]
  for (let index = at - 1; index >= Math.max(0, at - LEAD_WORDS); index--) {
    const word = words[index]!
    if (!isJoined(body, word, words[index + 1]!)) break
    if (!role) {
      const roles = rolesOf(word)
      if (roles.length === 0 || word.possessive || word.capital) break
      role = true
      said.push(...roles)
    } else if (word.possessive || STOPS.has(word.lower)) break
    else said.push(word.lower)
    from = word.span[0]
  }
  return { said, role, from }
}

/** "The harbour master, Tom Reese,", "The Minister for Roads, Mr. Ole Lind,": what the phrase before the comma says; nothing where it is none, or no mark follows the name. */
export function saidAcross(
  body: string,
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
): string[] {
  const [before, first, last] = [words[from - 1], words[from]!, words[to - 1]!]
  if (!before || before.possessive || body.slice(before.span[1], first.span[0]) !== ', ') return []
  if (!/^(?:[,.;—–]|\s[—–(])/.test(body.slice(last.span[1], last.span[1] + 2))) return []
  let said: string[] = rolesOf(before)
  for (let index = from - 2; index >= Math.max(0, from - ACROSS_WORDS); index--) {
    const [word, next] = [words[index]!, words[index + 1]!]
    if (!/^['’]?s?\s$/.test(body.slice(word.span[1], next.span[0]))) return []
    // What stands behind the preposition says which one, not what.
    if (/^(?:of|for|at|in)$/.test(word.lower)) said = rolesOf(words[index - 1] ?? word)
    else if (said.length > 0 && (word.possessive || ARTICLES.test(word.lower))) return said
    else if (STOPS.has(word.lower) && !ARTICLES.test(word.lower)) return []
    else if (said.length > 0 && !rolesOf(word).includes(said[0]!)) said.push(word.lower)
  }
  return []
}

const ACROSS_WORDS = 10
const ARTICLES = /^(?:the|an?|his|her|its|their|our)$/

export interface Apposed {
  readonly said: readonly string[]
  readonly span: Span | null
}

/** "Ada Lowe, an economist and tax expert," → economist, tax, expert; nothing where what follows is no apposition. */
export function saidAfter(body: string, words: readonly Word[], at: number): Apposed {
  const none = { said: [], span: null }
  const last = words[at - 1]
  const next = words[at]
  if (last && next && !next.capital && !last.possessive && BODY_WORDS.has(next.lower) && isJoined(body, last, next))
    return { said: [next.lower], span: null }
  if (!last || !next || !/^(?:\s*\([^)]{1,12}\))?,\s$/.test(body.slice(last.span[1], next.span[0]))) return none
  if (next.lower === 'who') {
    const verb = /^(?:has|had)$/.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
    const role = ROLE_OF_VERB.get(baseForm(words[verb]?.lower ?? ''))
    if (role && words[verb + 1]?.lower !== 'to') return { said: [role], span: null }
  }
  const relative = next.lower === 'who' && /^(?:is|was)$/.test(words[at + 1]?.lower ?? '')
  const from = relative ? at + 2 : at
  const first = words[from]
  if (!first || (!APPOSING.test(first.lower) && !opensRole(body, words, at))) return none
  const said: string[] = []
  let owner = false
  let end = first.span[1]
  for (let index = from; index < Math.min(words.length, from + LEAD_WORDS + 2); index++) {
    const word = words[index]!
    if (index > from && /[,;.!?]/.test(body.slice(words[index - 1]!.span[1], word.span[0]))) break
    if (word.possessive) {
      // "the nominee's daughter": what came before is said of somebody else.
      said.length = 0
      owner = true
      continue
    }
    // "Dennis, the water has reached the steps": a subject of its own.
    if (index > from && /^(?:is|was|are|were|has|had|says?|said|told)$/.test(word.lower)) return none
    if (STOPS.has(word.lower) && index > from && word.lower !== 'and') break
    if (index > from && isPredicate(body, words, index)) return none
    said.push(...(rolesOf(word).length > 0 ? rolesOf(word) : [word.lower]))
    end = word.span[1]
  }
  const isNoun = !relative && !owner && /^(?:an?|the|his|her|their|its)$/.test(first.lower) && said.length > 1
  return { said, span: isNoun ? [first.span[0], end] : null }
}

/** "who chairs the bank": what somebody is who does so. */
const ROLE_OF_VERB: ReadonlyMap<string, string> = new Map([
  ['chair', 'chair'],
  ['head', 'head'],
  ['lead', 'leader'],
  ['direct', 'director'],
  ['coach', 'coach'],
  ['manage', 'manager'],
  ['own', 'owner'],
  ['found', 'founder'],
  ['edit', 'editor'],
  ['command', 'commander'],
  ['teach', 'teacher'],
])

/** "Asked by Frost, the engineer accepted that": the noun phrase is a subject of its own. */
function isPredicate(body: string, words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]]
  if (word.capital || baseForm(word.lower) === word.lower || !REPORTING.has(baseForm(word.lower)) || rolesOf(word).length > 0)
    return false
  return next !== undefined && (OBJECTS.test(next.lower) || /[“"]/.test(body.slice(word.span[1], next.span[0])))
}

const OBJECTS = /^(?:that|he|she|it|they|we|there|the|an?|his|her|their|its|no|nothing|whether|if|how|why|what|to)$/

/** "finance chief until 2021", "mayor of Harrow": a role, modifiers in small letters before it. */
function opensRole(body: string, words: readonly Word[], at: number): boolean {
  for (let index = at; index < Math.min(words.length, at + ROLE_WORDS_MAX); index++) {
    const word = words[index]!
    if (index > at && !isJoined(body, words[index - 1]!, word)) return false
    if (rolesOf(word).length > 0) return true
    if (word.capital || STOPS.has(word.lower) || REPORTING.has(baseForm(word.lower)) || /(?:ed|ing)$/.test(word.lower))
      return false
  }
  return false
}

const ROLE_WORDS_MAX = 3

const APPOSING = /^(?:an?|the|his|her|their|its|former|chief|head|president|director|\d\d)$/

const isJoined = (body: string, a: Word, b: Word): boolean =>
  /^[ \u00a0\u202f\u2009]{1,2}$/.test(body.slice(a.span[1], b.span[0]))
