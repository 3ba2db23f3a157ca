import type { Claim, Story } from '../record/index.ts'

export interface StoryAsked {
  /** Only claims that hold all of these. */
  readonly words?: string
  readonly limit: number
  /** How many claims are passed over. */
  readonly from: number
}

/** A story's articles, some of its claims with all of their appearances, what is told differently, and who is not heard. */
export function storyAnswer(story: Story, { words, limit, from }: StoryAsked): object {
  const { id, name, firstPublished, lastPublished, independentOrigins, articles, disagreements } = story
  const names = new Map(story.entities.map(entity => [entity.id, entity.name]))
  const outlets = new Map(articles.map(({ id: article, publisher }) => [article, publisher]))
  const claims = words === undefined ? story.claims : story.claims.filter(claim => hasWords(claim, words))
  const shown = claims.slice(from, from + limit)
  return {
    ...{ id, name, firstPublished, lastPublished, independentOrigins },
    articles: articles.map(({ id: article, publisher, headline, datePublished, url }) => ({
      ...{ article, publisher, headline, datePublished, url },
    })),
    claims: shown.map(claim => ({
      claim: claim.id,
      text: claim.text,
      independentOrigins: claim.independentOrigins,
      origins: claim.origins.map(origin => originOf(story, origin, { names, outlets })),
      appearances: claim.appearances.map(({ article, statement, speaker, stance, spans, text }) => ({
        ...{ article, outlet: outlets.get(article) ?? null, statement, stance, spans, text },
        speaker: names.get(speaker ?? '') ?? null,
        ownVoice: statement === null,
      })),
      lostAttribution: claim.lostAttribution,
    })),
    claimsInAll: claims.length,
    next: from + shown.length < claims.length ? from + shown.length : null,
    disagreements,
    notHeardInTheArticlesHeld: story.heard
      .filter(({ direct, indirect }) => direct + indirect === 0)
      .map(({ entity, sought }) => ({ name: names.get(entity) ?? null, sought })),
  }
}

type Names = Readonly<Record<'names' | 'outlets', ReadonlyMap<string, string | null>>>

function originOf({ origins }: Story, id: string, { names, outlets }: Names): object {
  const { root, articles, why, mayBeSameAs } = origins.find(origin => origin.id === id)!
  return {
    origin: id,
    firstIn: { article: root.article, outlet: outlets.get(root.article) ?? null },
    speaker: names.get(root.speaker ?? '') ?? null,
    articles,
    why,
    mayBeSameAs,
  }
}

function hasWords({ appearances }: Claim, words: string): boolean {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return appearances.some(({ text }) => wanted.every(word => text.toLowerCase().includes(word)))
}
