import { citationsOf, type Told } from './article.ts'
import { earlier } from './published.ts'

/** Which of two tied articles the other took from, and what tells it; null where nothing does. */
export interface Direction {
  readonly from: 'a' | 'b'
  readonly by: 'citation' | 'release' | 'time'
}

/**
 * A citation tells, unless the times speak against it; so does a press release, which nobody writes after the papers. Times alone tell where neither carries an agency's text: of two
 * that print what an agency sent to both, the later took nothing from the earlier.
 */
export function directionOf(a: Told, b: Told): Direction | null {
  const first = earlier(a.published, b.published)
  const aCites = citationsOf(b, a).length > 0
  const bCites = citationsOf(a, b).length > 0
  if (aCites !== bCites) {
    const from = aCites ? 'b' : 'a'
    return first !== null && first !== from ? null : { from, by: 'citation' }
  }
  if (a.isRelease !== b.isRelease) return { from: a.isRelease ? 'a' : 'b', by: 'release' }
  if (aCites || a.agencies.size > 0 || b.agencies.size > 0 || first === null) return null
  return { from: first, by: 'time' }
}
