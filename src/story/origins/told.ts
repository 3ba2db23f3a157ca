import type { Appearance } from '../../record/index.ts'
import { extentOf } from '../../record/index.ts'
import type { FoundClaim } from '../claims/claims.ts'
import type { FoundEvent } from '../merging/index.ts'
import { type Root, rootsOf } from './roots.ts'
import type { Scene } from './scene.ts'
import type { Telling } from './teller.ts'
import type { Found } from './voices.ts'

/** What is told of one claim or event, and where each telling comes from. */
export interface Told {
  readonly subject: string
  readonly tellings: readonly Telling[]
  /** In the order of the tellings. */
  readonly roots: readonly Root[]
  /** Withdrawals and answers: they found no origin and stay with the one that they speak of. */
  readonly about: readonly Telling[]
}

export function claimTold(scene: Scene, { id, appearances }: FoundClaim): Told {
  const telling = (appearance: Appearance) => tellingOf(scene, appearance)
  const asserted = appearances.filter(({ stance }) => stance === 'asserts').flatMap(telling)
  const about = appearances.filter(({ stance }) => stance === 'withdraws' || stance === 'answers').flatMap(telling)
  return { subject: `claim ${id}`, tellings: asserted, roots: rootsOf(scene, asserted), about }
}

/** A deed that is denied founds no origin either. */
export function eventTold(scene: Scene, { id, modality, appearances }: FoundEvent): Told {
  const told = modality === 'denied' ? [] : appearances
  const tellings = told.flatMap(({ article, onWordOf, trigger }) =>
    tellingOf(scene, { article, statement: onWordOf === 'outlet' ? null : onWordOf, spans: trigger }),
  )
  return { subject: `event ${id}`, tellings, roots: rootsOf(scene, tellings), about: [] }
}

/** The articles as wholes: where one without a claim or an event belongs. */
export function articlesTold(scene: Scene): Told {
  const tellings = [...scene.articles.values()].map(article => ({
    article,
    statement: null,
    spans: article.sentences.slice(0, 1),
  }))
  return { subject: 'article', tellings, roots: rootsOf(scene, tellings), about: [] }
}

/** None where the article or the statement is not held. */
function tellingOf(scene: Scene, told: Pick<Appearance, 'article' | 'statement' | 'spans'>): Telling[] {
  const article = scene.articles.get(told.article)
  const statement = told.statement === null ? null : article?.statements.get(told.statement)
  if (article === undefined || statement === undefined || extentOf(told.spans) === null) return []
  return [{ article, statement, spans: told.spans }]
}

export function foundIn({ subject, tellings, roots }: Told): readonly Found[] {
  return tellings.map((telling, index) => ({ telling, root: roots[index]!, subject }))
}
