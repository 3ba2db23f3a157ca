import type { Article, Entity, Event, EventType, Place, Sentence, Span, Statement, Time } from '../../record/index.ts'
import { contains, overlaps } from '../../record/span.ts'
import type { Coder } from './coder.ts'
import { type Deed, deedsIn } from './deeds.ts'

export interface EventsInput {
  readonly article: Pick<Article, 'articleBody' | 'datePublished'>
  readonly sentences: readonly Pick<Sentence, 'span'>[]
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly times?: readonly Time[]
  readonly places?: readonly Place[]
  /** Weighs what the lexicon found; without it the lexicon alone speaks. */
  readonly coder?: Pick<Coder, 'code'>
}

/** Who did what to whom, in the order of the text: deeds with the entities that act and are acted upon. */
export async function readEvents(input: EventsInput): Promise<Event[]> {
  const { article, sentences, statements } = input
  const body = article.articleBody
  const year = article.datePublished ? Number(article.datePublished.slice(0, 4)) : null
  const events: Event[] = []
  for (const { span } of sentences) {
    for (const deed of deedsIn(body, span, year)) {
      const sure = await confidenceOf(body, span, deed, input.coder)
      if (sure < CONFIDENCE_MIN) continue
      const actors = linked(deed.actors, input.entities)
      const recipients = linked(deed.recipients, input.entities)
      if (!isTold(deed.type, actors, recipients)) continue
      events.push({
        id: `v${events.length + 1}`,
        eventType: deed.type,
        mode: deed.mode,
        trigger: [deed.trigger],
        actors,
        recipients,
        time: only(input.times ?? [], span),
        place: only(input.places ?? [], span),
        modality: deed.modality,
        onWordOf: onWordOf(deed, statements),
        confidence: Number(sure.toFixed(2)),
      })
    }
  }
  return events
}

/** A deed of nobody to nobody tells nothing; and who asks for something without asking anyone ("asked not to be named") does no political act. */
function isTold(type: EventType, actors: readonly string[], recipients: readonly string[]): boolean {
  return recipients.length > 0 || (actors.length > 0 && type !== 'REQUEST')
}

/** Below it the learned coder sees another kind of deed than the lexicon; calibrated by eye on invented sentences. */
const CONFIDENCE_MIN = 0.02
/** What a deed counts that has no two parties for the coder to look at. */
const CONFIDENCE_ALONE = 0.6

/** The coder's name for a type that PLV has under another. */
const CODED: Partial<Record<EventType, EventType>> = { INVESTIGATE: 'ACCUSE', FIGHT: 'ASSAULT' }

async function confidenceOf(body: string, sentence: Span, deed: Deed, coder: EventsInput['coder']): Promise<number> {
  const [actor] = deed.actors
  const [recipient] = deed.recipients
  if (!coder || !actor || !recipient || deed.modality !== 'asserted') return CONFIDENCE_ALONE
  const { scores } = await coder.code({
    sentence: body.slice(...sentence),
    source: body.slice(...actor),
    target: body.slice(...recipient),
  })
  // Half from the lexicon, which was right in about that share of what the coder contradicts.
  return (1 + (scores.get(CODED[deed.type] ?? deed.type) ?? 0)) / 2
}

/** The entities named by the words of a role, in their order and each once. */
function linked(spans: readonly Span[], entities: readonly Entity[]): string[] {
  const ids: string[] = []
  for (const span of spans) {
    const inside = entities
      .flatMap(entity => entity.mentions.map(({ span: at }) => ({ entity, at })))
      .filter(({ at }) => overlaps(at, span))
    // The mention that ends where the phrase does is its head: "Turkey's president" is the president.
    const best = inside.toSorted((a, b) => closeness(b.at, span) - closeness(a.at, span))[0]
    if (best && !ids.includes(best.entity.id)) ids.push(best.entity.id)
  }
  return ids
}

const closeness = (mention: Span, phrase: Span): number =>
  (mention[1] === phrase[1] ? 1000 : 0) + Math.min(mention[1], phrase[1]) - Math.max(mention[0], phrase[0])

/** The innermost statement whose content holds the trigger; an accusation's deed is told by it. */
function onWordOf(deed: Deed, statements: readonly Statement[]): string {
  const holding = statements.filter(({ content }) => content.some(span => contains(span, deed.trigger)))
  const size = ({ content }: Statement) => content.reduce((sum, [start, end]) => sum + end - start, 0)
  return holding.toSorted((a, b) => size(a) - size(b))[0]?.id ?? 'outlet'
}

/** The id of the only one that stands in the sentence: where there are two, which one is meant is not guessed. */
function only(items: readonly { readonly id: string; readonly span: Span }[], sentence: Span): string | null {
  const inside = items.filter(({ span }) => contains(sentence, span))
  return inside.length === 1 ? inside[0]!.id : null
}
