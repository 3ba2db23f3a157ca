import { type Entity, type Event, type Heard, type Reading, textOf } from '../../record/index.ts'
import { grouped } from './grouped.ts'
import type { Placed } from './order.ts'

/** Somebody who appears in the article. */
export interface Member {
  readonly entity: Entity
  readonly direct: number
  readonly indirect: number
  readonly doubted: number
  /** Null where the reader did not look. */
  readonly sought: boolean | null
  /** Somebody accuses this party, and no word of it stands in the article. */
  readonly unheard: boolean
  /** How the text describes it, each wording once. */
  readonly described: readonly string[]
  readonly statements: readonly Placed[]
}

/** Deeds that accuse their actor when somebody reports them. */
const HOSTILE = new Set<Event['eventType']>(['ASSAULT', 'COERCE', 'FIGHT', 'THREATEN'])

/** Descriptions shown of one member. */
const DESCRIBED_MAX = 3

/**
 * Who appears, those first of whom the text speaks most; null where entities were not read. A place is among them only where it
 * speaks, acts or is acted upon.
 */
export function castOf(reading: Reading, placed: readonly Placed[]): readonly Member[] | null {
  if (!reading.entities) return null
  const heard = new Map((reading.heard ?? []).map(one => [one.entity, one]))
  const spoken = grouped(placed, one => one.statement.speaker)
  const accused = accusedIn(reading)
  const acting = new Set((reading.events ?? []).flatMap(({ actors, recipients }) => [...actors, ...recipients]))
  return reading.entities
    .filter(({ id, kind }) => kind !== 'place' || heard.has(id) || spoken.has(id) || acting.has(id))
    .map(entity => memberOf(entity))
    .sort((a, b) => weight(b) - weight(a) || firstOf(a) - firstOf(b))

  function memberOf(entity: Entity): Member {
    const statements = spoken.get(entity.id) ?? []
    const counts = heard.get(entity.id) ?? countsOf(entity.id, statements)
    return {
      entity,
      direct: counts.direct,
      indirect: counts.indirect,
      doubted: counts.doubted,
      sought: reading.heard ? counts.sought : null,
      unheard: reading.heard !== undefined && accused.has(entity.id) && counts.direct + counts.indirect === 0,
      described: descriptionsOf(entity, reading.article.articleBody),
      statements,
    }
  }
}

/** Those whom somebody accuses, and those of whom somebody else says that they did harm. Denied and hypothetical ones do not count. */
function accusedIn({ events = [], statements = [] }: Reading): ReadonlySet<string> {
  const speakers = new Map(statements.map(({ id, speaker }) => [id, speaker]))
  const accused = new Set<string>()
  for (const { eventType, actors, recipients, modality, onWordOf } of events) {
    if (modality !== 'asserted') continue
    if (eventType === 'ACCUSE') for (const id of recipients) accused.add(id)
    if (!HOSTILE.has(eventType) || onWordOf === 'outlet') continue
    for (const id of actors) if (speakers.get(onWordOf) !== id) accused.add(id)
  }
  return accused
}

/** The same counts as the layer `heard` has, for those whom it leaves out. */
function countsOf(entity: string, statements: readonly Placed[]): Heard {
  const own = statements.map(one => one.statement).filter(one => one.polarity !== 'declined')
  const indirect = own.filter(one => one.quotation === 'indirect').length
  const doubted = own.filter(one => one.attitude === 'doubting').length
  return { entity, direct: own.length - indirect, indirect, doubted, sought: statements.length > own.length }
}

function descriptionsOf({ name, mentions }: Entity, body: string): readonly string[] {
  const texts = mentions.filter(one => one.form === 'nominal').map(one => textOf(body, one.span))
  return [...new Set(texts)].filter(text => text !== name).slice(0, DESCRIBED_MAX)
}

function weight({ entity, statements }: Member): number {
  return entity.mentions.length + statements.length
}

function firstOf({ entity }: Member): number {
  return entity.mentions[0]?.span[0] ?? Number.MAX_SAFE_INTEGER
}
