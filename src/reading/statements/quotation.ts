import type { Attribution, Span, Statement } from '../../record/index.ts'
import { contains, overlaps, partitionPoint } from '../../record/index.ts'
import type { Quotation } from '../words/quotes.ts'

/**
 * How much of the content stands in quotation marks: all of its words (`direct`), some (`mixed`), none (`indirect`).
 *
 * Marks that also hold the statement's own source or cue are another speaker's and do not count. What follows a name and a colon
 * at the head of a line, as transcripts set speech, is `direct` without marks. A lone "that" outside of them changes nothing.
 */
export function quotationOf(body: string, attribution: Attribution, quotations: readonly Quotation[]): Statement['quotation'] {
  const own = nearby(quotations, attribution.content).filter(
    ({ span }) => ![...attribution.cue, ...attribution.source].some(part => contains(span, part)),
  )
  let inside = 0
  let outside = 0
  for (const [start, end] of attribution.content) {
    for (const word of body.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)) {
      const span: Span = [start + word.index, start + word.index + word[0].length]
      if (own.some(quotation => overlaps(quotation.span, span))) inside++
      else if (word[0] !== 'that') outside++
    }
  }
  if (inside > 0) return outside === 0 ? 'direct' : 'mixed'
  // A turn of an interview has neither marks nor anybody before it.
  const isBare = attribution.source.length === 0 && attribution.cue.length === 0
  return isBare || isTranscript(body, attribution) ? 'direct' : 'indirect'
}

/** The quotations that share a unit with the content; the list may be long, so only the part around the content is looked at. */
function nearby(quotations: readonly Quotation[], content: readonly Span[]): Quotation[] {
  const result: Quotation[] = []
  for (const span of content) {
    // A quotation that starts before the content and holds it is among the last few that start before it: marks nest three deep.
    const after = partitionPoint(quotations, quotation => quotation.span[0] <= span[0])
    for (let index = Math.max(0, after - LOOK_BACK); index < quotations.length; index++) {
      const quotation = quotations[index]!
      if (quotation.span[0] >= span[1]) break
      if (overlaps(quotation.span, span)) result.push(quotation)
    }
  }
  return result
}

/** How many quotations before a content are tried for holding it. */
const LOOK_BACK = 12

function isTranscript(body: string, { source, cue, content }: Attribution): boolean {
  const [name, mark, words] = [source[0], cue[0], content[0]]
  if (!name || !mark || !words || cue.length !== 1 || source.length !== 1) return false
  if (!/^[:：]$/.test(body.slice(mark[0], mark[1]).trim())) return false
  return /(?:^|[\n\r])\s*$/.test(body.slice(Math.max(0, name[0] - 3), name[0])) && words[0] >= mark[1] && mark[0] - name[1] <= 2
}
