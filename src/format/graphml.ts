import type { Reading } from '../record/index.ts'
import { textOf } from '../record/index.ts'
import type { Format } from './format.ts'

/**
 * Who says what to whom, and who does what to whom, as one directed graph of all articles: entities are nodes, each of its own
 * article; a statement is an edge from who speaks to whom it is said to, an event one from each who acts to each acted upon.
 */
export const graphml: Format = {
  mediaType: 'application/graphml+xml',
  extension: 'graphml',
  about: 'Who speaks to whom and who does what to whom, for network programs.',
  single: false,
  head: () => `${HEAD}\n`,
  one: reading =>
    elementsOf(reading)
      .map(line => `    ${line}\n`)
      .join(''),
  tail: () => '  </graph>\n</graphml>\n',
}

const KEYS = [
  ['node', 'label', 'string'],
  ['node', 'kind', 'string'],
  ['node', 'country', 'string'],
  ['node', 'article', 'string'],
  ['edge', 'label', 'string'],
  ['edge', 'type', 'string'],
  ['edge', 'record', 'string'],
  ['edge', 'time', 'string'],
  ['edge', 'polarity', 'string'],
  ['edge', 'onWordOf', 'string'],
  ['edge', 'confidence', 'double'],
] as const

const keyOf = (part: 'node' | 'edge', name: string): string => `${part}-${name}`

const HEAD = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
  ...KEYS.map(([part, name, type]) => `  <key id="${keyOf(part, name)}" for="${part}" attr.name="${name}" attr.type="${type}"/>`),
  '  <graph id="who-whom" edgedefault="directed">',
].join('\n')

function elementsOf({ article, entities = [], statements = [], events = [], times = [] }: Reading): string[] {
  const node = (id: string) => `${article.id}#${id}`
  const known = new Set(entities.map(({ id }) => id))
  const value = (id: string | null | undefined) => times.find(time => time.id === id)?.value ?? null
  const words = (spans: readonly (readonly [number, number])[]) =>
    spans.map(span => textOf(article.articleBody, span)).join(' […] ')
  const lines = entities.map(({ id, name, kind, country }) =>
    element('node', `id="${escaped(node(id))}"`, { label: name, kind, country, article: article.id }),
  )
  const edge = (from: string, to: string, data: Data) => {
    if (!known.has(from) || !known.has(to)) return
    lines.push(element('edge', `source="${escaped(node(from))}" target="${escaped(node(to))}"`, data))
  }
  for (const { id, speaker, addressee, cue, time, polarity, within, confidence } of statements) {
    if (speaker === null || !addressee) continue
    const data = { type: 'statement', record: id, time: value(time), polarity, onWordOf: within ?? 'outlet', confidence }
    edge(speaker, addressee, { label: words(cue), ...data })
  }
  for (const { id, eventType, actors, recipients, trigger, time, modality, onWordOf, confidence } of events) {
    const data = { type: eventType, record: id, time: value(time), polarity: modality, onWordOf, confidence }
    for (const actor of actors) for (const recipient of recipients) edge(actor, recipient, { label: words(trigger), ...data })
  }
  return lines
}

type Data = Readonly<Record<string, string | number | null>>

function element(part: 'node' | 'edge', attributes: string, data: Data): string {
  const inside = Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${keyOf(part, name)}">${escaped(String(value))}</data>`)
  return `<${part} ${attributes}>${inside.join('')}</${part}>`
}

/** For XML 1.0, which has no place for most control characters even when they are escaped. */
function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]+/g, ' ')
}

const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
