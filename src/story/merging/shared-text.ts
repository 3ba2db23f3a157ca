import type { Evidence, Lineage, Span } from '../../record/index.ts'

export interface SharedText {
  /** The same words in the other articles that have them, for a span of `article`. */
  readonly elsewhere: (article: string, span: Span) => readonly Evidence[]
}

/** Finds the counterparts of words in text that two articles share, letter by letter from the start of the shared words. */
export function sharedText(lineage: readonly Lineage[], bodyOf: (article: string) => string): SharedText {
  const byArticle = new Map<string, { readonly here: Evidence; readonly there: Evidence }[]>()
  const add = (here: Evidence, there: Evidence) => {
    const list = byArticle.get(here.article)
    if (list) list.push({ here, there })
    else byArticle.set(here.article, [{ here, there }])
  }
  for (const { kind, evidence } of lineage) {
    if (kind === 'cite') continue
    for (const { from, to } of evidence) {
      add(from, to)
      add(to, from)
    }
  }
  return {
    elsewhere(article, span) {
      const found: Evidence[] = []
      for (const { here, there } of byArticle.get(article) ?? []) {
        if (span[0] < here.span[0] || span[1] > here.span[1]) continue
        const counterpart = sameWords({ span, here, there, text: bodyOf(article), other: bodyOf(there.article) })
        if (counterpart) found.push({ article: there.article, span: counterpart })
      }
      return found
    },
  }
}

interface SameWords {
  readonly span: Span
  readonly here: Evidence
  readonly there: Evidence
  readonly text: string
  readonly other: string
}

/** Where the words of `span` stand in the other article: the occurrence that is nearest to the same distance from the start. */
function sameWords({ span, here, there, text, other }: SameWords): Span | null {
  const words = text.slice(span[0], span[1])
  const expected = there.span[0] + span[0] - here.span[0]
  let best: number | null = null
  for (
    let at = other.indexOf(words, there.span[0]);
    at !== -1 && at + words.length <= there.span[1];
    at = other.indexOf(words, at + 1)
  ) {
    if (best === null || Math.abs(at - expected) < Math.abs(best - expected)) best = at
  }
  return best === null ? null : [best, best + words.length]
}
