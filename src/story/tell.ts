import type { Disagreement, Reading, Story, StoryArticle } from '../record/index.ts'
import { type FoundDisagreement, findingClaims } from './claims/claims.ts'
import { type Asking, answered, type CrossEncoder, unanswered } from './cross/asked.ts'
import type { Given } from './given.ts'
import { familyOf, outletKey, outletsOf, readLineage, sourcingOf } from './lineage/index.ts'
import { mergeEntities, mergeEvents, mergePlaces, mergeTimes } from './merging/index.ts'
import type { Sourced } from './origins/given.ts'
import { type CountedOrigins, countOrigins } from './origins/origins.ts'
import { byPublication } from './publication.ts'
import { heardIn } from './telling/heard.ts'
import { timelineOf } from './telling/timeline.ts'

/** The Story of some Readings where nobody reads clauses together: as `tellStoryWith`, but what only a second look joins stays apart. */
export const tellStory = (given: Given): Story => unanswered(telling(given))

/** The Story of some Readings; clauses that may tell one thing are read together. */
export const tellStoryWith = (given: Given, encoder: CrossEncoder): Promise<Story> => answered(telling(given), encoder)

/** The Story of some Readings, which must not be none: the same, unit for unit, in whatever order they are given. */
function* telling({ id, readings: given, rulings }: Given): Asking<Story> {
  const readings = [...given].sort((a, b) => byPublication(a.article, b.article))
  const shared = readLineage(readings, rulings)
  const entities = mergeEntities({ readings, rulings, lineage: shared })
  const times = mergeTimes(readings)
  const places = mergePlaces(readings, entities.of)
  const events = mergeEvents({ readings, entities, times, places })
  const { claims, parts, disagreements, lineage } = yield* findingClaims({
    readings,
    rulings,
    entityOf: entities.of,
    lineage: shared,
  })
  const counted = countOrigins({ readings, entities, lineage, sourcing: sourcedIn(readings), claims, parts, events })
  const dated = readings.flatMap(({ article }) => article.datePublished ?? [])
  return {
    schema: 'hearsay-story/1',
    id,
    name: nameOf(readings),
    firstPublished: dated[0] ?? null,
    lastPublished: dated.at(-1) ?? null,
    independentOrigins: counted.independentOrigins,
    entities: entities.records,
    times: times.records,
    places: places.records,
    articles: readings.map(reading => articleOf(reading, counted)),
    origins: counted.origins,
    lineage,
    claims: claims.map((claim, index) => ({ ...claim, ...counted.claims[index]! })),
    events: events.map((event, index) => ({ ...event, ...counted.events[index]! })),
    disagreements: disagreements.map(one => disagreementOf(one, counted)),
    heard: heardIn({ readings, entityOf: entities.of, lineage }),
    timeline: timelineOf(events, times.records),
  }
}

function sourcedIn(readings: readonly Reading[]): Sourced[] {
  const outlets = outletsOf(readings)
  return readings.map(reading => {
    const { id, publisher } = reading.article
    return { article: id, outlet: publisher === null ? null : outletKey(publisher), sources: sourcingOf(reading, outlets) }
  })
}

/** The earliest headline; where no article has one, what the first begins with. */
function nameOf(readings: readonly Reading[]): string {
  const headlined = readings.find(({ article }) => article.headline?.trim())
  return headlined?.article.headline ?? (beginningOf(readings[0]!) || readings[0]!.article.id)
}

/** The first sentence of the text, or as many whole words of it as fit into a headline. */
function beginningOf({ article: { articleBody }, sentences }: Reading): string {
  const line = /\S.*/.exec(articleBody)
  if (line === null) return ''
  const end = sentences?.find(({ span }) => span[0] >= line.index)?.span[1] ?? Number.POSITIVE_INFINITY
  const text = line[0].slice(0, end - line.index).trimEnd()
  return text.length <= NAME_UNITS_MAX ? text : text.slice(0, NAME_UNITS_MAX + 1).replace(/\s+\S*$/, '')
}

/** Hardly a headline is longer. */
const NAME_UNITS_MAX = 100

function articleOf({ article }: Reading, { articles }: CountedOrigins): StoryArticle {
  const { id, publisher, headline, datePublished, url } = article
  return { id, publisher, family: familyOf(publisher), headline, datePublished, url, origins: articles.get(id) ?? [] }
}

/** A value that belongs to no listed claim has the origins of its article. */
function disagreementOf({ about, values }: FoundDisagreement, { of, articles }: CountedOrigins): Disagreement {
  return {
    about,
    values: values.map(({ claim, ...value }) => {
      const origins = (claim === null ? null : of(value.article, claim)) ?? articles.get(value.article) ?? []
      return { ...value, origins }
    }),
  }
}
