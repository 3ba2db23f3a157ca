import type { Entity, Event, Reading } from '../../record/index.ts'
import type { Placed } from './order.ts'
import { type Passage, passageOf } from './passage.ts'

/** A deed: a line of the table, and of the drawing where both ends are named. */
export interface Deed {
  readonly number: number
  readonly event: Event
  readonly actors: readonly Entity[]
  readonly recipients: readonly Entity[]
  /** The statement that it stands in; null on the outlet's own word. */
  readonly onWordOf: Placed | null
  readonly passage: Passage
}

/** Who did what to whom, in the order of the text; null where events were not read. */
export function deedsOf(reading: Reading, placed: readonly Placed[]): readonly Deed[] | null {
  if (!reading.events) return null
  const entities = new Map((reading.entities ?? []).map(entity => [entity.id, entity]))
  const statements = new Map(placed.map(one => [one.statement.id, one]))
  const known = (ids: readonly string[]) => ids.map(id => entities.get(id)).filter(entity => entity !== undefined)
  return [...reading.events]
    .sort((a, b) => startOf(a) - startOf(b))
    .map((event, index) => ({
      number: index + 1,
      event,
      actors: known(event.actors),
      recipients: known(event.recipients),
      onWordOf: statements.get(event.onWordOf) ?? null,
      passage: passageOf(reading, event.trigger),
    }))
}

/** Nodes on one side of the drawing; beyond, the table alone goes on. */
const NODES_MAX = 12

export interface Line {
  readonly deed: Deed
  readonly from: number
  readonly to: number
}

/** Those who act and those who are acted upon, each once a side, and a line for each pair in a deed. */
export interface Network {
  readonly from: readonly Entity[]
  readonly to: readonly Entity[]
  readonly lines: readonly Line[]
  /** Deeds that the drawing leaves to the table. */
  readonly left: number
}

export function networkOf(deeds: readonly Deed[]): Network {
  const from: Entity[] = []
  const lines: { deed: Deed; actor: Entity; recipient: Entity }[] = []
  const to: Entity[] = []
  const drawn = new Set<Deed>()
  for (const deed of deeds) {
    for (const actor of deed.actors) {
      for (const recipient of deed.recipients) {
        if (!takes(from, actor) || !takes(to, recipient)) continue
        lines.push({ deed, actor, recipient })
        drawn.add(deed)
      }
    }
  }
  const right = byNeighbours(to, from, lines)
  return {
    from,
    to: right,
    lines: lines.map(({ deed, actor, recipient }) => ({ deed, from: from.indexOf(actor), to: right.indexOf(recipient) })),
    left: deeds.length - drawn.size,
  }
}

function takes(side: Entity[], entity: Entity): boolean {
  if (side.includes(entity)) return true
  if (side.length >= NODES_MAX) return false
  side.push(entity)
  return true
}

/** The right side in the order of the middle of what each is joined to, so that few lines cross (the barycentre of Sugiyama's method). */
function byNeighbours(
  to: readonly Entity[],
  from: readonly Entity[],
  lines: readonly { readonly actor: Entity; readonly recipient: Entity }[],
): readonly Entity[] {
  const middle = (recipient: Entity) => {
    const places = lines.filter(line => line.recipient === recipient).map(line => from.indexOf(line.actor))
    return places.reduce((sum, place) => sum + place, 0) / places.length
  }
  return [...to].sort((a, b) => middle(a) - middle(b))
}

function startOf(event: Event): number {
  return event.trigger[0]?.[0] ?? Number.MAX_SAFE_INTEGER
}
