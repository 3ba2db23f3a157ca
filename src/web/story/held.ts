import type { Article, Entity, Mention, Reading, Sentence, Statement } from '../../record/index.ts'

/** What the page of a story keeps of an article's Reading: its words, and what is looked up in them. */
export interface HeldReading {
  readonly article: Pick<Article, 'id' | 'articleBody'>
  readonly statements?: readonly Pick<Statement, 'id' | 'source' | 'cue' | 'content' | 'speaker' | 'cueLemma' | 'quotation'>[]
  /** Each with the one mention that it is shown by. */
  readonly entities?: readonly Pick<Entity, 'id' | 'name' | 'kind' | 'mentions'>[]
  readonly sentences?: readonly Pick<Sentence, 'span'>[]
}

/** The Reading without all that no part of the page asks for; a layer that was not read stays absent. */
export function heldOf({ article, statements, entities, sentences }: Reading): HeldReading {
  return {
    article: { id: article.id, articleBody: article.articleBody },
    ...(statements && {
      statements: statements.map(({ id, source, cue, content, speaker, cueLemma, quotation }) => ({
        id,
        source,
        cue,
        content,
        speaker,
        cueLemma,
        quotation,
      })),
    }),
    ...(entities && {
      entities: entities.map(({ id, name, kind, mentions }) => ({ id, name, kind, mentions: shownMention(mentions) })),
    }),
    ...(sentences && { sentences: sentences.map(({ span }) => ({ span })) }),
  }
}

/** The first mention by name, else the first; none where there is none. */
export function shownMention(mentions: readonly Mention[]): readonly Mention[] {
  const shown = mentions.find(({ form }) => form === 'name') ?? mentions[0]
  return shown === undefined ? [] : [shown]
}
