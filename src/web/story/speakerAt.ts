import { type Evidence, overlaps } from '../../record/index.ts'
import type { Told } from './told.ts'

/** The speaker of the statement that holds most of the words, as that article names it; null where it is unclear. */
export function nameOfSpeakerAt({ readings }: Told, { article, span }: Evidence): string | null {
  const { statements = [], entities = [] } = readings.get(article) ?? {}
  let most = 0
  let speaker: string | null = null
  for (const statement of statements) {
    const shared = [...statement.content, ...statement.cue, ...statement.source]
      .filter(one => overlaps(one, span))
      .reduce((sum, [start, end]) => sum + Math.min(end, span[1]) - Math.max(start, span[0]), 0)
    if (shared <= most) continue
    most = shared
    speaker = statement.speaker
  }
  return entities.find(({ id }) => id === speaker)?.name ?? null
}
