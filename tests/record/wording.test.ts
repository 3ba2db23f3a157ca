import { expect, it } from 'vitest'
import { piecesOf, type Span } from '../../src/record/index.ts'

/** A claim worded by one appearance whose spans hold `words`. */
function claimOf(text: string, ...words: readonly string[]) {
  const spans = words.map((each): Span => [100 + text.indexOf(each), 100 + text.indexOf(each) + each.length])
  return {
    text,
    appearances: [{ article: 'a', statement: 's1', spans, text, speaker: null, stance: 'asserts' as const, why: [] }],
  }
}

it('a claim leaves out what the outlet puts between two pieces of a quotation', () => {
  const broken = claimOf('The quay is shut,” Ana Ruiz told the paper. “It stays shut', 'The quay is shut', 'It stays shut')
  expect(piecesOf(broken)).toEqual(['The quay is shut', 'It stays shut'])
  const straight = claimOf('The quay is shut," she said. "But it opens soon', 'The quay is shut', 'it opens soon')
  expect(piecesOf(straight)).toEqual(['The quay is shut', 'But it opens soon'])
})

it('a claim keeps what joins its clauses', () => {
  const joined = claimOf('the quay is shut and that the “ferries” sail', 'the quay is shut', 'ferries” sail')
  expect(piecesOf(joined)).toEqual([joined.text])
  expect(piecesOf({ text: 'the quay is shut', appearances: [] })).toEqual(['the quay is shut'])
})
