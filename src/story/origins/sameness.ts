import { likeness } from './likeness.ts'
import type { Sounded } from './sounded.ts'

/**
 * Why two origins of one claim may be the same although nothing ties them; null where they are two. It is the same both ways.
 *
 * An outlet that names no source may have it from anybody who tells it, also from one whom another outlet names later: what is printed
 * first need not have been heard first.
 */
export function sameness(a: Sounded, b: Sounded): string | null {
  for (const speaker of a.speakers) if (b.speakers.has(speaker)) return 'same speaker'
  if (a.isUnclear || b.isUnclear) return 'speaker unclear'
  if (a.isUnsourced || b.isUnsourced) return 'no source named'
  if (a.wording.isVague || b.wording.isVague || a.wording.isUnsure || b.wording.isUnsure) return 'speaker unclear'
  return likeness(a.wording, b.wording)
}
