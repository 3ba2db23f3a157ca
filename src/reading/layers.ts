import type { Article, Entity, Event, Heard, Place, Problem, Sentence, Statement, Time } from '../record/index.ts'
import type { Description } from './describe.ts'
import { readEvents } from './events/events.ts'
import { readPlaces } from './places/places.ts'
import { readHeard } from './statements/heard.ts'
import { readLoaded } from './statements/loaded.ts'
import { timesOfStatements } from './times/of.ts'
import { readTimes } from './times/times.ts'

/** Every layer of a Reading. */
export interface Layers {
  readonly entities: readonly Entity[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly statements: readonly Statement[]
  readonly events: readonly Event[]
  readonly sentences: readonly Sentence[]
  readonly heard: readonly Heard[]
  readonly problems: readonly Problem[]
}

/** What a description says, with when and where, who did what to whom, the loaded words, and who was heard. */
export async function addLayers(article: Article, described: Description): Promise<Layers> {
  const { entities, statements, sentences, deeds, problems, lines, names } = described
  const body = article.articleBody
  const spans = sentences.map(({ span }) => span)
  const times = readTimes({ body, datePublished: article.datePublished, sentences: spans })
  const said = timesOfStatements({ body, sentences: spans, times, statements })
  const dated = statements.map((statement, index) => Object.assign({}, statement, { time: said[index] ?? null }))
  const byMention = new Map(entities.flatMap(({ id, mentions }) => mentions.map(({ span }) => [span.join(), id] as const)))
  const places = readPlaces({
    body,
    sentences: spans,
    lines,
    names,
    dateline: article.dateline,
    entityOf: span => byMention.get(span.join()) ?? null,
  })
  const events = readEvents({ body, deeds, statements: dated, times, places, dateline: article.dateline?.span ?? null })
  return {
    entities,
    times,
    places,
    statements: dated,
    events,
    sentences: readLoaded({ body, sentences, statements }),
    heard: readHeard({ body, sentences, entities, statements: dated, events }),
    problems,
  }
}
