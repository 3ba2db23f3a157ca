import { readFileSync } from 'node:fs'
import type { Span } from '../../record/index.ts'

interface ActingWords {
  readonly verbs: readonly string[]
  readonly irregular: Readonly<Record<string, string>>
  readonly doubled: string
  readonly nouns: string
  readonly speaking: string
  readonly between: readonly string[]
  readonly owned: readonly string[]
  readonly dealtWith: readonly string[]
  readonly dealtOn: string
}

const { acting } = JSON.parse(readFileSync(new URL('../../../ontology/metonyms.json', import.meta.url), 'utf8')) as {
  readonly acting: ActingWords
}

const words = (lines: string | readonly string[]): string[] => [lines].flat().join(' ').split(' ')
const doubled = new Set(words(acting.doubled))

function formsOf(verb: string): string[] {
  const ies = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null
  const s = ies ? `${ies}ies` : /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`
  const stem = doubled.has(verb) ? verb + verb.at(-1) : verb.endsWith('e') ? verb.slice(0, -1) : verb
  const past = acting.irregular[verb]?.split(' ') ?? [ies ? `${ies}ied` : `${stem}ed`]
  return [verb, s, ...past, `${stem}ing`]
}

const ACTING = new Set(words(acting.verbs).flatMap(formsOf))
// "The Paris attacks", "the Geneva talks": after a city these are nouns.
for (const noun of words(acting.nouns)) ACTING.delete(noun)

const BETWEEN = new Set(words(acting.between))
const OWNED = new Set(words(acting.owned))

/** How much of the line is read to each side, in UTF-16 units. */
const SIDE_UNITS = 80

interface Found {
  readonly body: string
  readonly span: Span
}

/** Whether the name at `span`, of a city or a country, is told of as one who speaks, acts, owns a policy or is dealt with. */
export function actsThere(found: Found): boolean {
  const { before, after } = sides(found)
  const owned = /^['’]s?((?:\s+[\p{Ll}-]+){1,3})/u.exec(after)
  if (owned) {
    const things = owned[1]!.trim().split(/\s+/)
    return things.some(word => OWNED.has(word))
  }
  if (isPlainPlace(found)) return false
  return isSubject(AND_OTHERS.exec(after)?.[1] ?? after) || (DEALT_WITH.test(before) && ENDS.test(after))
}

/** Whether the name is one who speaks: "Perry told", "said Narita". */
export function isSpeaker(found: Found): boolean {
  const { before, after } = sides(found)
  return (
    SPEAKING.has(/(?:^|[^\p{L}])(\p{Ll}{4,12})\s$/u.exec(before)?.[1] ?? '') ||
    SPEAKING.has(/^\s(\p{Ll}{4,12})(?!\p{L})/u.exec(after)?.[1] ?? '')
  )
}

const SPEAKING = new Set(words(acting.speaking))

/** Whether the name stands as a plain place: "in Moscow", "outside the Kremlin", "central London". */
export function isPlainPlace(found: Found): boolean {
  return PLACE_BEFORE.test(sides(found).before)
}

function sides({ body, span }: Found): { readonly before: string; readonly after: string } {
  const before = body.slice(Math.max(0, span[0] - SIDE_UNITS), span[0])
  const after = body.slice(span[1], span[1] + SIDE_UNITS)
  return { before: before.slice(before.lastIndexOf('\n') + 1), after: after.split('\n', 1)[0]! }
}

function isSubject(after: string): boolean {
  if (!/^,?\s+\p{Ll}/u.test(after)) return false
  for (const [word] of after.slice(0, SIDE_UNITS).matchAll(/\p{Ll}[\p{L}'’-]*/gu)) {
    if (ACTING.has(word)) return true
    if (!BETWEEN.has(word.replace('’', "'")) && !word.endsWith('ly')) return false
  }
  return false
}

/** What may follow one who is dealt with: "by Paris police" is about the police. */
const ENDS =
  /^(?:[.,;:!?)”"’']|$|\s(?:and|or|to|of|in|on|over|for|about|as|that|after|before|at|if|when|while|from|with|this|last|by|not)(?!\p{L}))/u

/** "Moscow and Tehran have": the verb is that of both. */
const AND_OTHERS = /^(?:,\s\p{Lu}[\p{L}.]{1,30}){0,3},?\sand\s(?:the\s)?\p{Lu}[\p{L}.]{1,30}(?:\s\p{Lu}[\p{L}.]{1,30})?(\s.*)$/u

const PLACE_BEFORE =
  /(?:^|[^\p{L}])(?:in|at|near|outside|inside|into|around|behind|through|throughout|across|towards?|from|downtown|central|northern|southern|eastern|western|north|south|east|west)\s+(?:the\s+)?$/iu

const anyForm = (verbs: string | readonly string[]): string => words(verbs).flatMap(formsOf).join('|')

/** What comes before one who is dealt with: "talks with", "pressure on", "accused", "between … and". */
const DEALT_WITH = new RegExp(
  `(?:^|[^\\p{L}])(?:with|against|between|by|between\\s(?:the\\s)?\\p{Lu}[\\p{L}.]{1,30}\\sand|${anyForm(acting.dealtWith)}|(?:${anyForm(acting.dealtOn)})\\son)\\s(?:the\\s)?$`,
  'u',
)
