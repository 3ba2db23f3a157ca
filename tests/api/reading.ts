import type { Reading } from '../../src/record/index.ts'

const BODY = 'The quay opens in May, Ottoline Marsh said.'

/** A Reading made by hand that has something in every field. */
export const READING: Reading = {
  schema: 'hearsay-reading/1',
  input: 'text',
  reader: { version: '0.0.0', model: 'sha256:00' },
  article: {
    id: 'a1',
    url: null,
    headline: 'Quay to open',
    alternativeHeadline: null,
    articleBody: BODY,
    datePublished: '2031-04-02',
    dateModified: null,
    author: ['Bram Tull'],
    publisher: 'The Harbour Bell',
    inLanguage: 'en',
    dateline: null,
    credits: [{ name: 'Coastal Wire', kind: 'wire', span: [0, 3] }],
  },
  entities: [{ id: 'e1', name: 'Ottoline Marsh', kind: 'person', country: null, mentions: [{ span: [24, 38], form: 'name' }] }],
  times: [{ id: 't1', span: [18, 21], type: 'DATE', value: '2031-05', mod: null }],
  places: [
    {
      id: 'p1',
      span: [4, 8],
      entity: null,
      name: 'Quay',
      country: null,
      latitude: 54.1,
      longitude: -3.2,
      gazetteer: 'geonames:1',
    },
  ],
  statements: [
    {
      id: 's1',
      source: [[24, 38]],
      cue: [[39, 43]],
      content: [[0, 22]],
      speaker: 'e1',
      speakerConfidence: 0.9,
      cueLemma: 'say',
      attitude: 'neutral',
      quotation: 'indirect',
      polarity: 'asserted',
      addressee: null,
      time: null,
      within: null,
      confidence: 0.8,
    },
  ],
  events: [
    {
      id: 'v1',
      eventType: 'COOPERATE',
      mode: null,
      trigger: [[9, 14]],
      actors: ['e1'],
      recipients: [],
      time: 't1',
      place: 'p1',
      modality: 'planned',
      onWordOf: 's1',
      confidence: 0.7,
    },
  ],
  sentences: [{ span: [0, BODY.length], voice: 'attributed', loaded: [], loadedBy: [] }],
  heard: [{ entity: 'e1', direct: 0, indirect: 1, doubted: 0, sought: false }],
  problems: [{ code: 'date-unclear', stage: 'article', span: null, fatal: false, note: 'two dates' }],
}
