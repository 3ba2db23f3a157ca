import type { Attribution, Mention, Span } from '../../record/index.ts'
import { ASKING, type Gender } from '../words/lexicon.ts'
import { indexAt } from '../words/spans.ts'
import { addresseeOf } from './addressee.ts'
import type { Cast } from './entities.ts'
import { goingOn } from './going-on.ts'
import type { NounPhrase, SourceHead } from './heads.ts'
import { interviewed } from './interview.ts'
import { type Head, headsOf, type Item, inOrder, keyOf } from './items.ts'
import type { Links } from './links.ts'
import type { NameMention } from './names.ts'
import { resolveNominal } from './nominals.ts'
import { genderOfNoun } from './nouns.ts'
import { createParty, isClearParty, standingAt } from './parties.ts'
import { bearerOfRole, bodyCalled } from './passing.ts'
import { relativeTo, whatIs, whichAre, whoIs } from './pronouns.ts'
import { addMention, type Referent } from './referents.ts'
import type { Resolved } from './resolved.ts'
import { NAME_GIVEN } from './roles.ts'
import { mostInView, WEIGHT } from './salience.ts'
import type { Scene } from './scene.ts'
import { createNominal, openStage, type Stage } from './stage.ts'

export interface SpeakerInput {
  readonly scene: Scene
  readonly paragraphs: readonly Span[]
  readonly attributions: readonly Attribution[]
  /** For each attribution the one whose content holds it. */
  readonly containers: readonly (number | null)[]
  readonly names: readonly NameMention[]
  readonly cast: Cast
  /** Whom pronouns mean, as the link head has it; null where the model has none. */
  readonly links?: Links | null
  /** For each attribution the dictionary form of its cue. */
  readonly lemmas: readonly (string | null)[]
  /** The words of those who act and are acted upon. */
  readonly parties: readonly Span[]
}

export interface Speakers {
  /** For each attribution who speaks; null where it is unclear. */
  readonly resolved: readonly (Resolved | null)[]
  /** For each attribution who is spoken to; null where it names nobody, or it is unclear. */
  readonly addressees: readonly (Referent | null)[]
  /** For each party who that is; null where it is unclear. */
  readonly parties: readonly (Referent | null)[]
  readonly referents: readonly Referent[]
}

/**
 * Who speaks in each attribution, and all that a source may mean.
 *
 * The text is gone through once, from its start, keeping who has come up and how much in view that put them; a source is resolved
 * by what stands before it. "I" and "we" inside somebody's words are that speaker, and are resolved last.
 */
export function resolveSpeakers(input: SpeakerInput): Speakers {
  const { scene, attributions, names, cast, lemmas } = input
  const stage = openStage(cast, input.links ?? null)
  const heads = headsOf(scene.body, attributions, names)
  for (const head of heads.values()) if (head.form === 'name') takeUp(stage, scene.body, head, cast)
  for (const name of names) {
    if (!/\b[Hh](?:is|er)\sname\s(?:is|was)\s$/.test(scene.body.slice(name.span[0] - NAME_IS_UNITS, name.span[0]))) continue
    stage.of(cast.bearers.get(name) ?? null)?.taken.add(NAME_GIVEN)
  }
  const addressees = attributions.map((attribution, index) =>
    addresseeOf({ body: scene.body, sentences: scene.sentences, attribution, lemma: lemmas[index] ?? null }),
  )
  const parties: (Referent | null)[] = input.parties.map(() => null)
  const items = inOrder({ scene, names, heads, addressees, parties: input.parties })
  let apposed = -1
  let first: NameMention | null = null
  for (const item of items) {
    if (item.kind === 'name') {
      const referent = stage.of(cast.bearers.get(item.name) ?? null)
      if (scene.body.startsWith(', ', item.name.span[1])) apposed = item.name.span[1] + 2
      if (referent) {
        if (first?.sentence !== item.name.sentence) first = item.name
        const isSubject = item.speaks && !/\bby\s$/.test(scene.body.slice(item.at - BY_UNITS, item.at))
        const weight = isSubject ? WEIGHT.speaker : scene.weightOf(item.name, first === item.name ? null : first)
        stage.appearances.push({ referent, weight, ...scene.viewAt(item.at), head: item.name.span[1] - 1 })
      }
    } else if (item.kind === 'pronoun') passPronoun(stage, scene, item.at, item.word)
    // "Tom Reese, the harbour master,": said of him at once, and so once in view.
    else if (item.kind === 'noun') item.at === apposed || passNoun(stage, scene, item)
    else if (item.kind === 'pair') passPair(stage, scene, item.at)
    else if (item.kind === 'source')
      stage.bySource.set(item.head.key, resolveHead(stage, scene, item.head, input, WEIGHT.speaker))
    else if (item.kind === 'party') parties[item.index] = resolveParty(stage, scene, item.head, input)
    else stage.addressed.set(item.index, resolveHead(stage, scene, item.head, input, WEIGHT.object)?.referent ?? null)
  }
  addAppositions(stage, input)
  const resolved = finish(input, heads, stage)
  const spokenTo = attributions.map((_, index) => otherThan(resolved[index]?.referent, stage.addressed.get(index) ?? null))
  return { resolved, addressees: spokenTo, parties: withSpeakers(parties, input, resolved), referents: stage.all() }
}

