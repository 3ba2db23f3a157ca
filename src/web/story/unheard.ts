import type { Heard, StoryEntity, StoryEvent } from '../../record/index.ts'
import { statementOf, type Told } from './told.ts'

/** A party of the story, and how often it speaks itself in the articles held. */
export interface Party {
  readonly entity: StoryEntity
  readonly heard: Heard
  /** No word of its own stands in any of the articles. */
  readonly unheard: boolean
  /** It would be asked: it is accused, an article says that it was asked, or it is a person or body that is named. */
  readonly missed: boolean
  /** It is accused in one of them. */
  readonly accused: boolean
  /** In how many of the articles it is named. */
  readonly articles: number
}

/** Deeds that accuse their actor when somebody reports them. */
const HOSTILE = new Set<StoryEvent['eventType']>(['ASSAULT', 'COERCE', 'FIGHT', 'THREATEN'])

/** The parties: those who are missed first, and of these the accused first; then who is heard most. */
export function partiesOf(told: Told): readonly Party[] {
  const accused = accusedIn(told)
  return told.story.heard
    .flatMap(heard => {
      const entity = told.entities.get(heard.entity)
      if (entity === undefined) return []
      const articles = new Set(entity.members.map(({ article }) => article)).size
      const unheard = countOf(heard) === 0
      const named = entity.kind === 'person' || entity.kind === 'organization'
      const missed = unheard && (accused.has(entity.id) || heard.sought || named)
      return [{ entity, heard, unheard, missed, accused: accused.has(entity.id), articles }]
    })
    .sort(
      (a, b) =>
        Number(b.missed) - Number(a.missed) ||
        Number(b.accused) - Number(a.accused) ||
        countOf(b.heard) - countOf(a.heard) ||
        b.articles - a.articles,
    )
}

function countOf({ direct, indirect }: Heard): number {
  return direct + indirect
}

/** Those whom somebody accuses, and those of whom somebody else says that they did harm; denied and hypothetical deeds do not count. */
function accusedIn(told: Told): ReadonlySet<string> {
  const accused = new Set<string>()
  for (const { eventType, actors, recipients, modality, appearances } of told.story.events) {
    if (modality !== 'asserted') continue
    if (eventType === 'ACCUSE') for (const id of recipients) accused.add(id)
    if (!HOSTILE.has(eventType)) continue
    for (const { article, onWordOf } of appearances) {
      const speaker = statementOf(told, article, onWordOf === 'outlet' ? null : onWordOf)?.speaker
      if (speaker == null) continue
      for (const id of actors)
        if (!told.entities.get(id)?.members.some(one => one.article === article && one.id === speaker)) accused.add(id)
    }
  }
  return accused
}
