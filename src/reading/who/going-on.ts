import { type Attribution, overlaps, type Span } from '../../record/index.ts'
import { indexAt } from '../words/spans.ts'
import { namesWithin } from './heads.ts'
import type { Referent } from './referents.ts'
import type { Resolved } from './resolved.ts'
import type { SpeakerInput } from './speakers.ts'
import type { Stage } from './stage.ts'

/** So many paragraphs back somebody still goes on speaking; by judgement. */
const BACK_MAX = 2

/**
 * Who goes on speaking in a quoted paragraph without source and cue: the only person who speaks or is named in the nearest paragraph
 * before it that has one, outside of all content; null where there are two, or none.
 */
export function goingOn(
  input: SpeakerInput,
  resolved: readonly (Resolved | null)[],
  { index, stage }: { readonly index: number; readonly stage: Stage },
): Resolved | null {
  const { attributions, paragraphs, names, cast } = input
  const { source, cue, content } = attributions[index]!
  const first = content[0]
  if (source.length > 0 || cue.length > 0 || !first) return null
  const at = indexAt(paragraphs, first[0])
  for (let back = at - 1; back >= Math.max(0, at - BACK_MAX); back--) {
    const paragraph = paragraphs[back]!
    const asked = back === at - 1 ? askedIn(input, stage, paragraph) : null
    if (asked) return { referent: asked, way: 'goes on', share: 1 }
    const near = attributions.flatMap((other, which) => (touches(other, paragraph) ? [which] : []))
    const met = new Set<Referent | null>(near.map(which => resolved[which]?.referent ?? null))
    for (const name of namesWithin(names, paragraph)) {
      if (name.possessive || near.some(which => attributions[which]!.content.some(span => overlaps(span, name.span)))) continue
      const referent = stage.of(cast.bearers.get(name) ?? null)
      if (referent?.kind === 'person' || referent?.kind === 'unknown') met.add(referent)
    }
    const [only] = met
    if (met.size > 1 || only === null) return null
    if (only !== undefined) return only.plural || only.kind === 'document' ? null : { referent: only, way: 'goes on', share: 1 }
  }
  return null
}

/** "Asked whether he would stand again, Deputy Onda laughed.": whoever is asked there; null where the paragraph does not begin so. */
function askedIn({ scene, names, cast }: SpeakerInput, stage: Stage, [start, end]: Span): Referent | null {
  const match = ASKED.exec(scene.body.slice(start, end))
  const at = match && start + match[0].length
  const name = at === null ? undefined : names.find(({ span, lead }) => (lead?.[0] ?? span[0]) === at)
  return name ? stage.of(cast.bearers.get(name) ?? null) : null
}

const ASKED = /^(?:when\s|after\sbeing\s)?(?:asked|pressed|questioned|quizzed)\s[^.,;“”"]{1,120},\s/iu

const touches = ({ content }: Attribution, span: Span): boolean => content.some(part => overlaps(part, span))
