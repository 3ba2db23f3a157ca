import { type Corrected, overlaps, type Reading, type Statement } from '../record/index.ts'
import { placeOf } from './passages.ts'

/**
 * The Reading with what people said about its speakers. The Reading that is kept stays as it was read: whoever reads anew need not know
 * of corrections, and undoing one needs no reading.
 */
export function correctedReading(reading: Reading, corrections: readonly Corrected[]): Reading {
  let statements = reading.statements
  for (const { correction } of corrections) {
    if (correction.kind !== 'wrong-speaker' || correction.content.article !== reading.article.id) continue
    const place = placeOf(reading.article.articleBody, correction.content)
    const meant = place === null ? null : mostIn(statements ?? [], place)
    if (meant === null) continue
    const { speaker: name } = correction
    const speaker = name === null ? null : entityNamed(reading, name)
    // A name that this reading does not know makes the speaker unclear: never somebody else than the person said.
    const speakerConfidence = speaker === null ? null : 1
    statements = statements?.map(statement => (statement === meant ? { ...statement, speaker, speakerConfidence } : statement))
  }
  return statements === reading.statements ? reading : { ...reading, statements }
}

/** The entity that a person meant by a name: the one that is called so, else the only one that the article calls so anywhere. */
function entityNamed({ article, entities = [] }: Reading, name: string): string | null {
  const called = entities.find(entity => entity.name === name)
  if (called !== undefined) return called.id
  const mentioned = entities.filter(({ mentions }) =>
    mentions.some(({ form, span }) => form === 'name' && article.articleBody.slice(span[0], span[1]) === name),
  )
  return mentioned.length === 1 ? mentioned[0]!.id : null
}

/** The statement whose content shares most with the place; of several alike the shortest, which is the innermost. */
function mostIn(statements: readonly Statement[], place: readonly [number, number]): Statement | null {
  let best: { readonly statement: Statement; readonly share: number } | null = null
  for (const statement of statements) {
    const spans = statement.content.filter(span => overlaps(span, place))
    const shared = spans.reduce((sum, [start, end]) => sum + Math.min(end, place[1]) - Math.max(start, place[0]), 0)
    const all = statement.content.reduce((sum, [start, end]) => sum + end - start, 0) + place[1] - place[0] - shared
    if (shared > 0 && (best === null || shared / all > best.share)) best = { statement, share: shared / all }
  }
  return best?.statement ?? null
}
