import type { Attribution, Mention, Span } from '../../record/index.ts'
import { ROLES } from '../words/lexicon.ts'
import { wordsIn } from '../words/words.ts'
import type { Cast, Figure } from './entities.ts'
import { headOf, isBreak, isDeterminer, type NounPhrase, type SourceHead } from './heads.ts'
import type { NameMention } from './names.ts'
import { bearerOfRole, kindOfNoun, type Resolved, resolveNominal } from './nominals.ts'
import { genderOfNoun } from './nouns.ts'
import { type Referent, referentOfFigure } from './referents.ts'
import { type Appearance, mostInView, WEIGHT } from './salience.ts'
import type { Scene } from './scene.ts'

export interface SpeakerInput {
  readonly scene: Scene
  readonly attributions: readonly Attribution[]
  /** For each attribution the one whose content holds it. */
  readonly containers: readonly (number | null)[]
  readonly names: readonly NameMention[]
  readonly cast: Cast
}

export interface Speakers {
  /** For each attribution who speaks; null where it is unclear. */
  readonly resolved: readonly (Resolved | null)[]
  readonly referents: readonly Referent[]
}

/** A pronoun means whoever is most in view only where they are this much more so than the next; see `bench/speakers`. */
const PRONOUN_SHARE = 0.58
const THING_SHARE = 0.7
const PLURAL_SHARE = 0.7

/**
 * Who speaks in each attribution, and all that a source may mean.
 *
 * The text is gone through once, from its start, keeping who has come up and how much in view that put them; a source is resolved
 * by what stands before it. "I" and "we" inside somebody's words are that speaker, and are resolved last.
 */
export function resolveSpeakers(input: SpeakerInput): Speakers {
  const { scene, attributions, names, cast } = input
  const stage = openStage(cast)
  const heads = headsOf(scene.body, attributions, names)
  const items = inOrder(scene, names, heads)
  let sentence = -1
  for (const item of items) {
    if (item.kind === 'name') {
      const referent = stage.of(cast.bearers.get(item.name) ?? null)
      const isFirst = item.name.sentence !== sentence
      if (referent) {
        sentence = item.name.sentence
        const weight = item.speaks ? WEIGHT.speaker : scene.weightOf(item.name, isFirst)
        stage.appearances.push({ referent, weight, ...scene.viewAt(item.at) })
      }
    } else if (item.kind === 'pronoun') passPronoun(stage, scene, item.at, item.word)
    else if (item.kind === 'role') passRole(stage, scene, item.at, item.noun)
    else resolveHead(stage, scene, item.head, input)
  }
  return { resolved: finish(input, heads, stage), referents: stage.all() }
}

interface Stage {
  readonly appearances: Appearance[]
  readonly people: readonly Referent[]
  readonly bodies: readonly Referent[]
  readonly unnamed: Referent[]
  readonly campaigns: Map<Referent, Referent>
  readonly bySource: Map<string, Resolved | null>
  readonly of: (figure: Figure | null) => Referent | null
  readonly all: () => Referent[]
}

function openStage(cast: Cast): Stage {
  const byFigure = new Map(cast.figures.map(figure => [figure, referentOfFigure(figure)] as const))
  const named = [...byFigure.values()]
  const unnamed: Referent[] = []
  return {
    appearances: [],
    people: named.filter(referent => referent.kind === 'person'),
    bodies: named.filter(referent => referent.kind === 'organization' || referent.kind === 'unknown'),
    unnamed,
    campaigns: new Map(),
    bySource: new Map(),
    of: figure => (figure ? (byFigure.get(figure) ?? null) : null),
    all: () => [...named, ...unnamed],
  }
}

type Head = SourceHead & { readonly key: string }

const keyOf = (source: readonly Span[]): string => source.map(span => span.join('-')).join(' ')

function headsOf(body: string, attributions: readonly Attribution[], names: readonly NameMention[]): Map<string, Head> {
  const heads = new Map<string, Head>()
  for (const { source } of attributions) {
    const key = keyOf(source)
    if (source.length === 0 || heads.has(key)) continue
    const head = headOf(body, source, names)
    if (head) heads.set(key, { ...head, key })
  }
  return heads
}

type Item =
  | { readonly kind: 'name'; readonly at: number; readonly name: NameMention; readonly speaks: boolean }
  | { readonly kind: 'pronoun'; readonly at: number; readonly word: string }
  | { readonly kind: 'role'; readonly at: number; readonly noun: NounPhrase }
  | { readonly kind: 'source'; readonly at: number; readonly head: Head }

