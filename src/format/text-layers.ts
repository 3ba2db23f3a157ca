import type { Event, Heard, Reading, Span } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import { chainWords, nestedChains } from './chain.ts'
import { paintFor } from './colour.ts'
import { columnsOf, fold, shown } from './fold.ts'
import type { Style } from './format.ts'
import { NOT_HEARD } from './notice.ts'

/** The layers beside the statements, each under its heading; one that was not read, or found nothing, is left out. */
export function* layerBlocks(reading: Reading, style: Style): Generator<string> {
  const paint = paintFor(style)
  const layers: readonly (readonly [string, readonly string[]])[] = [
    ['On whose word', nestedChains(reading).map(({ chain }) => shown(chainWords(reading, chain)))],
    ['Heard', heardLines(reading)],
    ['Deeds', (reading.events ?? []).map(event => eventLine(event, reading))],
    ['Times', timeLines(reading)],
    ['Places', placeLines(reading)],
    ['Loaded words', loadedLines(reading)],
  ]
  for (const [heading, lines] of layers) {
    if (lines.length === 0) continue
    yield fold(paint.strong(heading), { width: style.width, indent: '' })
    for (const line of lines) yield fold(line, { width: style.width, indent: '  ' })
    yield '\n'
  }
}

/** "direct 2 · indirect 1 · doubted 0 · sought", the names made one width, or that the party was not heard in this article. */
function heardLines({ heard = [], entities = [] }: Reading): string[] {
  const names = new Map(entities.map(({ id, name }) => [id, shown(name)]))
  const widest = Math.min(NAME_COLUMNS_MAX, Math.max(0, ...heard.map(({ entity }) => columnsOf(names.get(entity) ?? entity))))
  return heard.map(row => {
    const name = names.get(row.entity) ?? row.entity
    const blanks = '\u00A0'.repeat(Math.max(0, widest - columnsOf(name)))
    return `${name}${blanks} · ${heardWords(row)}`
  })
}

const NAME_COLUMNS_MAX = 32

function heardWords({ direct, indirect, doubted, sought }: Heard): string {
  const asked = sought ? ' · sought' : ''
  if (direct + indirect === 0) return `${NOT_HEARD}${asked}`
  return `direct ${direct} · indirect ${indirect} · doubted ${doubted}${asked}`
}

function eventLine(event: Event, { article, entities = [], times = [], places = [] }: Reading): string {
  const names = (ids: readonly string[]) => ids.map(id => shown(entities.find(entity => entity.id === id)?.name ?? id)).join(', ')
  const words = (span: Span | undefined) => (span ? shown(textOf(article.articleBody, span)) : '')
  const who = [names(event.actors), `“${event.trigger.map(words).join(' […] ')}”`, names(event.recipients)]
  const type = event.mode === null ? event.eventType : `${event.eventType} (${event.mode})`
  const rest = [
    type,
    event.modality === 'asserted' ? '' : event.modality,
    times.find(time => time.id === event.time)?.value ?? '',
    shown(places.find(place => place.id === event.place)?.name ?? ''),
    event.onWordOf === 'outlet' ? 'told by the outlet' : `told in ${event.onWordOf}`,
  ]
  return [who.filter(part => part !== '').join(' → '), ...rest].filter(part => part !== '').join(' · ')
}

function timeLines({ article, times = [] }: Reading): string[] {
  return times.map(({ span, type, value, mod }) => {
    const meant = mod === null ? value : `${value} ${mod}`
    return `${shown(textOf(article.articleBody, span))} · ${type} ${meant}`
  })
}

/** Each place once, however often it is named. */
function placeLines({ places = [] }: Reading): string[] {
  const lines = places.map(({ name, country, latitude, longitude, gazetteer }) =>
    [shown(name), country ?? '', `${latitude}, ${longitude}`, gazetteer].filter(part => part !== '').join(' · '),
  )
  return [...new Set(lines)]
}

/** Each loaded word once as it stands, with its entry in the list and how often. */
function loadedLines({ article, sentences = [] }: Reading): string[] {
  const counts = new Map<string, number>()
  for (const { loaded = [], loadedBy = [], voice } of sentences) {
    loaded.forEach((span, index) => {
      const by = loadedBy[index]
      const why = [by?.entry ?? '', by?.score == null ? '' : `score ${by.score}`].filter(part => part !== '').join(', ')
      const line = [shown(textOf(article.articleBody, span)), why, `${voice} sentence`].filter(part => part !== '').join(' · ')
      counts.set(line, (counts.get(line) ?? 0) + 1)
    })
  }
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} · ${count} times`))
}
