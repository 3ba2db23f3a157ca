import type { Event, Place, Span, Statement, Time } from '../../record/index.ts'
import { contains } from '../../record/span.ts'
import type { Deed } from './deeds.ts'
import type { PlacedDeed } from './placed.ts'

export interface EventsInput {
  readonly body: string
  readonly deeds: readonly PlacedDeed[]
  readonly statements: readonly Statement[]
  readonly times?: readonly Time[]
  readonly places?: readonly Place[]
}

/** Who did what to whom, in the order of the text: deeds with the entities that act and are acted upon. */
export function readEvents({ deeds, statements, times = [], places = [] }: EventsInput): Event[] {
  const events: Event[] = []
  for (const { deed, sentence, actors, recipients } of deeds) {
    if (!isTold(deed)) continue
    events.push({
      id: `v${events.length + 1}`,
      eventType: deed.type,
      mode: deed.mode,
      trigger: [deed.trigger],
      actors,
      recipients,
      time: only(times, sentence),
      place: only(places, sentence),
      modality: deed.modality,
      onWordOf: onWordOf(deed, statements),
      confidence: CONFIDENCE,
    })
  }
  return events
}

const CONFIDENCE = 0.6

/** A deed of nobody to nobody tells nothing; and who asks for something without asking anyone ("asked not to be named") does no political act. */
function isTold({ type, actors, recipients }: Deed): boolean {
  return recipients.length > 0 || (actors.length > 0 && type !== 'REQUEST')
}

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
