import type { EntityKind, Mention, Span } from '../../record/index.ts'
import type { Gender } from '../words/lexicon.ts'
import type { Figure } from './entities.ts'

/** Whoever a source may mean: a figure with a name, or a source without one. */
export interface Referent {
  kind: EntityKind | 'unknown'
  gender: Gender | null
  plural: boolean
  readonly figure: Figure | null
  /** The words that name it best, as they stand in the text. */
  readonly name: Span
  /** The head noun where it has no name. */
  readonly head: string | null
  /** What is said of it, in lower case. */
  readonly said: Set<string>
  /** Roles by which "the minister, Tovan Reshk," takes up somebody who came up before without a name. */
  readonly taken: Set<string>
  readonly mentions: Mention[]
  /** Where its mentions begin. */
  readonly spots: Set<number>
  /** ISO 3166-1 alpha-3, as far as it is known already. */
  country: string | null
}

export function referentOfFigure(figure: Figure): Referent {
  const fullest = figure.names.find(name => name.parts === figure.parts) ?? figure.names[0]!
  return {
    kind: figure.kind,
    gender: figure.gender,
    plural: false,
    figure,
    name: fullest.span,
    head: null,
    said: figure.said,
    taken: new Set(),
    country: figure.country,
    spots: new Set(figure.names.map(name => name.span[0])),
    mentions: figure.names.map(name => ({ span: name.span, form: name.metonym ? ('metonym' as const) : ('name' as const) })),
  }
}

/** One place of the text is one mention of an entity, however often it is asked about. */
export function addMention(referent: Referent, mention: Referent['mentions'][number]): void {
  if (referent.spots.has(mention.span[0])) return
  referent.spots.add(mention.span[0])
  referent.mentions.push(mention)
}
