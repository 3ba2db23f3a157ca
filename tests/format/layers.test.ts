import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { annotationPageOf } from '../../src/format/annotations.ts'
import { FORMATS, formatted, NOT_HEARD, NOTICE } from '../../src/format/index.ts'
import { newsArticleOf } from '../../src/format/jsonld.ts'
import type { Event, Reading } from '../../src/record/index.ts'
import { BODY, READING, readingWith, STATEMENTS, spanOf } from './example.ts'

const EVENT: Event = {
  id: 'v1',
  eventType: 'COOPERATE',
  mode: null,
  trigger: [spanOf('citing')],
  actors: ['e1'],
  recipients: ['e2'],
  time: 't1',
  place: 'p1',
  modality: 'asserted',
  onWordOf: 'outlet',
  confidence: 0.8,
}

const FULL: Reading = readingWith({
  statements: STATEMENTS.map(statement => ({ ...statement, addressee: statement.id === 's1' ? 'e2' : null, time: 't1' })),
  times: [{ id: 't1', span: spanOf('May'), type: 'DATE', value: '2026-05', mod: null }],
  places: [
    {
      id: 'p1',
      span: spanOf('AUNEDALE'),
      entity: null,
      name: 'Aunedale',
      country: 'NOR',
      latitude: 60.5,
      longitude: 5.25,
      gazetteer: 'geonames:1',
    },
  ],
  events: [EVENT, { ...EVENT, id: 'v2', modality: 'denied' }, { ...EVENT, id: 'v3', onWordOf: 's4', time: null, place: null }],
  sentences: [
    { span: [3, 20], voice: 'mixed', loaded: [spanOf('at', BODY.indexOf('that'))], loadedBy: [{ entry: 'that', score: null }] },
  ],
  heard: [
    { entity: 'e1', direct: 2, indirect: 0, doubted: 0, sought: false },
    { entity: 'e2', direct: 0, indirect: 0, doubted: 0, sought: true },
  ],
})

describe('text with all layers', () => {
  const plain = FORMATS.text.one(FULL)

  it('shows on whose word nested statements stand', () => {
    expect(plain).toContain('Aunedale Courier ← Tilde Brandt ← the harbour board')
  })

  it('says who is not heard, and never that nobody asked', () => {
    expect(plain).toMatch(new RegExp(`the harbour board.*${NOT_HEARD} · sought`))
    expect(plain).toMatch(/Tilde Brandt.* · direct 2 · indirect 0/)
    expect(plain).not.toContain('not asked')
  })

  it('has each layer under its heading, and none for a layer that was not read', () => {
    const headings = ['On whose word', 'Heard', 'Deeds', 'Times', 'Places', 'Loaded words']
    expect(headings.filter(heading => plain.includes(`\n${heading}\n`))).toEqual(headings)
    const without = FORMATS.text.one(READING)
    expect(headings.slice(1).filter(heading => without.includes(`\n${heading}\n`))).toEqual([])
  })

  it('uses no word of a verdict', () => {
    const whole = formatted([FULL], 'text').replace(NOTICE, '')
    expect(whole).not.toMatch(/\b(?:confirmed|verified|true|false|fake|credible|biased)\b/i)
  })
})

describe('jsonld with all layers', () => {
  const article = newsArticleOf(FULL)

  it('has places with their coordinates and the dates that the text names', () => {
    expect(article.contentLocation).toMatchObject([{ '@type': 'Place', geo: { latitude: 60.5, longitude: 5.25 } }])
    expect(article.temporalCoverage).toEqual(['2026-05'])
  })

  it('has only the events that are told as having happened', () => {
    const events = (article.mentions as readonly Readonly<Record<string, unknown>>[]).filter(node => 'additionalType' in node)
    expect(events.map(node => node['@id'])).toEqual(['https://courier.example/bridge#v1'])
    expect(events[0]).toMatchObject({ name: 'citing', startDate: '2026-05', agent: [{ name: 'Tilde Brandt' }] })
  })
})

describe('annotations with all layers', () => {
  interface Item {
    readonly id: string
    readonly 'hearsay:layer'?: string
    readonly target: string | readonly { readonly selector: readonly [{ start: number; end: number }, { exact: string }] }[]
  }
  const { items } = annotationPageOf(FULL) as { readonly items: readonly Item[] }

  it('have one annotation a record, each with an address of its own', () => {
    const layers = items.map(item => item['hearsay:layer'] ?? 'statements')
    for (const layer of ['statements', 'times', 'places', 'events', 'sentences', 'loaded', 'heard'])
      expect(layers).toContain(layer)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  it('count code points in every layer', () => {
    const points = [...BODY]
    const targets = items.flatMap(({ target }) => (typeof target === 'string' ? [] : target))
    for (const { selector } of targets) {
      expect(points.slice(selector[0].start, selector[0].end).join('')).toBe(selector[1].exact)
    }
  })
})

describe('plover', () => {
  const records = formatted([FULL], 'plover')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

  it('has one line an event, with its actors, its date and where its words stand', () => {
    expect(records.map(({ id }) => id)).toEqual(['courier-1#v1', 'courier-1#v2', 'courier-1#v3'])
    expect(records[0]).toMatchObject({
      date: '2026-05',
      event_type: 'COOPERATE',
      actor: [{ actor_text: 'Tilde Brandt' }],
      recipient: [{ actor_text: 'the harbour board' }],
      event_loc: { geonameid: 1, cc3: 'NOR' },
      event_text: ['citing'],
      onWordOf: 'outlet',
    })
    expect(BODY.slice(...(records[0].trigger[0] as [number, number]))).toBe('citing')
  })

  it('never dates an event by the day of publication', () => {
    expect(records[2].date).toBeNull()
    expect(records[2].cite_info.published).toBe('2025-09-03')
  })

  it('has no line for an article without events', () => {
    expect(formatted([READING], 'plover')).toBe('')
  })
})

describe('graphml', () => {
  const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')

  it('has a node an entity, and edges for statements with an addressee and for events', () => {
    const graph = parse(formatted([FULL], 'graphml'))
    expect([...graph.querySelectorAll('node')].map(node => node.getAttribute('id'))).toEqual(['courier-1#e1', 'courier-1#e2'])
    const types = [...graph.querySelectorAll('edge data[key="edge-type"]')].map(data => data.textContent)
    expect(types).toEqual(['statement', 'COOPERATE', 'COOPERATE', 'COOPERATE'])
  })

  it('is one document for several articles', () => {
    const other = { ...FULL, article: { ...FULL.article, id: 'courier-2' } }
    const xml = formatted([FULL, other], 'graphml')
    expect(xml.match(/<graph /g)).toHaveLength(1)
    expect(parse(xml).querySelectorAll('node')).toHaveLength(4)
  })

  it('keeps what an article holds from being read as markup', () => {
    const entities = [{ ...FULL.entities![0]!, name: '<b>"A" & B</b>\u0000\uD800' }]
    const xml = formatted([{ ...FULL, entities }], 'graphml')
    expect(xml).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;\uFFFD\uFFFD')
  })
})
