import measured from './meter.json' with { type: 'json' }

/** How often the shipped reader errs, as `bench/attribution` measured it; shares from 0 to 1, null where not measured yet. */
export interface Meter {
  /** What it was measured on, in words that finish "measured on …". */
  readonly corpus: string | null
  /** How many articles that is. */
  readonly articles: number | null
  /** F1 of the content alone, of content and source, and of content, source and cue together. */
  readonly content: number | null
  readonly contentSource: number | null
  readonly contentSourceCue: number | null
  /** Precision of content, source and cue together: the share of what is shown that has all three in place. */
  readonly precision: number | null
}

export const METER: Meter = measured

/** The measured error rates in one sentence or two; null while nothing has been measured. */
export function meterLine(meter: Meter): string | null {
  const { content, contentSource, contentSourceCue, precision } = meter
  const sentences: string[] = []
  if (precision !== null) {
    sentences.push(`About ${outOf(1 - precision)} statements shown here has its source, its verb or its words marked wrongly.`)
  }
  const figures = [
    content === null ? null : `words ${percent(content)}`,
    contentSource === null ? null : `words and source ${percent(contentSource)}`,
    contentSourceCue === null ? null : `words, source and verb ${percent(contentSourceCue)}`,
  ].filter(figure => figure !== null)
  if (figures.length > 0) {
    const on = [meter.articles === null ? null : `${meter.articles} articles`, meter.corpus].filter(Boolean).join(' of ')
    sentences.push(`Agreement with trained annotators (F1): ${figures.join(', ')}${on ? `; measured on ${on}` : ''}.`)
  }
  return sentences.length > 0 ? sentences.join(' ') : null
}

/** 0.2 as "1 in 5". */
function outOf(share: number): string {
  return share <= 0 ? '0 in 100' : `1 in ${Math.max(1, Math.round(1 / share))}`
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
