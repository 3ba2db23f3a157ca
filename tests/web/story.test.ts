import { describe, expect, it } from 'vitest'
import { type Origin, type Story, textOf } from '../../src/record/index.ts'
import { claimsOf } from '../../src/web/story/claims.ts'
import { differencesOf, type Part } from '../../src/web/story/diff.ts'
import { graphOf } from '../../src/web/story/graph.ts'
import { quotationsOf } from '../../src/web/story/quotes.ts'
import { standingOf } from '../../src/web/story/standing.ts'
import { toldOf } from '../../src/web/story/told.ts'
import { partiesOf } from '../../src/web/story/unheard.ts'
import { footbridgeReadings, footbridgeStory } from '../browser/footbridge.ts'
import { examplesOf } from '../reading/examples.ts'

const story = footbridgeStory()
const told = toldOf(story, footbridgeReadings())

describe('what stands without an origin', () => {
  const origin = (id: string, mayBeSameAs: string[] = []) => ({
    id,
    root: { article: 'a', speaker: null },
    articles: [],
    why: [],
    evidence: [],
    mayBeSameAs: mayBeSameAs.map(other => ({ origin: other, why: '' })),
  })
  const rangeWithout = (away: string, origins: readonly Origin[]) =>
    standingOf({ origins: origins.map(({ id }) => id) }, origins, new Set(away)).range

  it.each([
    ['', [2, 3]],
    ['a', [1, 2]],
    ['b', [1, 2]],
    ['c', [1, 2]],
    ['ac', [0, 1]],
    ['ab', [1, 1]],
    ['abc', [0, 0]],
  ] as const)('of which one may be another, without “%s” the range is %j', (away, range) => {
    expect(rangeWithout(away, [origin('a', ['b']), origin('b'), origin('c')])).toEqual(range)
  })

  it('is the story’s own range where none was taken away', () => {
    for (const claim of story.claims) expect(standingOf(claim, story.origins, new Set()).range).toEqual(claim.independentOrigins)
  })

  it.each(examplesOf('origin', 'json'))('is the range that example %# of docs/origin.md has', example => {
    const { independentOrigins, origins: counted } = JSON.parse(example) as Pick<Story, 'independentOrigins' | 'origins'>
    const claim = { origins: counted.map(({ id }) => id) }
    expect(standingOf(claim, counted, new Set()).range).toEqual(independentOrigins)
  })

  it.each([
    ['', [2, 3]],
    ['a', [1, 2]],
    ['b', [1, 2]],
    ['c', [1, 2]],
    ['ac', [0, 1]],
  ] as const)('of which one may be either of two others and does not make them one, without “%s” it is %j', (away, range) => {
    expect(rangeWithout(away, [origin('a', ['b']), origin('b', ['c']), origin('c')])).toEqual(range)
  })
})

describe('the differing words of two passages', () => {
  const shown = (body: string, parts: readonly Part[]) =>
    parts.map(({ span, shared }) => (shared ? textOf(body, span) : `[${textOf(body, span)}]`)).join('')
  const differ = (a: string, b: string) => {
    const [left, right] = differencesOf({ body: a, span: [0, a.length] }, { body: b, span: [0, b.length] })
    return [shown(a, left), shown(b, right)]
  }

  it.each([
    ['one two three', 'one two three', 'one two three', 'one two three'],
    ['one two three', 'one three', 'one [two ]three', 'one three'],
    ['Three hurt, police said.', 'Three hurt.', 'Three hurt, [police said.]', 'Three hurt.'],
    ['“It fell,” he said', 'It FELL', '“It fell,” [he said]', 'It FELL'],
    ['a b', 'c d', '[a b]', '[c d]'],
    ['', 'x', '', '[x]'],
    ['  padded  ', 'padded', '  padded  ', 'padded'],
  ])('of %j and %j are marked', (a, b, left, right) => {
    expect(differ(a, b)).toEqual([left, right])
  })

  it('leave no unit out and add none', () => {
    const [a, b] = footbridgeReadings().map(({ article }) => article.articleBody) as [string, string]
    const [left, right] = differencesOf({ body: a, span: [10, a.length] }, { body: b, span: [0, b.length - 5] })
    expect(left.map(({ span }) => textOf(a, span)).join('')).toBe(a.slice(10))
    expect(right.map(({ span }) => textOf(b, span)).join('')).toBe(b.slice(0, -5))
  })

  it('of passages of thousands of words are not looked for', () => {
    const long = 'word '.repeat(5000)
    expect(differencesOf({ body: long, span: [0, long.length] }, { body: 'x', span: [0, 1] })[0]).toHaveLength(1)
  })
})

describe('a told story', () => {
  it('names its origins by letters, beyond Z too', () => {
    const origins = Array.from({ length: 54 }, (_, index) => ({ ...story.origins[0]!, id: `o${index}` }))
    const { letters } = toldOf({ ...story, origins }, [])
    expect([letters.get('o0'), letters.get('o25'), letters.get('o26'), letters.get('o53')]).toEqual(['A', 'Z', 'AA', 'BB'])
  })

  it('has each claim with the number of articles that tell it', () => {
    expect(claimsOf(told).map(({ claim, articles, number }) => [number, claim.id, articles])).toEqual([
      [1, 'c3', 3],
      [2, 'c1', 3],
      [3, 'c2', 3],
      [4, 'c4', 3],
      [5, 'c5', 2],
      [6, 'c6', 1],
    ])
  })

  it('has the quotations that are cut or told in other ways, the longest cut first', () => {
    const [quoted, ...more] = quotationsOf(told)
    expect(more).toEqual([])
    expect(quoted!.cuts.map(({ appearance, statement }) => [appearance.article, statement.cueLemma])).toEqual([
      ['wire', 'say'],
      ['bell', 'say'],
      ['gazette', 'gasp'],
    ])
  })

  it('lays debts into lanes in which none crosses another', () => {
    const { arcs, lanes } = graphOf(told)
    expect(arcs.map(({ from, to, lane }) => [from, to, lane])).toEqual([
      [0, 1, 0],
      [0, 2, 1],
      [3, 5, 1],
      [4, 5, 0],
    ])
    expect(lanes).toBe(2)
  })

  it('has those first who are accused and not heard', () => {
    expect(partiesOf(told).map(({ entity, unheard, accused }) => [entity.name, unheard, accused])[0]).toEqual([
      'Halloran Works',
      true,
      true,
    ])
  })
})
