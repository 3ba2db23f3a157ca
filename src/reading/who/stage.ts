import type { Span } from '../../record/index.ts'
import type { Cast, Figure } from './entities.ts'
import type { NounPhrase } from './heads.ts'
import type { Links } from './links.ts'
import { genderOfNoun, kindOfNoun } from './nouns.ts'
import { addMention, type Referent, referentOfFigure } from './referents.ts'
import type { Resolved } from './resolved.ts'
import type { Appearance } from './salience.ts'

/** Who has come up so far while the text is gone through, and everybody that it names. */
export interface Stage {
  readonly appearances: Appearance[]
  readonly links: Links | null
  readonly people: readonly Referent[]
  readonly bodies: readonly Referent[]
  readonly places: readonly Referent[]
  readonly unnamed: Referent[]
  readonly campaigns: Map<Referent, Referent>
  /** Who was last spoken of as two, and where. */
  pair: { readonly of: readonly Referent[]; readonly at: number; readonly beat: number } | null
  /** Who is spoken to, by the attribution's index. */
  readonly addressed: Map<number, Referent | null>
  readonly bySource: Map<string, Resolved | null>
  readonly of: (figure: Figure | null) => Referent | null
  readonly all: () => Referent[]
}

export function openStage(cast: Cast, links: Links | null): Stage {
  const byFigure = new Map(cast.figures.map(figure => [figure, referentOfFigure(figure)] as const))
  const named = [...byFigure.values()]
  const unnamed: Referent[] = []
  return {
    appearances: [],
    links,
    people: named.filter(referent => referent.kind === 'person'),
    bodies: named.filter(referent => referent.kind === 'organization' || referent.kind === 'unknown'),
    places: named.filter(referent => referent.kind === 'place'),
    unnamed,
    campaigns: new Map(),
    pair: null,
    addressed: new Map(),
    bySource: new Map(),
    of: figure => (figure ? (byFigure.get(figure) ?? null) : null),
    all: () => [...named, ...unnamed],
  }
}

/** Somebody or something without a name, known by these words alone. */
export function createNominal(stage: Stage, span: Span, noun: NounPhrase): Referent {
  const { kind, plural } = kindOfNoun(noun)
  const referent: Referent = {
    kind,
    plural,
    gender: genderOfNoun(noun.head),
    figure: null,
    name: span,
    head: noun.head,
    said: new Set([noun.head, ...noun.modifiers]),
    taken: new Set(),
    mentions: [],
    spots: new Set(),
    country: null,
  }
  addMention(referent, { span, form: 'nominal' })
  stage.unnamed.push(referent)
  return referent
}
