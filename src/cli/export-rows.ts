import type { Reading, Span } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import type { Store } from '../store/store.ts'
import type { Graph, Row } from './export-table.ts'
import type { ExportName } from './store-options.ts'

/** The rows of each table, a few Readings or one Story in memory at a time. A network's rows are its edges. */
export const ROWS: Readonly<Record<ExportName, (store: Store) => AsyncIterable<Row>>> = {
  statements: store => fromReadings(store, statementsIn),
  events: store => fromReadings(store, eventsIn),
  entities: store => fromReadings(store, entitiesIn),
  claims: store => claimsIn(store),
  lineage: store => lineageIn(store),
  network: async function* (store) {
    yield* (await networkIn(store)).edges
  },
}

async function* fromReadings(store: Store, rowsIn: (reading: Reading) => readonly Row[]): AsyncGenerator<Row> {
  for await (const reading of store.readings()) yield* rowsIn(reading)
}

function about({ article }: Reading) {
  return { article: article.id, outlet: article.publisher, published: article.datePublished, url: article.url }
}

function statementsIn(reading: Reading): readonly Row[] {
  const names = namesIn(reading)
  const words = wordsIn(reading)
  return (reading.statements ?? []).map(s => ({
    ...about(reading),
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
    contentSpans: s.content.map(([start, end]) => `${start}-${end}`),
    confidence: s.confidence,
  }))
}

function eventsIn(reading: Reading): readonly Row[] {
  const names = namesIn(reading)
  const words = wordsIn(reading)
  const named = (ids: readonly string[]) => ids.map(id => names.get(id) ?? id).join('; ')
  const times = new Map((reading.times ?? []).map(time => [time.id, time.value]))
  const places = new Map((reading.places ?? []).map(place => [place.id, place.name]))
  return (reading.events ?? []).map(event => ({
    ...about(reading),
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
  }))
}

function entitiesIn(reading: Reading): readonly Row[] {
  return (reading.entities ?? []).map(({ id, name, kind, country, mentions }) => ({
    ...about(reading),
    entity: id,
    name,
    kind,
    country,
    mentions: mentions.length,
    statements: (reading.statements ?? []).filter(({ speaker }) => speaker === id).length,
  }))
}

async function* claimsIn(store: Store): AsyncGenerator<Row> {
  for await (const { id: story, claims = [] } of store.documents()) {
    for (const { id, text, appearances, origins, independentOrigins } of claims) {
      for (const appearance of appearances) {
        yield {
          story,
          claim: id,
          text,
          article: appearance.article,
          statement: appearance.statement,
          words: appearance.text,
          speaker: appearance.speaker,
          stance: appearance.stance,
          origins,
          independentOriginsLeast: independentOrigins[0],
          independentOriginsMost: independentOrigins[1],
        }
      }
    }
  }
}

async function* lineageIn(store: Store): AsyncGenerator<Row & { readonly from: string; readonly to: string }> {
  for await (const { id: story, lineage = [] } of store.documents()) {
    for (const { from, to, kind, credited, commonWith, share, direction } of lineage) {
      yield { story, from, to, kind, credited, commonWith, share, direction }
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
    for (const { id, publisher, headline, datePublished } of articles) {
      nodes.push({ id, story, outlet: publisher, headline, published: datePublished })
    }
  }
  for await (const edge of lineageIn(store)) edges.push(edge)
  return { nodes, edges }
}

/** Who lets whom speak, who tells what whom has said, and who acts upon whom, counted over the store; names are joined as written. */
async function networkIn(store: Store): Promise<Graph> {
  const nodes = new Map<string, Row & { readonly id: string }>()
  const edges = new Map<string, { readonly from: string; readonly to: string; readonly relation: string; count: number }>()
  const node = (kind: string, name: string) => {
    const id = `${kind}:${name}`
    if (!nodes.has(id)) nodes.set(id, { id, name, kind })
    return id
  }
  const edge = (from: string, to: string, relation: string) => {
    const key = JSON.stringify([from, to, relation])
    const known = edges.get(key)
    if (known) known.count += 1
    else edges.set(key, { from, to, relation, count: 1 })
  }
  for await (const reading of store.readings()) {
    const entities = new Map((reading.entities ?? []).map(entity => [entity.id, entity]))
    const idOf = (id: string | null | undefined) => {
      const entity = entities.get(id ?? '')
      return entity === undefined || entity.kind === 'unnamed' ? null : node(entity.kind, entity.name)
    }
    const outlet = reading.article.publisher === null ? null : node('outlet', reading.article.publisher)
    const statements = new Map((reading.statements ?? []).map(statement => [statement.id, statement]))
    for (const { speaker, within } of statements.values()) {
      const [from, to] = [within === null ? outlet : idOf(statements.get(within)?.speaker), idOf(speaker)]
      if (from !== null && to !== null) edge(from, to, within === null ? 'quotes' : 'tells of')
    }
    for (const { actors, recipients, eventType } of reading.events ?? []) {
      for (const from of actors.map(idOf)) {
        for (const to of recipients.map(idOf)) if (from !== null && to !== null) edge(from, to, eventType)
      }
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

function namesIn({ entities = [] }: Reading): ReadonlyMap<string, string> {
  return new Map(entities.map(({ id, name }) => [id, name]))
}

/** Between two pieces of one role stands what no article has by itself. */
function wordsIn({ article }: Reading): (spans: readonly Span[]) => string {
  return spans => spans.map(span => textOf(article.articleBody, span)).join(' […] ')
}
