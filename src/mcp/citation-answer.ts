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
 * Whether the words stand in the article unit for unit, each place of them, and who says them there. They are `verified` where
 * the speaker that was named asserts them in one place, or anywhere where none was named.
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
  const told = places.flatMap(place => place.statements).filter(each => each.speaker === speaker)
  const verified = speaker === undefined ? places.length > 0 : told.some(({ polarity }) => polarity === 'asserted')
  const { id, publisher, url } = article
  return { verified, article: { id, publisher, url }, reason: verified ? null : reasonFor(places, told[0]?.polarity), places }
}

function reasonFor(places: readonly Place[], polarity: string | undefined): string {
  if (places.length === 0) return 'The words do not stand in the article.'
  if (polarity === undefined) return 'They stand there, and not in the mouth of that speaker.'
  return `They stand there, and that speaker does not assert them: ${polarity}.`
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
