import type { Evidence, OriginWhy } from '../../record/index.ts'
import { type Occasion, occasionOf, quotesOf, retoldOf } from './occasions.ts'
import type { Root } from './roots.ts'
import type { Held, Scene } from './scene.ts'
import type { Teller, Telling } from './teller.ts'
import { merged, type Wording, wordingOf } from './wording.ts'

/** One teller with everything that goes back to it. */
export interface Voice {
  readonly teller: Teller
  /** The articles that have it first hand, as far as is held; by id. */
  readonly articles: ReadonlySet<string>
  /** All that carry it, with why; first hand ones too. */
  readonly carriers: readonly { readonly article: string; readonly why: OriginWhy; readonly evidence: Evidence }[]
  /** The earliest article that has it first hand. */
  readonly earliest: Held
  readonly wording: Wording
  /** What its articles quote of it. */
  readonly quotes: readonly string[]
  /** What they tell of it in indirect speech. */
  readonly retold: readonly string[]
  readonly occasions: readonly Occasion[]
  /** Claims and events that it tells. */
  readonly subjects: ReadonlySet<string>
}

/** What was found about one telling. */
export interface Found {
  readonly telling: Telling
  readonly root: Root
  /** The claim or event that is told. */
  readonly subject: string
}

/** The voices that some tellings go back to, in the order of their earliest articles, then of their keys. */
export function voicesOf(scene: Scene, found: readonly Found[]): readonly Voice[] {
  const byKey = new Map<string, Found[]>()
  for (const one of found) {
    const known = byKey.get(one.root.teller.key)
    if (known) known.push(one)
    else byKey.set(one.root.teller.key, [one])
  }
  const voices = [...byKey.values()].map(all => voiceOf(scene, all))
  return voices.sort((a, b) => a.earliest.rank - b.earliest.rank || (a.teller.key < b.teller.key ? -1 : 1))
}

function voiceOf(scene: Scene, found: readonly Found[]): Voice {
  const { teller } = found[0]!.root
  const firsts = found.map(({ root }) => root.first)
  const articles = new Map(firsts.map(({ article }) => [article.id, article]))
  const own = [...articles.values()].flatMap(article =>
    statementsBy(scene, article, teller).map(statement => ({ article, statement })),
  )
  const tellings = [...firsts, ...found.map(({ telling }) => telling)]
  const told = distinct([...own, ...tellings.flatMap(({ article, statement }) => (statement ? [{ article, statement }] : []))])
  return {
    teller,
    articles: new Set(articles.keys()),
    carriers: carriersOf(found),
    earliest: [...articles.values()].reduce((a, b) => (b.rank < a.rank ? b : a)),
    wording: merged(told.map(({ article, statement }) => wordingOf(scene, article, statement))),
    quotes: told.flatMap(({ article, statement }) => quotesOf(article, statement)),
    retold: told.flatMap(({ article, statement }) => retoldOf(article, statement)),
    occasions: told.flatMap(({ article, statement }) => occasionOf(article, statement) ?? []),
    subjects: new Set(found.map(({ subject }) => subject)),
  }
}

/** What the speaker of a voice says in an article, whether or not it is part of a claim: its quotations tell of the occasion. */
function statementsBy({ entities }: Scene, article: Held, { speaker }: Teller) {
  if (speaker === null) return []
  return [...article.statements.values()].filter(statement => entities.of(article.id, statement.speaker) === speaker)
}

function distinct<T extends { readonly statement: object }>(told: readonly T[]): readonly T[] {
  return [...new Map(told.map(one => [one.statement, one])).values()]
}

/** One piece of evidence for each article and reason: the first in the text. */
function carriersOf(found: readonly Found[]): Voice['carriers'] {
  const carriers = new Map<string, Voice['carriers'][number]>()
  for (const { root } of found) {
    for (const { why, evidence } of root.links) {
      const key = `${why} ${evidence.article}`
      const known = carriers.get(key)
      if (known === undefined || evidence.span[0] < known.evidence.span[0]) {
        carriers.set(key, { article: evidence.article, why, evidence })
      }
    }
  }
  return [...carriers.values()]
}
