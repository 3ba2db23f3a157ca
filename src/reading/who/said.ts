import type { Span } from '../../record/index.ts'
import { HONORIFICS, ROLE_ABBREVIATIONS, ROLES } from '../words/lexicon.ts'
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
  const relative = next.lower === 'who' && /^(?:is|was)$/.test(words[at + 1]?.lower ?? '')
  const from = relative ? at + 2 : at
  const first = words[from]
  if (!first || (!APPOSING.test(first.lower) && !rolesOf(next).length)) return none
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
    if (STOPS.has(word.lower) && index > from && word.lower !== 'and') break
    said.push(...(rolesOf(word).length > 0 ? rolesOf(word) : [word.lower]))
    end = word.span[1]
  }
  const isNoun = !relative && !owner && /^(?:an?|the|his|her|their|its)$/.test(first.lower) && said.length > 1
  return { said, span: isNoun ? [first.span[0], end] : null }
}

const APPOSING = /^(?:an?|the|his|her|their|its|former|chief|head|president|director|\d\d)$/

const isJoined = (body: string, a: Word, b: Word): boolean =>
  /^[ \u00a0\u202f\u2009]{1,2}$/.test(body.slice(a.span[1], b.span[0]))
