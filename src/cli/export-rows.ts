import { contains, type Reading, type Span, textOf } from '../record/index.ts'
import type { Store } from '../store/store.ts'
import { networkIn } from './export-network.ts'
import { about, namesIn, restsOn, spansOf, type Told, timesIn, toldIn, wordsIn } from './export-story.ts'
import type { Graph, Row } from './export-table.ts'
import type { ExportName } from './store-options.ts'

/** The rows of each table, one Story with its Readings in memory at a time. A network's rows are its edges. */
export const ROWS: Readonly<Record<ExportName, (store: Store) => AsyncIterable<Row>>> = {
  statements: store => fromReadings(store, statementsIn),
  events: store => fromReadings(store, eventsIn),
  entities: store => fromReadings(store, entitiesIn),
  articles: store => fromReadings(store, articleIn),
  claims: async function* (store) {
    for await (const told of toldIn(store)) yield* claimsIn(told)
  },
  lineage: store => lineageIn(store),
  network: async function* (store) {
    yield* (await networkIn(store)).edges
  },
}

async function* fromReadings(store: Store, rowsIn: (told: Told, reading: Reading) => readonly Row[]): AsyncGenerator<Row> {
  for await (const told of toldIn(store)) for (const reading of told.readings) yield* rowsIn(told, reading)
}

function statementsIn(told: Told, reading: Reading): readonly Row[] {
  const names = namesIn(reading.entities)
  const kinds = new Map(reading.entities?.map(({ id, kind }) => [id, kind]))
  const times = timesIn(reading)
  const words = wordsIn(reading)
  const inStory = membersIn(told.story.entities, reading)
  const claimed = new Map<string, Told['story']['claims'][number][]>()
  for (const claim of told.story.claims) {
    for (const { article, statement } of claim.appearances) {
      if (article === reading.article.id && statement !== null) claimed.set(statement, [...(claimed.get(statement) ?? []), claim])
    }
  }
  return (reading.statements ?? []).map(s => {
    const claims = [...new Set(claimed.get(s.id) ?? [])]
    return {
      ...about(told, reading),
      statement: s.id,
      speaker: names.get(s.speaker ?? '') ?? null,
      speakerId: s.speaker,
      speakerConfidence: s.speakerConfidence,
      source: words(s.source),
      cue: words(s.cue),
      content: words(s.content),
      cueLemma: s.cueLemma,
      attitude: s.attitude,
      quotation: s.quotation,
      polarity: s.polarity,
      within: s.within,
      contentSpans: spansOf(s.content),
      confidence: s.confidence,
      storySpeaker: inStory.get(s.speaker ?? '')?.id ?? null,
      claims: claims.map(({ id }) => id),
      // A range is that of one claim; of several there is none.
      ...restsOn(claims.length === 1 ? claims[0] : undefined),
      ...(claims.length > 1 ? { origins: [...new Set(claims.flatMap(({ origins }) => origins))] } : {}),
      language: reading.article.inLanguage,
      headline: reading.article.headline,
      speakerKind: kinds.get(s.speaker ?? '') ?? null,
      sourceSpans: spansOf(s.source),
      cueSpans: spansOf(s.cue),
      addressee: names.get(s.addressee ?? '') ?? null,
      time: times.get(s.time ?? '') ?? null,
    }
  })
}

function eventsIn(told: Told, reading: Reading): readonly Row[] {
  const names = namesIn(reading.entities)
  const words = wordsIn(reading)
  const named = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id).join('; ')
  const times = timesIn(reading)
  const statements = new Map(reading.statements?.map(statement => [statement.id, statement]))
  const places = namesIn(reading.places)
  const inStory = new Map(
    told.story.events.flatMap(event =>
      event.appearances.filter(({ article }) => article === reading.article.id).map(each => [each.event, event] as const),
    ),
  )
  return (reading.events ?? []).map(event => ({
    ...about(told, reading),
    event: event.id,
    eventType: event.eventType,
    mode: event.mode,
    trigger: words(event.trigger),
    actors: named(event.actors),
    recipients: named(event.recipients),
    time: times.get(event.time ?? '') ?? null,
    place: places.get(event.place ?? '') ?? null,
    modality: event.modality,
    onWordOf: event.onWordOf,
    confidence: event.confidence,
    storyEvent: inStory.get(event.id)?.id ?? null,
    ...restsOn(inStory.get(event.id)),
    language: reading.article.inLanguage,
    headline: reading.article.headline,
    reportedBy:
      event.onWordOf === 'outlet'
        ? reading.article.publisher
        : (names.get(statements.get(event.onWordOf)?.speaker ?? '') ?? null),
    triggerSpans: spansOf(event.trigger),
    sentence: sentenceWith(reading, event.trigger),
  }))
}

