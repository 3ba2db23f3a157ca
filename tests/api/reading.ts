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
      within: null,
      confidence: 0.8,
    },
  ],
  sentences: [{ span: [0, BODY.length], voice: 'attributed' }],
  problems: [{ code: 'date-unclear', stage: 'article', span: null, fatal: false, note: 'two dates' }],
}
