import { type Corrected, overlaps, type Reading, type Statement } from '../record/index.ts'

/**
 * The Reading with what people said about its speakers. The Reading that is kept stays as it was read: whoever reads anew need not know
 * of corrections, and undoing one needs no reading.
 */
export function correctedReading(reading: Reading, corrections: readonly Corrected[]): Reading {
  let statements = reading.statements
  for (const { correction } of corrections) {
    if (correction.kind !== 'wrong-speaker' || correction.content.article !== reading.article.id) continue
    const place = placeOf(reading, correction.content)
    const meant = place === null ? null : mostIn(statements ?? [], place)
    if (meant === null) continue
    const { speaker: name } = correction
    const speaker = name === null ? null : (reading.entities?.find(entity => entity.name === name)?.id ?? null)
    // A name that this reading does not know makes the speaker unclear: never somebody else than the person said.
    const speakerConfidence = speaker === null ? null : 1
    statements = statements?.map(statement => (statement === meant ? { ...statement, speaker, speakerConfidence } : statement))
  }
  return statements === reading.statements ? reading : { ...reading, statements }
}

/** Where the words stand now: at their old place, else at the nearest where they stand; null where the article has lost them. */
function placeOf({ article }: Reading, { span, exact }: { readonly span: readonly [number, number]; readonly exact: string }) {
  const body = article.articleBody
  if (body.slice(span[0], span[1]) === exact) return span
  const after = body.indexOf(exact, span[0])
  const before = body.lastIndexOf(exact, span[0])
  const starts = [after, before].filter(start => start !== -1)
  if (exact === '' || starts.length === 0) return null
  const start = starts.reduce((a, b) => (Math.abs(a - span[0]) <= Math.abs(b - span[0]) ? a : b))
  return [start, start + exact.length] as const
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
