export type { Article, Credit, Dateline } from './article.ts'
export type { Corrected, Correction, Move, Passage } from './correction.ts'
export type { Entity, EntityKind, Mention } from './entity.ts'
export { EVENT_TYPES, type Event, type EventType } from './event.ts'
export type { Heard } from './heard.ts'
export { partitionPoint } from './ordered.ts'
export type { CorpusRecord, GivenMetadata, HtmlPage, Page, RecordPage, TextPage } from './page.ts'
export type { Place } from './place.ts'
export { PROBLEM_CODES, type Problem, type ProblemCode, type Stage } from './problem.ts'
export { rangeOf } from './range.ts'
export type { ReaderVersion, Reading } from './reading.ts'
export type { LoadedBy, Sentence } from './sentence.ts'
export { contains, extentOf, overlaps, type Span, textOf } from './span.ts'
export type { Attitude, Attribution, Statement } from './statement.ts'
export type {
  Appearance,
  Claim,
  Disagreement,
  Evidence,
  Joined,
  Lineage,
  LostAttribution,
  Member,
  Origin,
  OriginWhy,
  Range,
  Story,
  StoryArticle,
  StoryEntity,
  StoryEvent,
  StoryPlace,
  StoryTime,
} from './story.ts'
export type { Time } from './time.ts'
export { piecesOf } from './wording.ts'
