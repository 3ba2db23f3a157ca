import type { Reading, Span, Statement } from '../../src/record/index.ts'

/** A picture before every span, so that UTF-16 units and code points differ, and an invented place and people. */
export const BODY =
  '🌉 AUNEDALE — Mayor Tilde Brandt said, citing the harbour board, that the bridge “will open in May”.\n\n“We waited long enough,” she told reporters, “and we will wait no longer.” Officials denied that money was short.'

export function spanOf(words: string, from = 0): Span {
  const start = BODY.indexOf(words, from)
  if (start === -1) throw new Error(`The body does not hold “${words}”.`)
  return [start, start + words.length]
}

const USUAL = { speakerConfidence: 0.9, attitude: 'neutral', polarity: 'asserted', within: null, confidence: 0.873 } as const

export const STATEMENTS: readonly Statement[] = [
  {
    ...USUAL,
    id: 's1',
    source: [spanOf('Mayor Tilde Brandt')],
    cue: [spanOf('said')],
    content: [spanOf('citing the harbour board, that the bridge “will open in May”')],
    speaker: 'e1',
    cueLemma: 'say',
    quotation: 'mixed',
  },
  {
    ...USUAL,
    id: 's2',
    source: [spanOf('the harbour board')],
    cue: [spanOf('citing')],
    content: [spanOf('the bridge “will open in May”')],
    speaker: 'e2',
    cueLemma: 'cite',
    quotation: 'indirect',
    within: 's1',
  },
  {
    ...USUAL,
    id: 's3',
    source: [spanOf('she')],
    cue: [spanOf('told')],
    content: [spanOf('“We waited long enough,”'), spanOf('“and we will wait no longer.”')],
    speaker: 'e1',
    cueLemma: 'tell',
    quotation: 'direct',
  },
  {
    ...USUAL,
    id: 's4',
    source: [spanOf('Officials')],
    cue: [spanOf('denied')],
    content: [spanOf('that money was short')],
    speaker: null,
    speakerConfidence: null,
    cueLemma: 'deny',
    quotation: 'indirect',
    polarity: 'denied',
  },
]

export const READING: Reading = {
  schema: 'hearsay-reading/1',
  input: 'in/bridge.txt',
  reader: { version: '0.0.0', model: 'sha256:0' },
  article: {
    id: 'courier-1',
    url: 'https://courier.example/bridge',
    headline: 'Bridge to open, "at last"',
    alternativeHeadline: null,
    articleBody: BODY,
    datePublished: '2025-09-03',
    dateModified: null,
    author: ['Ines Falk'],
    publisher: 'Aunedale Courier',
    inLanguage: 'en',
    dateline: { text: 'AUNEDALE', span: spanOf('AUNEDALE') },
    credits: [],
  },
  entities: [
    { id: 'e1', name: 'Tilde Brandt', kind: 'person', country: null, mentions: [] },
    { id: 'e2', name: 'the harbour board', kind: 'organization', country: null, mentions: [] },
  ],
  statements: STATEMENTS,
  sentences: [],
  problems: [],
}

/** READING with another article or other statements. */
export function readingWith(changes: Partial<Reading>): Reading {
  return { ...READING, ...changes }
}
