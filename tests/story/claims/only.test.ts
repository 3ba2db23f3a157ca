import { describe, expect, it } from 'vitest'
import { onlyAmong } from '../../../src/story/claims/only.ts'
import { tellingsIn } from '../../../src/story/claims/tellings.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { readingOf } from '../readings.ts'

function onlyIn(one: string, other: string) {
  const readings = [one, other].map((text, index) => readingOf({ id: `${index}`, published: '2024-03-06', text }))
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] } })
  const tellings = tellingsIn({ readings, entityOf: entities.of, vectors: null })
  return onlyAmong(tellings)(
    0,
    tellings.findIndex(({ article }) => article === '1'),
  )
}

describe('what two tellings alone of their articles have', () => {
  it('is a figure that nothing else there has', () => {
    const { onlyFigure, onlyCount } = onlyIn('Some 640 homes lost power.', 'The lights went out in 640 houses.')
    expect([onlyFigure, onlyCount]).toEqual([1, 0])
  })

  it('is less where either article goes on about it', () => {
    const { onlyFigure } = onlyIn('Some 640 homes lost power. The 640 homes were cold.', 'The lights went out in 640 houses.')
    expect(onlyFigure).toBeCloseTo(Math.SQRT1_2)
  })

  it('is a small number apart from others', () => {
    const { onlyFigure, onlyCount } = onlyIn('Three homes lost power.', 'The lights went out in three houses.')
    expect([onlyFigure, onlyCount]).toEqual([0, 1])
  })

  it('is a word, by its weight, and nothing where no word is the same', () => {
    expect(onlyIn('The radar had failed.', 'The radar was broken.').onlyWord).toBeGreaterThan(1)
    expect(onlyIn('The radar had failed.', 'The pump was broken.')).toEqual({
      onlyFigure: 0,
      onlyCount: 0,
      onlyDate: 0,
      onlyWord: 0,
    })
  })
})
