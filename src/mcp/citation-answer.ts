import { contains, overlaps, type Reading, type Span, type Statement } from '../record/index.ts'

export interface Cited {
  readonly words: string
  /** In whose mouth they are put. */
  readonly speaker?: string
}

interface Place {
  readonly span: Span
  /** The statements whose content holds all of the words; in the outlet's own voice there is none. */
  readonly statements: readonly { readonly statement: string; readonly speaker: string | null; readonly polarity: string }[]
}

/**
 * Whether the words stand in the article unit for unit, each place of them, and who says them there. They are `verified` where one
 * place is in the mouth of the speaker that was named, or anywhere where none was.
 */
export function citationAnswer({ article, entities = [], statements = [] }: Reading, { words, speaker }: Cited): object {
  const names = new Map(entities.map(entity => [entity.id, entity.name]))
  const places = placesOf(article.articleBody, words).map((span): Place => {
    const holding = statements.filter(statement => holds(statement, span))
    return {
      span,
      statements: holding.map(({ id, speaker: by, polarity }) => ({
        statement: id,
        speaker: names.get(by ?? '') ?? null,
        polarity,
      })),
    }
  })
  const verified = places.some(place => speaker === undefined || place.statements.some(each => each.speaker === speaker))
  const { id, publisher, url } = article
  return { verified, article: { id, publisher, url }, reason: reasonFor({ verified, places }), places }
}

function reasonFor({ verified, places }: { readonly verified: boolean; readonly places: readonly Place[] }): string | null {
  if (verified) return null
  return places.length === 0
    ? 'The words do not stand in the article.'
    : 'They stand there, and not in the mouth of that speaker.'
}

/** A long article may repeat a word a thousand times. */
const PLACES_MAX = 20

function placesOf(body: string, words: string): readonly Span[] {
  const found: Span[] = []
  for (let at = body.indexOf(words); at !== -1 && found.length < PLACES_MAX; at = body.indexOf(words, at + words.length)) {
    found.push([at, at + words.length])
  }
  return found
}

/** A citation may begin or end inside a piece of the content, and may run over from one to the next. */
function holds({ content }: Statement, span: Span): boolean {
  const [first] = content
  const last = content.at(-1)
  if (first === undefined || last === undefined || !contains([first[0], last[1]], span)) return false
  return content.some(piece => overlaps(piece, span))
}
