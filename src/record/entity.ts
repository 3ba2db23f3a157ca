import type { Span } from './span.ts'

/** One person, body or unnamed source with all of its mentions. */
export interface Entity {
  readonly id: string
  /** The fullest name in the text, without titles; for an unnamed source its own words. */
  readonly name: string
  readonly kind: EntityKind
  /** ISO 3166-1 alpha-3, or null. */
  readonly country: string | null
  readonly mentions: readonly Mention[]
}

export type EntityKind = 'person' | 'organization' | 'place' | 'group' | 'document' | 'unnamed'

export interface Mention {
  readonly span: Span
  readonly form: 'name' | 'nominal' | 'pronoun' | 'metonym'
}