const NAME_IS_UNITS = 14

/** "Asked by Thorsen where", "was told by Lowe that": whoever speaks is not the subject. */
const BY_UNITS = 3

/** A pronoun that is no source keeps its bearer in view where it is clear whom it means. */
function passPronoun(stage: Stage, scene: Scene, at: number, word: string): void {
  const span: Span = [at, at + word.length]
  const by = stage.links ? 'head' : 'inView'
  if (word === 'its') {
    const found = whatIs(stage, scene, at, word)
    if (found && found.share >= PASSING_MIN.thing[by]) addMention(found.referent, { span, form: 'pronoun' })
    return
  }
  const found = whoIs(stage, scene, at, word)
  if (!found) return
  const weight = /^(?:he|she)$/.test(word) ? PASSING_SUBJECT : PASSING_OTHER
  stage.appearances.push({ referent: found.referent, weight, ...scene.viewAt(at), head: at })
  if (found.share >= PASSING_MIN.person[by]) addMention(found.referent, { span, form: 'pronoun' })
}

/** "the senator", "the ministry" in passing keeps the one who is called so in view. */
function passNoun(stage: Stage, scene: Scene, item: Item & { readonly kind: 'noun' }): void {
  const view = scene.viewAt(item.at)
  const referent = item.isRole ? bearerOfRole(item.noun, stage.appearances, view) : bodyCalled(item.noun, stage.appearances, view)
  if (!referent) return
  if (item.isRole) stage.appearances.push({ referent, weight: PASSING_SUBJECT, ...view, head: item.span[1] - 1 })
  if (isSaidOf(referent, item.noun)) addMention(referent, { span: item.span, form: 'nominal' })
}

/** "Both men", "the two" in passing keeps two people in view alike. */
function passPair(stage: Stage, scene: Scene, at: number): void {
  const view = scene.viewAt(at)
  const isPerson = (referent: Referent) => (referent.kind === 'person' ? 1 : 0)
  const one = mostInView(stage.appearances, view, isPerson)?.referent
  const other = one && mostInView(stage.appearances, view, referent => (referent === one ? 0 : isPerson(referent)))?.referent
  if (!one || !other) return
  stage.pair = { of: [one, other], at, beat: view.beat }
  for (const referent of [one, other]) stage.appearances.push({ referent, weight: PAIR_WEIGHT, ...view, head: at })
}

/** So much that it hardly matters who was the subject before. */
const PAIR_WEIGHT = 2 * WEIGHT.subject

/** Where a modifier or what follows tells of another one ("the former senator", "the mayor of Harrow"), it is no mention. */
const isSaidOf = ({ said }: Referent, { modifiers, told, owned }: NounPhrase): boolean =>
  !told && !owned && modifiers.every(word => said.has(word))

const PASSING_SUBJECT = 0.6
const PASSING_OTHER = 0.2
/** A pronoun in passing is a mention only where it is this clear: by how much in view somebody is, or by the link head (`bench/entities`). */
const PASSING_MIN = { person: { inView: 0.75, head: 0.75 }, thing: { inView: 0.85, head: 0.7 } } as const

function resolveHead(stage: Stage, scene: Scene, head: SourceHead, input: SpeakerInput, weight: number): Resolved | null {
  const resolved = resolveOne(stage, scene, head, input)
  if (!resolved || head.form === 'name') return resolved
  const { referent } = resolved
  stage.appearances.push({ referent, weight, ...scene.viewAt(head.span[0]), head: head.span[1] - 1 })
  const form: Mention['form'] = head.form === 'pronoun' ? 'pronoun' : 'nominal'
  addMention(referent, { span: head.span, form })
  if (head.form === 'nominal' && resolved.way !== 'role in view') {
    referent.said.add(head.noun.head)
    referent.gender ??= genderOfNoun(head.noun.head)
  } else if (head.form === 'pronoun' && /^(?:he|she)$/.test(head.word)) referent.gender ??= head.word === 'he' ? 'male' : 'female'
  return resolved
}