function articleIn(told: Told, reading: Reading): readonly Row[] {
  const { id, headline, author, dateModified, inLanguage } = reading.article
  const inStory = told.story.articles.find(article => article.id === id)
  return [
    {
      ...about(told, reading),
      headline,
      authors: author.join('; '),
      modified: dateModified,
      language: inLanguage,
      statements: reading.statements?.length ?? null,
      origins: inStory?.origins ?? [],
    },
  ]
}

/** The whole sentence that holds some words: what a row says is to be checked without the article at hand. */
function sentenceWith({ article, sentences = [] }: Reading, spans: readonly Span[]): string | null {
  const [first] = spans
  const found = sentences.find(({ span }) => first !== undefined && contains(span, first))
  return found === undefined ? null : textOf(article.articleBody, found.span)
}

function entitiesIn(told: Told, reading: Reading): readonly Row[] {
  const inStory = membersIn(told.story.entities, reading)
  return (reading.entities ?? []).map(({ id, name, kind, country, mentions }) => {
    const merged = inStory.get(id)
    return {
      ...about(told, reading),
      entity: id,
      name,
      kind,
      country,
      mentions: mentions.length,
      statements: (reading.statements ?? []).filter(({ speaker }) => speaker === id).length,
      storyEntity: merged?.id ?? null,
      storyName: merged?.name ?? null,
      origins: told.story.origins.filter(({ root }) => merged && root.speaker === merged.id).map(each => each.id),
      language: reading.article.inLanguage,
    }
  })
}

/** The Story's record that each record of a Reading went into. */
function membersIn<T extends { readonly members: readonly { readonly article: string; readonly id: string }[] }>(
  records: readonly T[],
  { article }: Reading,
): ReadonlyMap<string, T> {
  return new Map(
    records.flatMap(record =>
      record.members.filter(member => member.article === article.id).map(({ id }) => [id, record] as const),
    ),
  )
}

function claimsIn(told: Told): readonly Row[] {
  const names = namesIn(told.story.entities)
  const readings = new Map(told.readings.map(reading => [reading.article.id, reading]))
  const carried = new Map(told.story.origins.map(({ id, articles }) => [id, new Set(articles)]))
  return told.story.claims.flatMap(claim =>
    claim.appearances.flatMap(appearance => {
      const reading = readings.get(appearance.article)
      if (reading === undefined) return []
      return {
        ...about(told, reading),
        claim: claim.id,
        text: claim.text,
        statement: appearance.statement,
        words: appearance.text,
        spans: spansOf(appearance.spans),
        speaker: appearance.speaker,
        speakerName: names.get(appearance.speaker ?? '') ?? null,
        stance: appearance.stance,
        lostAttribution: claim.lostAttribution.some(({ article }) => article === appearance.article),
        articleOrigins: claim.origins.filter(id => carried.get(id)?.has(appearance.article)),
        ...restsOn(claim),
        language: reading.article.inLanguage,
        headline: reading.article.headline,
      }
    }),
  )
}

async function* lineageIn(store: Store): AsyncGenerator<Row & { readonly from: string; readonly to: string }> {
  for await (const { id: story, lineage, articles } of store.documents()) {
    const byId = new Map(articles.map(article => [article.id, article]))
    for (const { from, to, kind, credited, commonWith, share, direction, evidence } of lineage) {
      const [a, b] = [byId.get(from), byId.get(to)]
      yield {
        ...{ story, from, to, kind, credited, commonWith, share, direction },
        fromOutlet: a?.publisher ?? null,
        fromPublished: a?.datePublished ?? null,
        fromUrl: a?.url ?? null,
        toOutlet: b?.publisher ?? null,
        toPublished: b?.datePublished ?? null,
        toUrl: b?.url ?? null,
        evidence: evidence.map(pair => `${pair.from.span.join('-')}:${pair.to.span.join('-')}`),
        origins: (a?.origins ?? []).filter(id => b?.origins.includes(id)),
      }
    }
  }
}

/** The graph of a table that is one; null for the others. */
export async function graphOf(what: ExportName, store: Store): Promise<Graph | null> {
  if (what === 'network') return networkIn(store)
  if (what !== 'lineage') return null
  const nodes: (Row & { readonly id: string })[] = []
  const edges: (Row & { readonly from: string; readonly to: string })[] = []
  for await (const { id: story, articles } of store.documents()) {
    for (const { id, publisher, headline, datePublished, url, origins } of articles) {
      nodes.push({ id, story, outlet: publisher, headline, published: datePublished, url, origins })
    }
  }
  for await (const edge of lineageIn(store)) edges.push(edge)
  return { nodes, edges }
}
