import { expect, it } from 'vitest'
import { tellingsIn } from '../../../src/story/claims/tellings.ts'
import { readingOf } from '../readings.ts'

/** Which clauses of what somebody says only tell which thing is meant. */
function identifying(says: string): string[] {
  const reading = readingOf({ id: 'a', text: `${says}, Ivo Brandt said.`, statements: [{ says, by: 'Ivo Brandt' }] })
  const tellings = tellingsIn({ readings: [reading], entityOf: (_, id) => id ?? null, vectors: null })
  return tellings.flatMap(({ identifies, span }) => (identifies ? reading.article.articleBody.slice(...span) : []))
}

it('a clause on a noun tells which is meant, not where it is added or is what is told', () => {
  expect(identifying('The pianos that were found under a pitch had been hidden by workers')).toHaveLength(1)
  expect(identifying('It is 41,000 pupils who have to write again')).toEqual([])
  expect(identifying('There were three officers who had been warned')).toEqual([])
  expect(identifying('They arrested the driver, who had fled to the town')).toEqual([])
})
