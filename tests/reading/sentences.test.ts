import { expect, test } from 'vitest'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'

const sentences = (text: string) => splitSentences(text, splitParagraphs(text)).map(span => text.slice(...span))

test('an abbreviation does not end a sentence', () => {
  const text = 'Mr. Pell met Gov. Lowe in the U.S. Senate on Sept. 11 with J. R. Venn. They left.'
  expect(sentences(text)).toEqual(['Mr. Pell met Gov. Lowe in the U.S. Senate on Sept. 11 with J. R. Venn.', 'They left.'])
})

test('a question in marks stays with who asks it', () => {
  expect(sentences('“Is it safe?” she asked. Nobody knew.')).toEqual(['“Is it safe?” she asked.', 'Nobody knew.'])
})

test('a line break ends a sentence, whatever stands there', () => {
  expect(sentences('The headline\n\nThe text.\r\nMore text')).toEqual(['The headline', 'The text.', 'More text'])
})

test('spans are in order and apart, and every word is in one, in a line longer than the segmenter is given at once', () => {
  const text = 'The tide came in at 5 p.m. on Monday, he said. Was it late? “No,” said Mr. Pell. '.repeat(200)
  const spans = splitSentences(text, splitParagraphs(text))
  expect(spans.every((span, index) => index === 0 || spans[index - 1]![1] <= span[0])).toBe(true)
  expect(spans.map(span => text.slice(...span)).join(' ')).toBe(text.trim())
  expect(new Set(spans.map(span => text.slice(...span)))).toEqual(
    new Set(['The tide came in at 5 p.m. on Monday, he said.', 'Was it late?', '“No,” said Mr. Pell.']),
  )
})
