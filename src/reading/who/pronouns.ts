import { partitionPoint, type Span } from '../../record/index.ts'
import { BODY_NOUNS } from '../words/lexicon.ts'
import { indexAt } from '../words/spans.ts'
import { wordsIn } from '../words/words.ts'
import type { Cast } from './entities.ts'
import { headOf, isBreak, isDeterminer, type SourceHead } from './heads.ts'
import type { Asked } from './links.ts'
import type { NameMention } from './names.ts'
import { classOf, isRole } from './nouns.ts'
import type { Referent } from './referents.ts'
import type { Resolved } from './resolved.ts'
import { allInView, mostInView, type View, WEIGHT } from './salience.ts'
import type { Scene } from './scene.ts'
import { createNominal, type Stage } from './stage.ts'

/**
 * How clear it must be whom a pronoun means. `inView`: how much more in view they are than the next, where the model has no link
 * head (`bench/speakers`). `head`: how likely by the head, on fifths of GUM's and ECB+'s training parts (`train/LOG.md`).
 */
const LEAST = {
  person: { inView: 0.58, head: 0.55 },
  thing: { inView: 0.7, head: 0.6 },
  several: { inView: 0.7, head: 0.6 },
} as const
/** Somebody else than whoever is most in view is meant only where the head is this sure: below, it is right in half of the cases. */
const DISSENT_MIN = 0.6

export function whoIs(stage: Stage, scene: Scene, at: number, word: string, plays = false): Resolved | null {
  const gender = /^(?:she|her|herself)$/.test(word) ? 'female' : 'male'
  const view = scene.viewAt(at)
  const asking = askersBefore(scene, at)
  const suits = (unsaid: number) => (referent: Referent) => {
    if (asking && referent.mentions.some(({ span }) => asking[0] <= span[0] && span[1] <= asking[1])) return 0
    if (referent.plural || !/^(?:person|unnamed|unknown)$/.test(referent.kind)) return 0
    const factor = referent.kind === 'unknown' ? UNKNOWN_FACTOR : referent.kind === 'unnamed' ? UNNAMED_FACTOR : 1
    if (referent.gender === null) return factor * unsaid
    return referent.gender === gender ? factor : 0
  }
  const first = mostInView(stage.appearances, view, suits(NO_GENDER_FACTOR))?.referent
  if (!first || isAside(stage, first)) return roleBefore(stage, scene, at)
  const sole = plays ? soleBefore(stage, scene, at) : null
  if (sole && sole.kind === 'person' && sole.gender === gender && suits(1)(sole) > 0)
    return { referent: sole, way: 'pronoun', share: SOLE_SHARE }
  const found = meant(stage, { at, word, view, plays }, suits(NO_GENDER_FACTOR), LEAST.person)
  if (!found || isEither(stage, view, found.referent, suits(1))) return null
  // Whoever is most in view and may be a man or a woman leaves it unclear.
  const open = mostInView(stage.appearances, view, suits(1))?.referent
  if (open && open !== found.referent && open.kind === 'person' && open.gender === null) return null
  return { referent: found.referent, way: 'pronoun', share: found.share }
}

/** "His lawyer, Henrik Dahl, objected. He said": the only one of whom the sentence before in the same paragraph tells, as its subject; null where there is none, or this sentence has named somebody. */
function soleBefore({ appearances }: Stage, { body, sentences, viewAt }: Scene, at: number): Referent | null {
  const here = indexAt(sentences, at)
  const [before, now] = [sentences[here - 1], sentences[here]]
  if (!before || !now || /[\n\r]/.test(body.slice(before[1], now[0])) || viewAt(before[0]).quoted) return null
  let only: Referent | null = null
  let isSubject = false
  for (let index = appearances.length - 1; index >= 0 && appearances[index]!.head >= before[0]; index--) {
    const { referent, weight, head, content, quoted } = appearances[index]!
    if (quoted || content >= 0 || weight < WEIGHT.oblique || !/^(?:person|unnamed|unknown)$/.test(referent.kind)) continue
    if (head >= now[0] || (only && only !== referent)) return null
    only = referent
    isSubject = weight >= WEIGHT.subject
  }
  return isSubject ? only : null
}

/** By judgement. */
const SOLE_SHARE = 0.8