function inOrder(scene: Scene, names: readonly NameMention[], heads: ReadonlyMap<string, Head>): Item[] {
  const speaking = new Set<NameMention>()
  const sources: Item[] = []
  const taken = new Set<number>()
  for (const head of heads.values()) {
    if (head.form === 'name') speaking.add(head.name)
    taken.add(head.span[0])
    // A name that stands inside a source has come up by the time that the source is resolved.
    const at = head.form === 'name' ? head.name.span[0] : head.span[0]
    sources.push({ kind: 'source', at, head })
  }
  const items: Item[] = names.map(name => ({ kind: 'name', at: name.span[0], name, speaks: speaking.has(name) }))
  for (const match of scene.body.matchAll(/(?<![\p{L}\p{N}])(?:he|she|him|his|her)(?![\p{L}\p{N}])/giu)) {
    if (!taken.has(match.index)) items.push({ kind: 'pronoun', at: match.index, word: match[0].toLowerCase() })
  }
  for (const match of scene.body.matchAll(ROLE_PHRASE)) {
    const words = match[0].toLowerCase().split(/\s+/)
    const head = words.at(-1)!
    if (taken.has(match.index) || !ROLES.has(head)) continue
    const noun = { head, modifiers: words.slice(1, -1), determiner: 'the', owner: null, owned: false, joint: false, told: false }
    items.push({ kind: 'role', at: match.index, noun })
  }
  const rank = { name: 0, role: 1, pronoun: 2, source: 3 }
  return [...items, ...sources].sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind])
}

/** A pronoun that is no source keeps its bearer in view where it is clear whom it means. */
function passPronoun(stage: Stage, scene: Scene, at: number, word: string): void {
  const found = whoIs(stage, scene, at, word)
  if (!found) return
  const weight = /^(?:he|she)$/.test(word) ? PASSING_SUBJECT : PASSING_OTHER
  stage.appearances.push({ referent: found.referent, weight, ...scene.viewAt(at) })
}

/** "the senator" in passing keeps the senator in view. */
function passRole(stage: Stage, scene: Scene, at: number, noun: NounPhrase): void {
  const view = scene.viewAt(at)
  const referent = bearerOfRole(noun, stage.appearances, view)
  if (referent) stage.appearances.push({ referent, weight: PASSING_SUBJECT, ...view })
}

const ROLE_PHRASE = /(?<![\p{L}])[Tt]he\s(?:[\p{L}-]+\s){0,3}?\p{Ll}[\p{L}-]+(?=[\s,.;:])/gu
const PASSING_SUBJECT = 0.6
const PASSING_OTHER = 0.2

function resolveHead(stage: Stage, scene: Scene, head: Head, input: SpeakerInput): void {
  const resolved = resolveOne(stage, scene, head, input)
  stage.bySource.set(head.key, resolved)
  if (!resolved || head.form === 'name') return
  const { referent } = resolved
  stage.appearances.push({ referent, weight: WEIGHT.speaker, ...scene.viewAt(head.span[0]) })
  const form: Mention['form'] = head.form === 'pronoun' ? 'pronoun' : 'nominal'
  if (!referent.mentions.some(mention => mention.span[0] === head.span[0])) referent.mentions.push({ span: head.span, form })
  if (head.form === 'nominal' && resolved.way !== 'role in view') {
    referent.said.add(head.noun.head)
    referent.gender ??= genderOfNoun(head.noun.head)
  } else if (head.form === 'pronoun' && /^(?:he|she)$/.test(head.word)) referent.gender ??= head.word === 'he' ? 'male' : 'female'
}

function resolveOne(stage: Stage, scene: Scene, head: Head, input: SpeakerInput): Resolved | null {
  if (head.form === 'name') return resolveName(stage, head, input)
  if (head.form === 'pronoun') return resolvePronoun(stage, scene, head.span, head.word, input)
  const campaign = campaignOf(stage, scene, head, input)
  if (campaign) return campaign
  const view = scene.viewAt(head.span[0])
  const create = () => createNominal(stage, head.span, head.noun)
  const before = scene.body.slice(Math.max(0, head.span[0] - CAME_IN_UNITS), head.span[0])
  return resolveNominal({ noun: head.noun, span: head.span, view, create, before, ...stage })
}

/** How far back "a judge" is looked for before "the judge", in UTF-16 units: four or five paragraphs. */
const CAME_IN_UNITS = 1200

