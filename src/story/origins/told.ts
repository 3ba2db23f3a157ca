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
  /** In the order of the tellings: those of one part surely tell one thing. */
  readonly parts: readonly string[]
  /** Withdrawals and answers: they found no origin and stay with the one that they speak of. */
  readonly about: readonly Telling[]
}

export function claimTold(scene: Scene, { id, appearances }: FoundClaim, partsOf: readonly string[] = []): Told {
  const telling = (appearance: Appearance) => tellingOf(scene, appearance)
  const told = appearances.flatMap(({ stance, ...one }, index) =>
    stance === 'asserts' ? tellingOf(scene, one).map(telling => ({ telling, part: partsOf[index] ?? '' })) : [],
  )
  const asserted = told.map(one => one.telling)
  const about = appearances.filter(({ stance }) => stance === 'withdraws' || stance === 'answers').flatMap(telling)
  return {
    subject: `claim ${id}`,
    tellings: asserted,
    roots: rootsOf(scene, asserted),
    parts: told.map(({ part }) => part),
    about,
  }
}

/** A deed that is denied founds no origin either. */
export function eventTold(scene: Scene, { id, modality, appearances }: FoundEvent): Told {
  const told = modality === 'denied' ? [] : appearances
  const tellings = told.flatMap(({ article, onWordOf, trigger }) =>
    tellingOf(scene, { article, statement: onWordOf === 'outlet' ? null : onWordOf, spans: trigger }),
  )
  return { subject: `event ${id}`, tellings, roots: rootsOf(scene, tellings), parts: tellings.map(() => ''), about: [] }
}

/** The articles as wholes: where one without a claim or an event belongs. */
export function articlesTold(scene: Scene): Told {
  const tellings = [...scene.articles.values()].map(article => ({
    article,
    statement: null,
    spans: article.sentences.slice(0, 1),
  }))
  return { subject: 'article', tellings, roots: rootsOf(scene, tellings), parts: tellings.map(() => ''), about: [] }
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