/** A party keeps nobody in view: what speakers are resolved by was measured without it. */
function resolveParty(stage: Stage, scene: Scene, head: SourceHead, input: SpeakerInput): Referent | null {
  if (head.form === 'name') return resolveName(stage, head, input)?.referent ?? null
  const known = standingAt(stage, head.span)
  if (known) return known
  const found = resolveOne(stage, scene, head, input, createParty)
  if (found && isClearParty(found)) {
    addMention(found.referent, { span: head.span, form: head.form })
    return found.referent
  }
  return head.form === 'nominal' ? createParty(stage, scene.body, head.span, head.noun) : null
}

/** "I" and "we" among the parties are whoever is quoted there. */
function withSpeakers(
  parties: readonly (Referent | null)[],
  { scene, parties: spans }: SpeakerInput,
  resolved: readonly (Resolved | null)[],
): (Referent | null)[] {
  return parties.map((party, index) => {
    const span = spans[index]!
    if (party || !/^(?:i|we|me|us|my|our)$/i.test(scene.body.slice(...span))) return party
    const speaker = resolved[scene.contentAt(span[0])]?.referent ?? null
    if (speaker) addMention(speaker, { span, form: 'pronoun' })
    return speaker
  })
}

/** Nobody is told by themselves. */
const otherThan = (speaker: Referent | undefined, addressee: Referent | null): Referent | null =>
  addressee === speaker ? null : addressee

/** "Tom Reese, the harbour master," names one person twice. */
function addAppositions(stage: Stage, { names, cast }: SpeakerInput): void {
  for (const name of names) {
    const referent = name.apposed && stage.of(cast.bearers.get(name) ?? null)
    if (referent?.kind === 'person') addMention(referent, { span: name.apposed!, form: 'nominal' })
  }
}

function resolveOne(
  stage: Stage,
  scene: Scene,
  head: SourceHead,
  input: SpeakerInput,
  newcomer: typeof createParty = (on, _, span, noun) => createNominal(on, span, noun),
): Resolved | null {
  if (head.form === 'name') return resolveName(stage, head, input)
  if (head.form === 'pronoun') return resolvePronoun(stage, scene, head.span, head.word, input)
  const campaign = campaignOf(stage, scene, head, input)
  if (campaign) return campaign
  const view = scene.viewAt(head.span[0])
  const owner = () => ownerOf(stage, scene, head, input)
  const create = () => newcomer(stage, scene.body, head.span, head.noun)
  const before = scene.body.slice(Math.max(0, head.span[0] - CAME_IN_UNITS), head.span[0])
  const after = scene.body.slice(head.span[1], head.span[1] + AFTER_UNITS)
  const leads = (offset: number) =>
    scene.sentences[indexAt(scene.sentences, offset)]?.[0] === offset ||
    input.attributions.some(({ source }) => source.some(span => span[0] <= offset && offset < span[1]))
  return resolveNominal({ noun: head.noun, span: head.span, view, create, owner, before, after, leads, ...stage })
}

/** How far back "a judge" is looked for before "the judge", in UTF-16 units: four or five paragraphs. */
const CAME_IN_UNITS = 1200
/** What is read behind a source that is no name, in UTF-16 units: a few words. */
const AFTER_UNITS = 24

function resolveName(stage: Stage, head: SourceHead & { form: 'name' }, { cast }: SpeakerInput): Resolved | null {
  const referent = stage.of(cast.bearers.get(head.name) ?? null)
  if (!referent) return null
  if (head.role !== null) {
    referent.said.add(head.role)
    referent.gender ??= genderOfNoun(head.role)
    if (referent.kind === 'unknown') referent.kind = 'person'
  } else if (head.named && referent.kind === 'unknown') referent.kind = 'person'
  return { referent, way: 'name', share: 1 }
}

/** What "the minister, Tovan Reshk," says of him is kept for before that place as well: he may have come up without his name. */
function takeUp(stage: Stage, body: string, { name, called, span }: SourceHead & { form: 'name' }, cast: Cast): void {
  if (called !== null && /^the\s/i.test(body.slice(span[0], span[0] + 4)))
    stage.of(cast.bearers.get(name) ?? null)?.taken.add(called)
}