function resolveName(stage: Stage, head: Head & { form: 'name' }, { cast }: SpeakerInput): Resolved | null {
  const referent = stage.of(cast.bearers.get(head.name) ?? null)
  if (!referent) return null
  return { referent, way: 'name', share: 1 }
}

function createNominal(stage: Stage, span: Span, noun: NounPhrase): Referent {
  const { kind, plural } = kindOfNoun(noun)
  const said = new Set([noun.head, ...noun.modifiers])
  const referent: Referent = {
    kind,
    plural,
    gender: genderOfNoun(noun.head),
    figure: null,
    name: span,
    head: noun.head,
    said,
    mentions: [],
  }
  referent.mentions.push({ span, form: 'nominal' })
  stage.unnamed.push(referent)
  return referent
}

/** "the Lowe campaign", "Lowe's campaign", "his campaign", "the campaign": one body for each candidate. */
function campaignOf(stage: Stage, scene: Scene, head: Head & { form: 'nominal' }, { cast }: SpeakerInput): Resolved | null {
  const { noun, span } = head
  if (!/^(?:campaign|team|camp)$/.test(noun.head)) return null
  let owner = noun.owner ? stage.of(cast.bearers.get(noun.owner) ?? null) : null
  if (!owner && /^(?:his|her)$/.test(noun.determiner)) owner = whoIs(stage, scene, span[0], noun.determiner)?.referent ?? null
  if (!owner && noun.determiner === 'the' && noun.modifiers.length === 0) {
    const known = stage.appearances.findLast(appearance => appearance.referent.head === noun.head)
    if (known) return { referent: known.referent, way: 'body called', share: 1 }
  }
  if (!owner) return null
  const known = stage.campaigns.get(owner)
  if (known) return { referent: known, way: 'body called', share: 1 }
  const created = createNominal(stage, span, noun)
  created.kind = 'organization'
  stage.campaigns.set(owner, created)
  return { referent: created, way: 'own words', share: 1 }
}

function resolvePronoun(stage: Stage, scene: Scene, span: Span, word: string, input: SpeakerInput): Resolved | null {
  if (/^(?:he|she|his|her|him|himself|herself)$/.test(word)) return whoIs(stage, scene, span[0], word)
  if (/^(?:who|which|that|whose)$/.test(word)) return relativeTo(stage, scene, span, input)
  if (/^(?:it|its|itself)$/.test(word)) return whatIs(stage, scene, span[0])
  if (/^(?:they|their|them|themselves)$/.test(word)) return whichAre(stage, scene, span[0])
  return null
}

function whoIs(stage: Stage, scene: Scene, at: number, word: string): Resolved | null {
  const gender = /^(?:she|her|herself)$/.test(word) ? 'female' : 'male'
  const view = scene.viewAt(at)
  const ranked = mostInView(stage.appearances, view, referent => {
    if (referent.plural || !/^(?:person|unnamed|unknown)$/.test(referent.kind)) return 0
    const factor = referent.kind === 'unknown' ? UNKNOWN_FACTOR : referent.kind === 'unnamed' ? UNNAMED_FACTOR : 1
    if (referent.gender === null) return factor * NO_GENDER_FACTOR
    return referent.gender === gender ? factor : 0
  })
  if (!ranked || ranked.share < PRONOUN_SHARE) return null
  return { referent: ranked.referent, way: 'pronoun', share: ranked.share }
}

/** Somebody of unknown gender is meant less often than somebody who is known to fit; a name of unknown kind may be no person. */
const NO_GENDER_FACTOR = 0.4
const UNNAMED_FACTOR = 0.6
const UNKNOWN_FACTOR = 0.3

function whatIs(stage: Stage, scene: Scene, at: number): Resolved | null {
  const ranked = mostInView(stage.appearances, scene.viewAt(at), referent => {
    if (referent.plural) return 0
    return THING_FACTOR[referent.kind] ?? 0
  })
  if (!ranked || ranked.share < THING_SHARE) return null
  return { referent: ranked.referent, way: 'thing pronoun', share: ranked.share }
}

const THING_FACTOR: Readonly<Record<string, number>> = { organization: 1, document: 1, unknown: 0.6, place: 0.2 }

function whichAre(stage: Stage, scene: Scene, at: number): Resolved | null {
  const ranked = mostInView(stage.appearances, scene.viewAt(at), referent => {
    if (referent.plural || referent.kind === 'group') return 1
    return referent.kind === 'organization' ? 0.4 : 0
  })
  if (!ranked || ranked.share < PLURAL_SHARE) return null
  return { referent: ranked.referent, way: 'plural pronoun', share: ranked.share }
}

