import type { Article, Attribution, Entity, Problem, Sentence, Span, Statement } from '../record/index.ts'
import { type PlacedDeed, placedDeeds } from './events/placed.ts'
import { attitudeOf } from './statements/attitude.ts'
import { polarityOf } from './statements/polarity.ts'
import { quotationOf } from './statements/quotation.ts'
import { mendAttributions } from './statements/statements.ts'
import { readVoices, type VoiceWeights, weighVoices } from './statements/voice.ts'
import { findContainers } from './statements/within.ts'
import type { Tagged } from './tagger/tagger.ts'
import { voiceScores } from './tagger/voices.ts'
import { findInitials } from './who/aliases.ts'
import { speakerConfidence } from './who/confidence.ts'
import { castFigures } from './who/entities.ts'
import { learnGenders } from './who/genders.ts'
import type { Links } from './who/links.ts'
import { listEntities } from './who/listing.ts'
import { findKnownNames, findNames, type NameMention } from './who/names.ts'
import { setScene } from './who/scene.ts'
import { isSomebody } from './who/somebody.ts'
import { resolveSpeakers } from './who/speakers.ts'
import { lemmaOf } from './words/lemma.ts'
import { findQuotations } from './words/quotes.ts'
import { splitParagraphs, splitSentences } from './words/sentences.ts'
import { type Word, wordsIn } from './words/words.ts'

/** What the model gives for each word beside the attributions, and how much it counts. */
export interface Ear {
  readonly tagged: Tagged
  readonly weights: VoiceWeights | undefined
  /** Whom its pronouns mean. */
  readonly links?: Links | null
}

export interface Description {
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly sentences: readonly Sentence[]
  readonly deeds: readonly PlacedDeed[]
  readonly problems: readonly Problem[]
  /** The words of each sentence, and the names among them as `findNames` has them: for whoever reads on. */
  readonly lines: readonly (readonly Word[])[]
  readonly names: readonly NameMention[]
}

/**
 * What an article says by whom: its attributions as statements with their speakers, its sentences with whose voice they are told
 * in; `ear` is what the model hears of that itself. Pure; every span is of `article.articleBody`. Problems: `quotation-unbalanced`, at most one a paragraph.
 */
export function describe(article: Article, attributions: readonly Attribution[], ear?: Ear): Description {
  const body = article.articleBody
  const paragraphs = splitParagraphs(body)
  const sentences = splitSentences(body, paragraphs)
  const { quotations, problems } = findQuotations(body, paragraphs)
  const mended = mendAttributions(attributions, { body, paragraphs, quotations, sentences })
  const containers = findContainers(mended)
  const lines = sentences.map(span => wordsIn(body, span))
  const found = findNames(body, lines)
  const all = allNames(body, found, lines)
  const cast = castFigures(all)
  const names = all.filter(name => cast.bearers.has(name))
  learnGenders(body, cast.figures)
  const scene = setScene({ body, sentences, quotations, attributions: mended })
  const lemmas = mended.map(({ cue }) => lemmaOf(body, cue))
  const told = placedDeeds(article, sentences, lines).filter(
    ({ deed }) => deed.actors.length === 0 || deed.actors.some(span => isSomebody(body, span, names)),
  )
  const parties = told.flatMap(({ deed }) => [...deed.actors, ...deed.recipients])
  const roles = resolveSpeakers({
    scene,
    paragraphs,
    attributions: mended,
    containers,
    names,
    cast,
    lemmas,
    parties,
    links: ear?.links ?? null,
  })
  const { resolved, addressees } = roles
  const { entities, ids } = listEntities({ body, ...roles })
  const statements = mended.map((attribution, index) => {
    const cueLemma = lemmas[index] ?? null
    const addressee = addressees[index]
    const speaks = resolved[index] ?? null
    const container = containers[index] ?? null
    return {
      id: `s${index + 1}`,
      source: attribution.source,
      cue: attribution.cue,
      content: attribution.content,
      speaker: speaks ? ids.get(speaks.referent)! : null,
      speakerConfidence: speaks ? speakerConfidence(speaks.way, speaks.share) : null,
      cueLemma,
      attitude: attitudeOf(cueLemma, attribution.cue.map(([start, end]) => body.slice(start, end)).join(' ')),
      quotation: quotationOf(body, attribution, quotations),
      polarity: polarityOf(body, attribution, cueLemma),
      addressee: addressee ? ids.get(addressee)! : null,
      within: container === null ? null : `s${container + 1}`,
      confidence: attribution.confidence,
    }
  })
  const bySpan = new Map(parties.map((span, index) => [span, roles.parties[index]] as const))
  const idsOf = (spans: readonly Span[]) => [
    ...new Set(spans.map(span => ids.get(bySpan.get(span)!)).filter(id => id !== undefined)),
  ]
  const deeds = told.map(({ deed, sentence }) => ({
    deed,
    sentence,
    actors: idsOf(deed.actors),
    recipients: idsOf(deed.recipients),
  }))
  const voices = readVoices(body, sentences, mended, quotations)
  const heard = ear ? weighVoices(voices, voiceScores(ear.tagged, sentences), ear.weights) : voices
  return { entities, statements, sentences: heard, deeds, problems, lines, names: found }
}

/** The names that were found, and those words elsewhere that stand for one of them. */
function allNames(body: string, names: readonly NameMention[], lines: readonly (readonly Word[])[]): NameMention[] {
  const known = new Map<string, NameMention>()
  for (const name of names) {
    const key = name.parts.join(' ').toLowerCase()
    if (!known.has(key)) known.set(key, name)
    const surname = name.parts.at(-1)!.toLowerCase()
    if (name.kind === 'person' && !known.has(surname)) known.set(surname, name)
  }
  const initials = findInitials(body, names)
  const others = names.filter(({ span }) => !initials.some(one => one.span[0] === span[0]))
  return [...others, ...initials, ...findKnownNames(lines, known)].sort((a, b) => a.span[0] - b.span[0])
}
