import type { Attribution, Span } from '../../record/index.ts'
import { BODY_NOUNS, ROLES } from '../words/lexicon.ts'
import { wordsIn } from '../words/words.ts'
import { headOf, isBreak, type NounPhrase, type SourceHead } from './heads.ts'
import type { NameMention } from './names.ts'
import { headOfParty } from './parties.ts'
import type { Scene } from './scene.ts'

export type Head = SourceHead & { readonly key: string }

/** What is met on the way through the text. */
export type Item =
  | { readonly kind: 'name'; readonly at: number; readonly name: NameMention; readonly speaks: boolean }
  | { readonly kind: 'pronoun'; readonly at: number; readonly word: string }
  | { readonly kind: 'noun'; readonly at: number; readonly span: Span; readonly noun: NounPhrase; readonly isRole: boolean }
  | { readonly kind: 'pair'; readonly at: number }
  | { readonly kind: 'source'; readonly at: number; readonly head: Head }
  | { readonly kind: 'addressee'; readonly at: number; readonly head: SourceHead; readonly index: number }
  | { readonly kind: 'party'; readonly at: number; readonly head: SourceHead; readonly index: number }

export const keyOf = (source: readonly Span[]): string => source.map(span => span.join('-')).join(' ')

/** What each source is by its form, by the source's spans; the same source is one. */
export function headsOf(body: string, attributions: readonly Attribution[], names: readonly NameMention[]): Map<string, Head> {
  const heads = new Map<string, Head>()
  for (const { source } of attributions) {
    const key = keyOf(source)
    if (source.length === 0 || heads.has(key)) continue
    const head = headOf(body, source, names)
    if (head) heads.set(key, Object.assign({}, head, { key }))
  }
  return heads
}

/** Names, sources, those spoken to, parties of deeds, and what passes by, in the order of the text. */
export function inOrder(given: {
  readonly scene: Scene
  readonly names: readonly NameMention[]
  readonly heads: ReadonlyMap<string, Head>
  readonly addressees: readonly (Span | null)[]
  readonly parties: readonly Span[]
}): Item[] {
  const { scene, names, heads, addressees, parties } = given
  const speaking = new Set<NameMention>()
  const items: Item[] = []
  const taken = new Set<number>()
  for (const head of heads.values()) {
    if (head.form === 'name') speaking.add(head.name)
    taken.add(head.span[0])
    // A name that stands inside a source has come up by the time that the source is resolved.
    const at = head.form === 'name' ? head.name.span[0] : head.span[0]
    items.push({ kind: 'source', at, head })
  }
  addressees.forEach((span, index) => {
    const head = span && headOf(scene.body, [span], names)
    if (!head) return
    if (head.form !== 'name') taken.add(head.span[0])
    items.push({ kind: 'addressee', at: head.form === 'name' ? head.name.span[0] : head.span[0], head, index })
  })
  parties.forEach((span, index) => {
    const head = headOfParty(scene.body, span, names)
    if (head) items.push({ kind: 'party', at: head.form === 'name' ? head.name.span[0] : head.span[0], head, index })
  })
  for (const name of names) items.push({ kind: 'name', at: name.span[0], name, speaks: speaking.has(name) })
  for (const item of passing(scene.body)) if (!taken.has(item.at)) items.push(item)
  const rank = { name: 0, pair: 1, noun: 1, pronoun: 2, addressee: 3, source: 4, party: 5 }
  return items.sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind])
}

/** Pronouns, two who were named, and roles and bodies with "the": "she", "both men", "the senator", "the ministry". */
function* passing(body: string): Generator<Item> {
  for (const match of body.matchAll(/(?<![\p{L}\p{N}])(?:he|she|him|his|her|its)(?![\p{L}\p{N}])/giu)) {
    yield { kind: 'pronoun', at: match.index, word: match[0].toLowerCase() }
  }
  for (const match of body.matchAll(PAIR)) yield { kind: 'pair', at: match.index }
  for (const match of body.matchAll(/(?<![\p{L}])[Tt]he(?=\s)/gu)) {
    const found = nounAfter(body, match.index)
    if (found) yield found
  }
}

const PAIR =
  /\b(?:[Bb]oth\s(?:of\sthem|men|women|girls|boys|brothers|sisters|leaders|ministers|candidates|players|officers|lawyers|were|are|had|have)|[Nn]either\sof\sthem|[Tt]he\stwo(?:\s(?:men|women|leaders|ministers|candidates))?\s(?:met|spoke|talked|were|are|had|have))\b/g

/** "the former harbour chief": the first role or body within a few words, with what stands before it. */
function nounAfter(body: string, at: number): (Item & { readonly kind: 'noun' }) | null {
  const words = wordsIn(body, [at, Math.min(body.length, at + PHRASE_UNITS)]).slice(0, PHRASE_WORDS_MAX)
  let head = 0
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!
    if (!/^(?:['’]s)?\s$/.test(body.slice(words[index - 1]!.span[1], word.span[0])) || isBreak(word.lower)) break
    if (!word.capital && (ROLES.has(word.lower) || BODY_NOUNS.has(word.lower))) head = index
    else if (head > 0) break
  }
  const word = words[head]!
  if (head === 0) return null
  const noun = {
    head: word.lower,
    modifiers: words.slice(1, head).map(({ lower }) => lower),
    determiner: 'the',
    owner: null,
    owned: words.slice(1, head).some(({ possessive }) => possessive),
    joint: false,
    told: /^\s(?:of|for|at|in|to|who|that|which|from)\s/.test(body.slice(word.span[1], word.span[1] + 8)),
  }
  return { kind: 'noun', at, span: [at, word.span[1]], noun, isRole: ROLES.has(word.lower) }
}

const PHRASE_UNITS = 70
const PHRASE_WORDS_MAX = 5
