import { fileURLToPath } from 'node:url'
import type { Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'

/** A party of a deed: its mentions, any of which is right. */
export type PartyGold = readonly Span[]

export interface EventGold {
  readonly eventType: string
  readonly orTypes?: readonly string[]
  readonly mode: string | null
  readonly orModes?: readonly (string | null)[]
  readonly trigger: readonly Span[]
  readonly actors: readonly PartyGold[]
  readonly recipients: readonly PartyGold[]
  readonly mayActors?: readonly PartyGold[]
  readonly mayRecipients?: readonly PartyGold[]
  readonly modality: string
  readonly orModalities?: readonly string[]
  readonly onWordOf: string
  readonly optional?: boolean
}

export interface Row {
  readonly id: string
  readonly kind: string
  readonly text: string
  /** The part that is annotated; what stands before is context. */
  readonly sentence: Span
  readonly events: readonly EventGold[]
}

export const GOLDS = ['gold', 'gold-second'] as const
export type GoldName = (typeof GOLDS)[number]

export const goldOf = (name: GoldName): Row[] => recordsOf<Row>(fileURLToPath(new URL(`./${name}.jsonl`, import.meta.url)))
