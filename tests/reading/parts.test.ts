import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/reading/words/parts.ts'

const partsIn = (text: string) =>
  partsOf(text.split(' ').map(word => (/^[,:]$/.test(word) ? { text: word, isWord: false } : { text: word, isWord: true }))).join(
    ' ',
  )

describe('parts of speech', () => {
  it.each([
    ['The guards arrested nine poachers', 'D NS VBD CD NS'],
    ['The arrest of nine poachers', 'D N IN CD NS'],
    ['They have been released', 'PRP VBP VBN VBN'],
    ['Ministers want to visit Olmo', 'NS VBP TO VB P'],
  ])('are told by the words around: %s', (text, parts) => {
    expect(partsIn(text)).toBe(parts)
  })

  it('are one an item, for words that nobody knows and for marks too', () => {
    expect(partsOf([])).toEqual([])
    expect(partsIn('Zorblax , quibbled Vrenn').split(' ')).toHaveLength(4)
  })
})
