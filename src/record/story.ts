import type { Entity } from './entity.ts'
import type { Event } from './event.ts'
import type { Heard } from './heard.ts'
import type { Place } from './place.ts'
import type { Span } from './span.ts'
import type { Time } from './time.ts'

/**
 * Many articles that tell of one thing, taken apart: who copied whom, what is claimed, on how many separate origins each claim rests.
 * All ids in it are its own, save `article` and `statement`. Everything is derived from the Readings and can be made anew.
 */
export interface Story {
  readonly schema: 'hearsay-story/1'
  readonly id: string
  /** The headline of one of its articles. */
  readonly name: string
  readonly firstPublished: string | null
  readonly lastPublished: string | null
  /** Of the articles that are the first held to tell something (`Origin.root`), the least and the most that may be separate. */
  readonly independentOrigins: Range
  readonly entities: readonly StoryEntity[]
  readonly times: readonly StoryTime[]
  readonly places: readonly StoryPlace[]
  readonly articles: readonly StoryArticle[]
  readonly origins: readonly Origin[]
  readonly lineage: readonly Lineage[]
  readonly claims: readonly Claim[]
  readonly events: readonly StoryEvent[]
  readonly disagreements: readonly Disagreement[]
  /** Over the articles held here. */
  readonly heard: readonly Heard[]
  readonly timeline: readonly { readonly time: string; readonly event: string }[]
}

/** The lower bound first. */
export type Range = readonly [least: number, most: number]

/** Where something stands: a slice of one article's `articleBody`. */
export interface Evidence {
  readonly article: string
  readonly span: Span
}

/** A record of a Reading that a record of the Story was made of; its own id stays beside the merged one, so that a merge can be undone. */
export interface Member {
  readonly article: string
  readonly id: string
}

/** Why records were joined: data, and words as they stand in the articles. */
export interface Joined {
  readonly kind: 'name' | 'alias' | 'title' | 'office' | 'place' | 'value' | 'text' | 'meaning' | 'answer' | 'deed'
  readonly what: readonly string[]
}

export interface StoryEntity extends Pick<Entity, 'id' | 'name' | 'kind' | 'country'> {
  readonly members: readonly Member[]
  /** Empty where it has one member. */
  readonly why: readonly Joined[]
}

export interface StoryTime extends Pick<Time, 'id' | 'type' | 'value' | 'mod'> {
  readonly members: readonly Member[]
}

export interface StoryPlace extends Omit<Place, 'span' | 'entity'> {
  /** The Story's own entity that it is a mention of, or null. */
  readonly entity: string | null
  readonly members: readonly Member[]
}

export interface StoryArticle {
  readonly id: string
  readonly publisher: string | null
  /** The group of outlets that it belongs to (`ontology/outlets.json`); the publisher's own name where none is known. */
  readonly family: string | null
  readonly headline: string | null
  readonly datePublished: string | null
  readonly url: string | null
  /** The origins that it draws on, its own telling included. */
  readonly origins: readonly string[]
}

/** A first telling and all that carry, copy, rewrite or cite it; `docs/origin.md` has the rules. */
export interface Origin {
  readonly id: string
  /** The earliest article held that has it, and who tells it there: a Story's entity, or null for the outlet itself. */
  readonly root: { readonly article: string; readonly speaker: string | null }
  readonly articles: readonly string[]
  readonly why: readonly OriginWhy[]
  readonly evidence: readonly Evidence[]
  readonly mayBeSameAs: readonly { readonly origin: string; readonly why: string }[]
}

export type OriginWhy = 'wire credit' | 'shared text' | 'cites' | 'own telling'

/** One article's debt to another. */
export interface Lineage {
  readonly from: string
  readonly to: string
  readonly kind: 'copy' | 'rewrite' | 'cite' | 'common'
  /** Whether `to` says so. */
  readonly credited: boolean
  /** What both took it from, where `kind` is `common`. */
  readonly commonWith: 'release' | 'speech' | null
  /** The share of `to` that stands in `from`, 0 to 1. */
  readonly share: number
  /** Where unclear, the order of `from` and `to` means nothing. */
  readonly direction: 'known' | 'unclear'
  /** Shared words, side by side; for a citation what is cited and where `to` says so. */
  readonly evidence: readonly { readonly from: Evidence; readonly to: Evidence }[]
}

/** One content, whoever says it. */
export interface Claim {
  readonly id: string
  /** The wording of one appearance. */
  readonly text: string
  readonly appearances: readonly Appearance[]
  readonly origins: readonly string[]
  readonly independentOrigins: Range
  readonly lostAttribution: readonly LostAttribution[]
}

export interface Appearance {
  readonly article: string
  /** The statement in that article's Reading; null: in the outlet's own voice. */
  readonly statement: string | null
  readonly spans: readonly Span[]
  /** From the first start to the last end. */
  readonly text: string
  /** A Story's entity; null where it is unclear, and in the outlet's own voice. */
  readonly speaker: string | null
  readonly stance: 'asserts' | 'denies' | 'withdraws' | 'answers' | 'withholds'
  /** Why it was joined to the claim; empty for the first. */
  readonly why: readonly Joined[]
}

/** An article says in its own voice what the telling that it has it from gave in somebody's mouth. */
export interface LostAttribution extends Evidence {
  readonly from: Evidence
  readonly direction: 'known' | 'unclear'
}

export interface StoryEvent extends Pick<Event, 'eventType' | 'mode' | 'actors' | 'recipients' | 'time' | 'place' | 'modality'> {
  readonly id: string
  readonly appearances: readonly {
    readonly article: string
    /** The event in that article's Reading. */
    readonly event: string
    readonly trigger: readonly Span[]
    /** `outlet`, or the statement's id in that article's Reading. */
    readonly onWordOf: string
  }[]
  readonly origins: readonly string[]
  readonly independentOrigins: Range
}

/** Figures, dates or actors that differ between tellings; none is preferred. */
export interface Disagreement {
  /** Words of one of the articles that say what it is about. */
  readonly about: string
  readonly values: readonly {
    /** As it stands in the article. */
    readonly value: string
    readonly origins: readonly string[]
    readonly article: string
    readonly span: Span
  }[]
}
