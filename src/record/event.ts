import type { Span } from './span.ts'

/** Who is reported to have done what to whom, in PLOVER; `docs/event.md` names the edition of the codebook. */
export interface Event {
  readonly id: string
  readonly eventType: EventType
  /** PLOVER's mode of that type (`visit` of CONSULT), or null. */
  readonly mode: string | null
  /** The words that name the deed. */
  readonly trigger: readonly Span[]
  /** Entities' ids. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  /** A Time's id; null where the text gives none. The publication date never stands in. */
  readonly time: string | null
  /** A Place's id. */
  readonly place: string | null
  readonly modality: 'asserted' | 'denied' | 'planned' | 'hypothetical'
  /** `outlet`, or the id of the statement that it stands in. */
  readonly onWordOf: string
  readonly confidence: number
}

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'YIELD',
  'INVESTIGATE',
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'MOBILIZE',
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'FIGHT',
] as const

export type EventType = (typeof EVENT_TYPES)[number]
