import type { Reading } from '../../record/index.ts'
import { RELEASE_LINE } from './cues.ts'
import { outletKey } from './outlets.ts'
import { type Sourcing, sourcingOf } from './sourcing.ts'
import { type Text, textOfReading } from './text.ts'

/** One article with all that is asked of it when it is compared. */
export interface Told {
  readonly id: string
  readonly text: Text
  readonly published: string | null
  /** `outletKey` of its publisher; null where that is not known. */
  readonly outlet: string | null
  readonly sourcing: readonly Sourcing[]
  /** Agencies whose text it says it carries, by key. */
  readonly agencies: ReadonlySet<string>
  /** Whether it is a press release, and no report of one. */
  readonly isRelease: boolean
}

/** Who publishes the articles, without those of whom only releases are held. */
export function outletsOf(readings: readonly Reading[]): string[] {
  return [...new Set(readings.flatMap(({ article }) => (isReleased(article) ? [] : (article.publisher ?? []))))]
}

/** `outlets` are those of its story. */
export function toldBy(reading: Reading, outlets: readonly string[]): Told {
  const { id, publisher, datePublished } = reading.article
  const sourcing = sourcingOf(reading, outlets)
  const whole = sourcing.filter(({ scope }) => scope === 'article')
  return {
    id,
    text: textOfReading(reading),
    published: datePublished,
    outlet: publisher === null ? null : outletKey(publisher),
    sourcing,
    agencies: new Set(whole.flatMap(({ kind, key }) => (kind === 'agency' && key !== null ? [key] : []))),
    isRelease: isReleased(reading.article),
  }
}

function isReleased({ articleBody, credits, headline }: Reading['article']): boolean {
  return (
    credits.some(({ kind }) => kind === 'release') ||
    (headline !== null && RELEASE_HEADLINE.test(headline)) ||
    RELEASE_LINE.test(firstLine(articleBody)) ||
    RELEASE_FOOT.test(articleBody.slice(-RELEASE_FOOT_UNITS))
  )
}

const firstLine = (body: string): string => body.trimStart().split('\n', 1)[0]!.trim()

/** "Statement of the Council", "Blue Sound Lines: statement on the ferry" */
const RELEASE_HEADLINE =
  /^(?:(?:press |news |media )?(?:release|statement|communiqu[eé])s?\s(?:of|by|from|on)\b|press release\b|for immediate release\b)|:\sstatement\s(?:on|of|by)\b/i

/** Lines that close a release and no report. */
const RELEASE_FOOT =
  /^(?:(?:media|press) )?contacts?:|^notes? (?:to|for) editors?\b|^[-–—\s]*ends[-–—\s]*$|^###$|\bfor (?:more|further) information,? (?:please )?contact\b|\b(?:media|press) (?:enquiries|inquiries|office):/im
const RELEASE_FOOT_UNITS = 600

/** What `to` says it has from the outlet or agency of `from`. */
export function citationsOf(from: Told, to: Told): readonly Sourcing[] {
  if (from.outlet === null || from.outlet === to.outlet) return []
  return to.sourcing.filter(({ key }) => key === from.outlet)
}
