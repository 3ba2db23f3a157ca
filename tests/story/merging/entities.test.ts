import { describe, expect, it } from 'vitest'
import type { Lineage, Reading } from '../../../src/record/index.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { placeOf, readingOf } from '../readings.ts'

const NONE = { notOneEntity: [] }
const joined = (readings: readonly Reading[], a: readonly [string, string], b: readonly [string, string]): boolean => {
  const { of } = mergeEntities({ readings, rulings: NONE })
  return of(...a) === of(...b)
}

describe('the entities of a story', () => {
  it('are joined by name, and say why', () => {
    const one = readingOf({ id: 'a', text: 'Elena Ruiz resigned.', entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] } })
    const other = readingOf({
      id: 'b',
      text: 'Elena M. Ruiz left.',
      entities: { e1: ['Elena M. Ruiz', 'person', 'Elena M. Ruiz'] },
    })
    const { records, of } = mergeEntities({ readings: [one, other], rulings: NONE })
    expect(records).toEqual([
      {
        id: 'e1',
        name: 'Elena M. Ruiz',
        kind: 'person',
        country: null,
        members: [
          { article: 'a', id: 'e1' },
          { article: 'b', id: 'e1' },
        ],
        why: [{ kind: 'name', what: ['Elena Ruiz', 'Elena M. Ruiz'] }],
      },
    ])
    expect(of('b', 'e1')).toBe('e1')
    expect(of('b', 'e9')).toBeNull()
  })

  it('join a surname to its only bearer, and to none where there are two', () => {
    const elena = readingOf({ id: 'a', text: 'Elena Ruiz resigned.', entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] } })
    const bare = readingOf({ id: 'b', text: 'Ruiz resigned.', entities: { e1: ['Ruiz', 'person', 'Ruiz'] } })
    const maria = readingOf({ id: 'c', text: 'Maria Ruiz stayed.', entities: { e1: ['Maria Ruiz', 'person', 'Maria Ruiz'] } })
    expect(joined([elena, bare], ['a', 'e1'], ['b', 'e1'])).toBe(true)
    expect(joined([elena, maria], ['a', 'e1'], ['c', 'e1'])).toBe(false)
    expect(joined([elena, bare, maria], ['a', 'e1'], ['b', 'e1'])).toBe(false)
  })

  it('do not join him to her', () => {
    const her = readingOf({ id: 'a', text: 'Mrs Marlow left.', entities: { e1: ['Marlow', 'person', 'Marlow'] } })
    const him = readingOf({ id: 'b', text: 'Mr Marlow left.', entities: { e1: ['Marlow', 'person', 'Marlow'] } })
    expect(joined([her, him], ['a', 'e1'], ['b', 'e1'])).toBe(false)
  })

  it('join acronyms and short forms to the only long form', () => {
    const long = readingOf({
      id: 'a',
      text: 'Port Authority of Tolvany and Norrland Maritime met.',
      entities: {
        e1: ['Port Authority of Tolvany', 'organization', 'Port Authority of Tolvany'],
        e2: ['Norrland Maritime', 'organization', 'Norrland Maritime'],
      },
    })
    const short = readingOf({
      id: 'b',
      text: 'PAT and Norrland met.',
      entities: { e1: ['PAT', 'organization', 'PAT'], e2: ['Norrland', 'organization', 'Norrland'] },
    })
    expect(joined([long, short], ['a', 'e1'], ['b', 'e1'])).toBe(true)
    expect(joined([long, short], ['a', 'e2'], ['b', 'e2'])).toBe(true)
  })

  it('join an office to the one who holds it, never a role that many have', () => {
    const named = readingOf({
      id: 'a',
      text: 'Transport Minister Evander Roux left. Spokesman Piet Oduya stayed.',
      entities: { e1: ['Evander Roux', 'person', 'Evander Roux'], e2: ['Piet Oduya', 'person', 'Piet Oduya'] },
    })
    const unnamed = readingOf({
      id: 'b',
      text: 'The transport minister left. The spokesman stayed.',
      entities: {
        e1: ['The transport minister', 'unnamed', 'The transport minister'],
        e2: ['The spokesman', 'unnamed', 'The spokesman'],
      },
    })
    expect(joined([named, unnamed], ['a', 'e1'], ['b', 'e1'])).toBe(true)
    expect(joined([named, unnamed], ['a', 'e2'], ['b', 'e2'])).toBe(false)
  })

  it('join a country to its government and its seats', () => {
    const plain = readingOf({ id: 'a', text: 'France refused.', entities: { e1: ['France', 'place', 'France'] } })
    const seat = readingOf({ id: 'b', text: 'Paris refused.', entities: { e1: ['Paris', 'organization', 'Paris'] } })
    const acting: Reading = {
      ...seat,
      entities: [{ ...seat.entities![0]!, country: 'FRA', mentions: [{ span: [0, 5], form: 'metonym' }] }],
    }
    expect(joined([plain, acting], ['a', 'e1'], ['b', 'e1'])).toBe(true)
  })

  it('keep unnamed sources of two papers apart, save where one has the words of the other', () => {
    const text = 'A senior official said the dam had failed.'
    const readings = ['a', 'b'].map(id =>
      readingOf({ id, text, entities: { e1: ['A senior official', 'unnamed', 'A senior official'] } }),
    )
    expect(joined(readings, ['a', 'e1'], ['b', 'e1'])).toBe(false)
    const copy: Lineage = {
      from: 'a',
      to: 'b',
      kind: 'copy',
      credited: false,
      commonWith: null,
      share: 1,
      direction: 'known',
      evidence: [{ from: { article: 'a', span: [0, text.length] }, to: { article: 'b', span: [0, text.length] } }],
    }
    const { of, records } = mergeEntities({ readings, rulings: NONE, lineage: [copy] })
    expect(of('a', 'e1')).toBe(of('b', 'e1'))
    expect(records[0]!.why).toEqual([{ kind: 'text', what: ['A senior official'] }])
  })

  it('stay apart where people said so', () => {
    const readings = ['a', 'b'].map(id =>
      readingOf({ id, text: 'Elena Ruiz resigned.', entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] } }),
    )
    const passage = (article: string) => ({ article, span: placeOf('Elena Ruiz resigned.', 'Elena Ruiz'), exact: 'Elena Ruiz' })
    const { of } = mergeEntities({ readings, rulings: { notOneEntity: [[passage('a'), passage('b')]] } })
    expect(of('a', 'e1')).not.toBe(of('b', 'e1'))
  })
})
