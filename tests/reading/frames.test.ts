import { describe, expect, it } from 'vitest'
import { mendAttributions } from '../../src/reading/statements/statements.ts'
import { findQuotations } from '../../src/reading/words/quotes.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Attribution } from '../../src/record/index.ts'

/** Source | cue | content of what is read where the tagger found `found`. */
function read(body: string, found: readonly Attribution[] = []): string[] {
  const paragraphs = splitParagraphs(body)
  const { quotations } = findQuotations(body, paragraphs)
  const words = (spans: Attribution['source']) => spans.map(([start, end]) => body.slice(start, end)).join(' … ')
  return mendAttributions(found, { body, paragraphs, quotations, sentences: splitSentences(body, paragraphs) }).map(
    ({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  )
}

describe('frames of the press', () => {
  it('a signed quotation has its speaker behind the dash', () => {
    expect(read('“We lent the bell to the town.” – Rosa Delmar, president of the guild')).toEqual([
      'Rosa Delmar, president of the guild | – | “We lent the bell to the town.”',
    ])
  })

  it('a line that ends in a colon leads a quoted paragraph in', () => {
    expect(read('Statement from Commissioner Dele Adu:\n\n“The fire service did what it could.”')).toEqual([
      'Commissioner Dele Adu | Statement from | “The fire service did what it could.”',
    ])
  })

  it('a transcript has its speakers at the head of paragraphs, questions too', () => {
    const body = 'MARGA VOSS, HOST: Did you know?\n\nTROND: I saw it on Tuesday.\n\nQ: Who opened it?'
    expect(read(body)).toEqual([
      'MARGA VOSS, HOST | : | Did you know?',
      'TROND | : | I saw it on Tuesday.',
      'Q | : | Who opened it?',
    ])
  })

  it('one capital word with a colon is a heading', () => {
    expect(read('UPDATE: The road is open again.\n\nTraffic was light.')).toEqual([])
  })

  it('what the tagger found is left as it is', () => {
    const body = 'TROND: I saw it.\n\nVOSS: When was that?'
    const found: Attribution = { source: [[0, 5]], cue: [[5, 6]], content: [[7, 16]], confidence: 0.9 }
    expect(read(body, [found])).toEqual(['TROND | : | I saw it.', 'VOSS | : | When was that?'])
  })

  it('a refusal is one', () => {
    expect(read('The ministry did not respond to questions. Neither did he.')).toEqual([
      'The ministry | did not respond to | questions',
    ])
    expect(read('A spokesman, Otto Lenz, declined to comment on the figures.')).toEqual([
      'A spokesman, Otto Lenz, | declined | to comment on the figures',
    ])
    expect(read('Norvik Rail could not be reached for comment.')).toEqual(['Norvik Rail | could not be reached for | comment'])
    expect(read('The engine did not respond to the helm. Prices declined to a new low.')).toEqual([])
  })

  it('a source right behind its cue is taken in', () => {
    const body = '“Sell the old boat now,” tweeted @lowfieldred.'
    const found: Attribution = { source: [], cue: [[25, 32]], content: [[0, 24]], confidence: 0.9 }
    expect(read(body, [found])).toEqual(['@lowfieldred | tweeted | “Sell the old boat now,”'])
  })
})