/** "the Lowe campaign", "Lowe's campaign", "his campaign", "the campaign": one body for each candidate. */
function campaignOf(
  stage: Stage,
  scene: Scene,
  head: SourceHead & { form: 'nominal' },
  { cast }: Pick<SpeakerInput, 'cast'>,
): Resolved | null {
  const { noun, span } = head
  if (!/^(?:campaign|team|camp)$/.test(noun.head)) return null
  const owner = ownerOf(stage, scene, head, { cast })
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

/** "Lowe's campaign", "his campaign": who that is; null where it is unclear, or nobody. */
function ownerOf(
  stage: Stage,
  scene: Scene,
  { noun, span }: SourceHead & { form: 'nominal' },
  { cast }: Pick<SpeakerInput, 'cast'>,
): Referent | null {
  if (noun.owner) return stage.of(cast.bearers.get(noun.owner) ?? null)
  return /^(?:his|her)$/.test(noun.determiner) ? (whoIs(stage, scene, span[0], noun.determiner)?.referent ?? null) : null
}

function resolvePronoun(stage: Stage, scene: Scene, span: Span, word: string, input: SpeakerInput): Resolved | null {
  if (/^(?:he|she|his|her|him|himself|herself)$/.test(word)) {
    const found = whoIs(stage, scene, span[0], word, true)
    return answererOf(stage, scene, { at: span[0], found, gender: word === 'he' ? 'male' : 'female' }, input) ?? found
  }
  if (/^(?:who|which|that|whose)$/.test(word)) return relativeTo(stage, scene, span, input)
  if (/^(?:it|its|itself)$/.test(word)) return whatIs(stage, scene, span[0], word, true)
  if (/^(?:they|their|them|themselves)$/.test(word)) return whichAre(stage, scene, span[0], word, true)
  return null
}

/** "Lowe asked Moss whether she had seen it. She said": whoever was asked a question in the sentence before, where the one that asked it, or nobody, would be found otherwise; null where nobody was asked. */
function answererOf(
  stage: Stage,
  scene: Scene,
  { at, found, gender }: { readonly at: number; readonly found: Resolved | null; readonly gender: Gender },
  { attributions, lemmas }: SpeakerInput,
): Resolved | null {
  const here = indexAt(scene.sentences, at)
  const before = scene.sentences[here - 1]
  if (!before || scene.sentences[here]![0] !== at) return null
  const index = attributions.findIndex(({ cue, content }, which) => {
    const [verb, said] = [cue[0]?.[0], content[0]?.[0]]
    if (verb === undefined || said === undefined || verb < before[0] || verb >= before[1]) return false
    return ASKING.has(lemmas[which] ?? '') && QUESTION.test(scene.body.slice(said, said + QUESTION_UNITS))
  })
  const asked = index < 0 ? null : (stage.addressed.get(index) ?? spokeBefore(stage, before))
  if (asked?.kind !== 'person' || (asked.gender && asked.gender !== gender)) return null
  const asker = stage.bySource.get(keyOf(attributions[index]!.source))?.referent
  const isAsker = asker !== undefined && asker !== asked && (found === null || found.referent === asker)
  return isAsker ? { referent: asked, way: 'pronoun', share: 0.6 } : null
}

/** Who spoke last before a sentence; null where that is a while ago. */
const spokeBefore = ({ appearances }: Stage, [start]: Span): Referent | null =>
  appearances.findLast(({ head, weight }) => head < start && head > start - SPOKE_UNITS && weight === WEIGHT.speaker)?.referent ??
  null

/** A sentence or two, in UTF-16 units. */
const SPOKE_UNITS = 200

const QUESTION = /^(?:whether|if|why|how|what|who|when|where|which)\s/i
const QUESTION_UNITS = 8

/** "I" and "we" inside somebody's words, once everybody else is known. */
function finish(input: SpeakerInput, heads: ReadonlyMap<string, Head>, stage: Stage): (Resolved | null)[] {
  const { attributions, containers } = input
  const resolved = attributions.map(({ source }) => stage.bySource.get(keyOf(source)) ?? null)
  const order = attributions.map((_, index) => index)
  for (const index of order) {
    const head = heads.get(keyOf(attributions[index]!.source))
    const quoted = containers[index] ?? null
    // Inside quotation marks "he" is somebody else than whoever is quoted.
    if (head?.form === 'pronoun' && /^(?:he|she)$/.test(head.word) && quoted !== null && input.scene.viewAt(head.span[0]).quoted)
      if (resolved[quoted]?.referent === resolved[index]?.referent) resolved[index] = null
    if (head?.form !== 'pronoun' || !/^(?:i|we|my|our|me|us|myself|ourselves)$/.test(head.word)) continue
    const outer = outermostKnown(containers, resolved, index)
    if (!outer) continue
    resolved[index] = { referent: outer.referent, way: 'first person', share: outer.share }
    addMention(outer.referent, { span: head.span, form: 'pronoun' })
  }
  const exchange = interviewed(input, stage)
  for (const [index, referent] of exchange) if (referent) resolved[index] ??= { referent, way: 'goes on', share: 1 }
  return resolved.map((known, index) => known ?? (exchange.has(index) ? null : goingOn(input, resolved, { index, stage })))
}

function outermostKnown(
  containers: readonly (number | null)[],
  resolved: readonly (Resolved | null)[],
  index: number,
): Resolved | null {
  const container = containers[index]
  return container === null || container === undefined ? null : (resolved[container] ?? null)
}