/** "Both men were tired. He said": either may be meant, until one of them comes up alone. */
function isEither({ pair, appearances }: Stage, view: View, found: Referent, suits: (referent: Referent) => number): boolean {
  const beats = pair ? view.beat - pair.beat : 0
  if (!pair || beats === 0 || beats > PAIR_BEATS || !pair.of.includes(found) || pair.of.some(one => suits(one) <= 0)) return false
  return !appearances.some(({ referent, head }) => referent === found && head > pair.at)
}

/** The sentence after the one that tells of two, across a paragraph's end. */
const PAIR_BEATS = 1.2

/** "Asked by Thorsen what he had caught, he said": where it says who asks, who is not meant behind it; null where the sentence does not open so. */
function askersBefore({ body, sentences }: Scene, at: number): Span | null {
  const start = sentences[indexAt(sentences, at)]?.[0] ?? at
  const match = ASKED_BY.exec(body.slice(start, at))
  if (!match) return null
  const from = start + match[0].length
  const end = body.slice(from, from + ASKER_UNITS).search(/,|\s(?:what|where|when|why|how|who|which|whether|if|about|to)\s/)
  return [from, end < 0 ? from + ASKER_UNITS : from + end]
}

const ASKED_BY =
  /^[“"]?(?:when\s|after\sbeing\s)?(?:asked|pressed|questioned|quizzed|cross-examined|challenged|prompted|interviewed)\s(?:\p{L}+ly\s)?by\s/iu
/** A few titles and a name. */
const ASKER_UNITS = 60

/** Somebody of unknown gender is meant less often than somebody who is known to fit; a name of unknown kind may be no person. */
const NO_GENDER_FACTOR = 0.4
const UNNAMED_FACTOR = 0.6
const UNKNOWN_FACTOR = 0.3

export function whatIs(stage: Stage, scene: Scene, at: number, word: string, plays = false): Resolved | null {
  const suits = (referent: Referent) => (referent.plural ? 0 : (THING_FACTOR[referent.kind] ?? 0))
  const view = scene.viewAt(at)
  if (plays && !mostInView(stage.appearances, view, suits)) return bodyBefore(stage, scene, at)
  const found = meant(stage, { at, word, view, plays }, suits, LEAST.thing)
  return found && { referent: found.referent, way: 'thing pronoun', share: found.share }
}

const THING_FACTOR: Readonly<Record<string, number>> = { organization: 1, document: 1, unknown: 0.6, place: 0.2 }

export function whichAre(stage: Stage, scene: Scene, at: number, word: string, plays = false): Resolved | null {
  const suits = (referent: Referent) => {
    if (referent.plural || referent.kind === 'group') return 1
    return referent.kind === 'organization' ? 0.4 : 0
  }
  const view = scene.viewAt(at)
  if (!mostInView(stage.appearances, view, suits)) return groupBefore(stage, scene, at)
  const found = meant(stage, { at, word, view, plays }, suits, LEAST.several) ?? (plays ? onlyBody(stage, view, suits) : null)
  return found && { referent: found.referent, way: 'plural pronoun', share: found.share }
}

/** "The club said it was sorry. They said": the body that spoke right before, where nobody else is in view of whom "they" is said; null where somebody is. */
function onlyBody(
  { appearances }: Stage,
  view: View,
  suits: (referent: Referent) => number,
): { readonly referent: Referent; readonly share: number } | null {
  const met = allInView(appearances, view, suits)
  const [first] = met
  const spoke =
    first?.last.weight === WEIGHT.speaker && first.last.content === view.content && view.beat - first.last.beat <= PAIR_BEATS
  return spoke && met.length === 1 && first.referent.kind === 'organization'
    ? { referent: first.referent, share: LEAST.several.inView }
    : null
}

/** The likeliest of those in view, by the link head where the model has one, else by how much in view they are; null where none is clear. */
function meant(
  { appearances, links }: Stage,
  asked: Asked,
  suits: (referent: Referent) => number,
  least: { readonly inView: number; readonly head: number },
): { readonly referent: Referent; readonly share: number } | null {
  if (!links) {
    const ranked = mostInView(appearances, asked.view, suits)
    return ranked && ranked.share >= least.inView ? { referent: ranked.referent, share: ranked.share } : null
  }
  const met = allInView(appearances, asked.view, suits)
  const shares = links.shares(asked, met)
  const share = Math.max(0, ...shares)
  const best = shares.indexOf(share)
  return met[best] && share >= (best === 0 ? least.head : DISSENT_MIN) ? { referent: met[best].referent, share } : null
}

/** Whether a name of unknown kind has only stood behind prepositions: that of a place, as in "the bishop of Velm". */
const isAside = (stage: Stage, { kind, gender, figure }: Referent): boolean =>
  kind === 'unknown' &&
  gender === null &&
  !stage.appearances.some(({ referent, weight }) => referent.figure === figure && weight >= WEIGHT.object)

/** "The bishop has apologised. He said": the role that the sentence before begins with; null where it begins with none. */
function roleBefore(stage: Stage, scene: Scene, at: number): Resolved | null {
  const head = subjectBefore(scene, at)
  if (!head || classOf(head.noun) !== 'person' || head.noun.determiner === '') return null
  const known = stage.unnamed.findLast(referent => referent.head === head.noun.head && !referent.plural)
  return { referent: known ?? createNominal(stage, head.span, head.noun), way: 'pronoun', share: LEAST.person.inView }
}

/** "Ministers met until midnight. They said": the group that the sentence before begins with, where nobody else has come up; null where it begins with none. */
function groupBefore(stage: Stage, scene: Scene, at: number): Resolved | null {
  const head = subjectBefore(scene, at)
  if (!head || !(classOf(head.noun) === 'group' || MANY_IN_ONE.has(head.noun.head))) return null
  return { referent: createNominal(stage, head.span, head.noun), way: 'plural pronoun', share: LEAST.several.inView }
}

/** "The trust has apologised. It says": the body that the sentence before begins with, where no other has come up; null where it begins with none. */
function bodyBefore(stage: Stage, scene: Scene, at: number): Resolved | null {
  const head = subjectBefore(scene, at)
  if (!head || classOf(head.noun) !== 'body' || head.noun.determiner === '') return null
  return { referent: createNominal(stage, head.span, head.noun), way: 'thing pronoun', share: LEAST.thing.inView }
}

/** Of these "they" are spoken of as well. */
const MANY_IN_ONE = new Set(
  'family couple pair team club crew band duo trio company firm union council party group panel board jury household squad cabinet committee'.split(
    ' ',
  ),
)

/** The noun phrase without a name that the sentence before begins with; null where it begins with none. */
function subjectBefore({ body, sentences }: Scene, at: number): (SourceHead & { form: 'nominal' }) | null {
  const before = sentences[indexAt(sentences, at) - 1]
  if (!before) return null
  const words = wordsIn(body, before).slice(0, GROUP_WORDS_MAX)
  let end = 0
  while (end < words.length && (end === 0 || /^\s+$/.test(body.slice(words[end - 1]!.span[1], words[end]!.span[0])))) {
    if (
      end > 0 &&
      (isBreak(words[end]!.lower) || (/(?:ed|ing|ly)$/.test(words[end]!.lower) && !MANY_IN_ONE.has(words[end]!.lower)))
    )
      break
    end++
    const [last, next] = [words[end - 1]!, words[end]]
    if (
      next &&
      ((/[^s]s$/.test(last.lower) && !/[^s]s$/.test(next.lower)) ||
        ((isRole(last.lower) || MANY_IN_ONE.has(last.lower) || BODY_NOUNS.has(last.lower)) &&
          !isRole(next.lower) &&
          !BODY_NOUNS.has(next.lower)))
    )
      break
  }
  const head = end > 0 ? headOf(body, [[words[0]!.span[0], words[end - 1]!.span[1]]], []) : null
  return head?.form === 'nominal' ? head : null
}

const GROUP_WORDS_MAX = 6

/** "Ada Lowe, who …", "the owners, who …": what stands right before. */
export function relativeTo(
  stage: Stage,
  scene: Scene,
  span: Span,
  { names, cast }: { readonly names: readonly NameMention[]; readonly cast: Cast },
): Resolved | null {
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
  return names[partitionPoint(names, name => name.span[1] <= offset) - 1]
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
