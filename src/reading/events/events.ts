import type { Event, Place, Span, Statement, Time } from '../../record/index.ts'
import { contains } from '../../record/span.ts'
import { confidenceOf } from './confidence.ts'
import type { Deed } from './deeds.ts'
import type { PlacedDeed } from './placed.ts'
import { type Setting, settingsOf } from './setting.ts'

export interface EventsInput {
  readonly body: string
  readonly deeds: readonly PlacedDeed[]
  readonly statements: readonly Statement[]
  readonly times?: readonly Time[]
  readonly places?: readonly Place[]
  readonly dateline?: Span | null
}

/** Who did what to whom, in the order of the text: deeds with the entities that act and are acted upon. */
export function readEvents(input: EventsInput): Event[] {
  const { body, deeds, statements } = input
  const told = deeds.filter(({ deed }) => isTold(deed))
  const settings = allSettings(input, told)
  const events: Event[] = []
  for (const [index, { deed, actors, recipients }] of told.entries()) {
    events.push({
      id: `v${events.length + 1}`,
      eventType: deed.type,
      mode: deed.mode,
      trigger: [deed.trigger],
      actors,
      recipients,
      time: settings[index]!.time,
      place: settings[index]!.place,
      modality: deed.modality,
      onWordOf: onWordOf(deed, statements),
      confidence: confidenceOf(body, deed),
    })
  }
  return events
}

function allSettings(
  { body, statements, times = [], places = [], dateline = null }: EventsInput,
  told: readonly PlacedDeed[],
): Setting[] {
  const settings: Setting[] = []
  for (let at = 0; at < told.length; ) {
    const { sentence } = told[at]!
    const same = told.slice(at).findIndex(other => other.sentence !== sentence)
    const triggers = told.slice(at, same < 0 ? undefined : at + same).map(({ deed }) => deed.trigger)
    settings.push(...settingsOf({ body, sentence, triggers, times, places, statements, dateline }))
    at += triggers.length
  }
  return settings
}

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