/** "Ada Lowe, who …", "the owners, who …": what stands right before. */
function relativeTo(stage: Stage, scene: Scene, span: Span, { names, cast }: SpeakerInput): Resolved | null {
  const from = Math.max(0, span[0] - RELATIVE_UNITS)
  const near = lastBefore(names, span[0])
  if (
    near &&
    near.span[1] > from &&
    /^(?:['’]s?)?\s*(?:\([^)]*\))?\s*[,—–-]*\s*$/.test(scene.body.slice(near.span[1], span[0]))
  ) {
    // "Lowe and Moss, who": both, or the last one.
    if (/\band\s+(?:\p{Lu}[\p{L}.]*\s+)*$/u.test(scene.body.slice(Math.max(0, near.span[0] - RELATIVE_UNITS), near.span[0])))
      return null
    const referent = stage.of(cast.bearers.get(near) ?? null)
    return referent ? { referent, way: 'relative', share: 1 } : null
  }
  const phrase = phraseBefore(scene.body, [from, span[0]])
  if (phrase && near && near.span[1] > from && /^(?:\s(?:is|was)\s|,\s)$/.test(scene.body.slice(near.span[1], phrase[0]))) {
    // "Lowe is a lawyer who …", "Lowe, a lawyer who …": what is said of the lawyer is said of Lowe.
    const referent = stage.of(cast.bearers.get(near) ?? null)
    return referent ? { referent, way: 'relative', share: 0.5 } : null
  }
  // After a second dash the noun stands before the first one; that is not looked for.
  if (/[—–]|--/.test(scene.body.slice(phrase?.[1] ?? from, span[0]))) return null
  const head = phrase && headOf(scene.body, [phrase], names)
  if (head?.form !== 'nominal') return null
  const known = stage.unnamed.findLast(referent => referent.mentions.some(mention => mention.span[0] === head.span[0]))
  return { referent: known ?? createNominal(stage, head.span, head.noun), way: 'relative', share: 1 }
}

/** The last of the names that ends at or before `offset`. */
function lastBefore(names: readonly NameMention[], offset: number): NameMention | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.span[1] <= offset) low = middle + 1
    else high = middle
  }
  return names[low - 1]
}

/** The noun phrase that ends a stretch of text: back to its article, or to the verb, preposition or mark before it. */
function phraseBefore(body: string, stretch: Span): Span | null {
  const words = wordsIn(body, stretch)
  const last = words.at(-1)
  if (!last || !/^\s*[,—–-]*\s*$/.test(body.slice(last.span[1], stretch[1]))) return null
  let at = words.length - 1
  while (at > 0 && words.length - at < PHRASE_WORDS_MAX) {
    const word = words[at - 1]!
    if (!/^\s+$/.test(body.slice(word.span[1], words[at]!.span[0])) || isBreak(word.lower)) break
    at--
    if (isDeterminer(word.lower)) break
  }
  return [words[at]!.span[0], last.span[1]]
}

const PHRASE_WORDS_MAX = 6

/** How far before "who" its noun is looked for, in UTF-16 units. */
const RELATIVE_UNITS = 80

/** "I" and "we" inside somebody's words, once everybody else is known. */
function finish({ attributions, containers }: SpeakerInput, heads: ReadonlyMap<string, Head>, stage: Stage): (Resolved | null)[] {
  const resolved = attributions.map(({ source }) => stage.bySource.get(keyOf(source)) ?? null)
  const order = attributions.map((_, index) => index)
  for (const index of order) {
    const head = heads.get(keyOf(attributions[index]!.source))
    if (head?.form !== 'pronoun' || !/^(?:i|we|my|our|me|us|myself|ourselves)$/.test(head.word)) continue
    const outer = outermostKnown(containers, resolved, index)
    if (!outer) continue
    resolved[index] = { referent: outer.referent, way: 'first person', share: outer.share }
    if (!outer.referent.mentions.some(mention => mention.span[0] === head.span[0])) {
      outer.referent.mentions.push({ span: head.span, form: 'pronoun' })
    }
  }
  return resolved
}

function outermostKnown(
  containers: readonly (number | null)[],
  resolved: readonly (Resolved | null)[],
  index: number,
): Resolved | null {
  const container = containers[index]
  return container === null || container === undefined ? null : (resolved[container] ?? null)
}
