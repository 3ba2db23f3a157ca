import { describe, expect, it } from 'vitest'
import { storyText } from '../../src/format/story-text.ts'
import type { Reading, Story } from '../../src/record/index.ts'
import { tellStory } from '../../src/story/tell.ts'
import { examplesOf } from '../reading/examples.ts'
import { readingsIn } from './origins/example.ts'

const RULINGS = { notCopies: [], notOneClaim: [], notOneEntity: [] }
const [EXAMPLE = '', SHOWN = ''] = examplesOf('story', 'text')
const READINGS = readingsIn(EXAMPLE)

function told(readings: readonly Reading[] = READINGS, rulings: Partial<typeof RULINGS> = {}): Story {
  return tellStory({ id: 'ferry', readings, rulings: { ...RULINGS, ...rulings } })
}

function textOf(story: Story): string {
  const bodies = new Map(READINGS.map(({ article }) => [article.id, article.articleBody]))
  return storyText({ story, bodyOf: id => bodies.get(id) ?? null })
}

describe('docs/story.md', () => {
  it('shows its example as it is told', () => {
    expect(textOf(told()).trimEnd()).toBe(SHOWN)
  })

  it('lists the fields of a Story', async () => {
    const fields = [
      ...examplesOf('story', 'fields')
        .join('\n')
        .matchAll(/^(\w+)/gm),
    ].map(match => match[1])
    expect(fields).toEqual(Object.keys(told()))
  })
})

describe('a Story', () => {
  it('is the same in whatever order its articles come', () => {
    const once = JSON.stringify(told())
    expect(JSON.stringify(told([...READINGS].reverse()))).toBe(once)
    expect(JSON.stringify(told([READINGS[1]!, READINGS[0]!, ...READINGS.slice(2)]))).toBe(once)
  })

  it('has ids of its own alone, but for articles and statements', () => {
    const { entities, origins, claims, events, disagreements, articles, heard } = told()
    const known = new Set(origins.map(({ id }) => id))
    const people = new Set(entities.map(({ id }) => id))
    for (const { origins: own } of [...claims, ...events, ...articles]) for (const id of own) expect(known).toContain(id)
    for (const { values } of disagreements)
      for (const value of values) for (const id of value.origins) expect(known).toContain(id)
    for (const { root, mayBeSameAs } of origins) {
      if (root.speaker !== null) expect(people).toContain(root.speaker)
      for (const { origin } of mayBeSameAs) expect(known).toContain(origin)
    }
    for (const { entity } of heard) expect(people).toContain(entity)
  })

  it('shows slices of its articles alone', () => {
    const story = told()
    const bodies = new Map(READINGS.map(({ article }) => [article.id, article.articleBody]))
    for (const { appearances } of story.claims) {
      for (const { article, text, spans } of appearances) {
        expect(bodies.get(article)!.slice(spans[0]![0], spans.at(-1)![1])).toBe(text)
      }
    }
    for (const { values } of story.disagreements) {
      for (const { article, span, value } of values) expect(bodies.get(article)!.slice(...span)).toBe(value)
    }
  })

  it('heeds that an article is no copy', () => {
    const [a, b] = READINGS.map(({ article }) => article.id) as [string, string]
    const isTied = ({ lineage }: Story) => lineage.some(({ from, to, kind }) => from === a && to === b && kind !== 'common')
    expect(isTied(told())).toBe(true)
    expect(isTied(told(READINGS, { notCopies: [[a, b]] as never }))).toBe(false)
  })

  it('goes by what its first article begins with where no article has a headline', () => {
    const nameless = (articleBody: string) => {
      const [first] = READINGS
      return told([{ ...first!, article: { ...first!.article, headline: null, articleBody }, sentences: [] }]).name
    }
    const { articleBody } = READINGS[0]!.article
    const name = nameless(articleBody)
    expect(articleBody.startsWith(name)).toBe(true)
    expect(name.length).toBeLessThanOrEqual(100)
    expect(articleBody[name.length]).toBe(' ')
    expect(nameless('\n The quay is shut \nIt rains.')).toBe('The quay is shut')
  })

  it('is told of one article', () => {
    const story = told([READINGS[0]!])
    expect(story.name).toBe(READINGS[0]!.article.headline)
    expect(story.articles).toHaveLength(1)
    expect(story.lineage).toEqual([])
    expect(story.independentOrigins[0]).toBeGreaterThan(0)
  })
})
