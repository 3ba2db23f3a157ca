import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Entity, Event, Reading, Span, Statement, Time } from '../../src/record/index.ts'

interface Told {
  readonly id: string
  readonly text: string
  readonly published?: string
  /** By id: the name, its kind, and the words of its mentions; `words#2` is the second place of the words. */
  readonly entities?: Readonly<Record<string, readonly [name: string, kind: Entity['kind'], ...mentions: string[]]>>
  readonly statements?: readonly (Partial<Statement> & {
    readonly says: string
    readonly by?: string
    readonly cueWords?: string
  })[]
  readonly times?: readonly { readonly words: string; readonly value: string }[]
  readonly events?: readonly (Partial<Event> & Pick<Event, 'eventType' | 'actors'> & { readonly words: string })[]
}

/** A Reading made by hand: everything is given by the words that it stands in. */
export function readingOf({
  id,
  text,
  published = '2024-03-06',
  entities = {},
  statements = [],
  times = [],
  events = [],
}: Told): Reading {
  const at = (words: string): Span => placeOf(text, words)
  return {
    schema: 'hearsay-reading/1',
    input: id,
    reader: { version: '0', model: 'none' },
    article: {
      id,
      url: null,
      headline: null,
      alternativeHeadline: null,
      articleBody: text,
      datePublished: published,
      dateModified: null,
      author: [],
      publisher: id,
      inLanguage: 'en',
      dateline: null,
      credits: [],
    },
    entities: Object.entries(entities).map(([entity, [name, kind, ...mentions]]) => ({
      id: entity,
      name,
      kind,
      country: null,
      mentions: mentions.map(words => ({ span: at(words), form: formOf(words) })),
    })),
    times: times.map(
      ({ words, value }, index): Time => ({ id: `t${index + 1}`, span: at(words), type: 'DATE', value, mod: null }),
    ),
    statements: statements.map(({ says, by, cueWords = 'said', ...rest }, index) => ({
      id: `s${index + 1}`,
      source: by ? [at(by)] : [],
      cue: [at(cueWords)],
      content: [at(says)],
      speaker: null,
      speakerConfidence: null,
      cueLemma: 'say',
      attitude: 'neutral',
      quotation: 'indirect',
      polarity: 'asserted',
      within: null,
      confidence: 0.9,
      ...rest,
    })),
    events: events.map(({ words, ...rest }, index) => ({
      id: `v${index + 1}`,
      mode: null,
      trigger: [at(words)],
      recipients: [],
      time: null,
      place: null,
      modality: 'asserted',
      onWordOf: 'outlet',
      confidence: 0.9,
      ...rest,
    })),
    sentences: splitSentences(text, splitParagraphs(text)).map(span => ({ span, voice: 'outlet' })),
    problems: [],
  }
}

/** The place of some words; `words#2` the second one. */
export function placeOf(text: string, wanted: string): Span {
  const [words, count] = wanted.split('#') as [string, string | undefined]
  let start = -1
  for (let turn = 0; turn < Number(count ?? 1); turn++) start = text.indexOf(words, start + 1)
  if (start === -1) throw new Error(`"${words}" does not stand in "${text}".`)
  return [start, start + words.length]
}

function formOf(words: string): Entity['mentions'][number]['form'] {
  if (/^(?:he|she|it|they|his|her)(?:#|$)/i.test(words)) return 'pronoun'
  return /^(?:the|a|an)\s/i.test(words) || /^\p{Ll}/u.test(words) ? 'nominal' : 'name'
}
