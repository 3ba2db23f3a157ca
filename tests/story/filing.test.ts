import { describe, expect, it } from 'vitest'
import { fileArticle } from '../../src/story/filing/file.ts'
import { MemoryIndex } from '../../src/story/memory.ts'
import {
  featuresFrom,
  filedIn,
  MILL,
  MILL_LATER,
  MILL_TOO,
  PASSING,
  SCHOOL,
  SCHOOL_TOO,
  SUMMIT,
  SUMMIT_NEXT_YEAR,
  SUMMIT_TOO,
  storiesIn,
} from './filing-examples.ts'

const ALL = [MILL, MILL_TOO, MILL_LATER, SCHOOL, SCHOOL_TOO, SUMMIT, SUMMIT_TOO, SUMMIT_NEXT_YEAR, PASSING]
const STORIES = [
  ['mill', 'mill-later', 'mill-too'],
  ['passing'],
  ['school', 'school-too'],
  ['summit', 'summit-too'],
  ['summit-next-year'],
]

describe('filing', () => {
  it('brings reports of one event together and keeps the next fire, the next summit and a passing mention apart', async () => {
    const { index } = await filedIn(ALL)
    expect(storiesIn(index)).toEqual(STORIES)
  })

  it('comes to the same stories in whatever order the articles arrive', async () => {
    for (let turn = 1; turn < ALL.length; turn++) {
      const turned = [...ALL.slice(turn), ...ALL.slice(0, turn)]
      expect(storiesIn((await filedIn(turned)).index)).toEqual(STORIES)
      expect(storiesIn((await filedIn([...turned].reverse())).index)).toEqual(STORIES)
    }
  })

  it('files articles without a date by what they tell', async () => {
    const undated = [MILL, SCHOOL, PASSING, MILL_TOO, SCHOOL_TOO, MILL_LATER].map(features => ({ ...features, day: null }))
    const { index } = await filedIn(undated)
    expect(storiesIn(index)).toEqual(STORIES.slice(0, 3))
  })

  it('says what two articles share, in words that stand in the article', async () => {
    const { last } = await filedIn([MILL, MILL_TOO])
    expect(last).toMatchObject({ article: 'mill-too', story: 'story-mill', opened: false, joined: [], moved: [] })
    const names = last.why.find(({ kind }) => kind === 'names')!
    expect(names.article).toBe('mill')
    expect(names.what).toContain('Harrow')
    expect(last.why.find(({ kind }) => kind === 'numbers')!.what).toContain('140')
    expect(last.why.find(({ kind }) => kind === 'likeness')!.what[0]).toMatch(/^[01]\.\d\d$/)
  })

  it('says that an article is alone, with the likest that was not like enough', async () => {
    const { last } = await filedIn([MILL, SCHOOL])
    expect(last.opened).toBe(true)
    expect(last.why[0]).toEqual({ kind: 'alone', what: [], article: null })
    expect((await fileArticle(MILL, new MemoryIndex())).why).toEqual([{ kind: 'alone', what: [], article: null }])
  })

  it('joins two stories when an article comes that shows them to be one', async () => {
    // Two short notes that share no name, and the long report that has both their sides.
    const bridge = featuresFrom('a-bridge', '2025-03-04', [
      'Ferry Hildegard runs aground off Tansy Point',
      'The ferry Hildegard with 61 passengers ran aground off Tansy Point in fog on Monday. Captain Jon Aasen was treated for shock.',
    ])
    const inquiry = featuresFrom('b-inquiry', '2025-03-05', [
      'Harbour board to hear captain Aasen',
      'The harbour board will hear captain Jon Aasen on Thursday about the fog and the radar. Lawyer Edda Winther said he would answer every question.',
    ])
    const report = featuresFrom('c-report', '2025-03-05', [
      'Hildegard: captain Aasen to be heard after ferry ran aground',
      'Captain Jon Aasen of the ferry Hildegard, which ran aground off Tansy Point in fog on Monday with 61 passengers, is to be heard by the harbour board on Thursday about the radar.',
      'His lawyer Edda Winther said that Aasen would answer every question of the harbour board. He was treated for shock.',
    ])
    const { index, last } = await filedIn([bridge, inquiry, report])
    expect(storiesIn(index)).toEqual([['a-bridge', 'b-inquiry', 'c-report']])
    for (const each of last.joined) expect(each.why.length).toBeGreaterThan(0)
    expect(storiesIn((await filedIn([report, inquiry, bridge])).index)).toEqual(storiesIn(index))
  })

  it('keeps two lines apart that share a place, or a place and who is there, and nothing that happened', async () => {
    const line = (id: string, text: string) => featuresFrom(id, '2025-03-04', [text, text])
    const lines = [
      line('flood', 'Flood closes the quay in Port Ansgar, says mayor Dora Klimt'),
      line('library', 'New library for Port Ansgar, mayor Dora Klimt promises'),
      line('goal', 'Late goal sinks Port Ansgar'),
    ]
    const { index } = await filedIn(lines)
    expect(storiesIn(index)).toEqual([['flood'], ['goal'], ['library']])
    await filedIn([line('flood-too', 'Quay of Port Ansgar closed by flood')], index)
    expect(storiesIn(index)).toEqual([['flood', 'flood-too'], ['goal'], ['library']])
  })

  it('puts a reprint with its text, however far apart they are published', async () => {
    const reprint = { ...MILL, article: 'reprint', day: MILL.day! + 400 }
    const { last } = await filedIn([MILL, SCHOOL, reprint])
    expect(last.story).toBe('story-mill')
    expect(last.why[0]).toMatchObject({ kind: 'text', article: 'mill' })
  })

  it('files an article anew whose words changed', async () => {
    const { index } = await filedIn([MILL, MILL_TOO, SCHOOL])
    await filedIn([{ ...SCHOOL_TOO, article: 'mill-too' }], index)
    expect(storiesIn(index)).toEqual([['mill'], ['mill-too', 'school']])
  })
})

describe('what people ruled', () => {
  it('stands over likeness, also for articles that come later', async () => {
    const index = new MemoryIndex()
    await index.rule({ a: 'mill', b: 'mill-too', together: false })
    await filedIn([MILL, MILL_TOO, MILL_LATER], index)
    const held = await index.held(['mill', 'mill-too'])
    expect(held.get('mill')!.story).not.toBe(held.get('mill-too')!.story)
  })

  it('brings together what is not alike, and says that a person did', async () => {
    const index = new MemoryIndex()
    await index.rule({ a: 'mill', b: 'passing', together: true })
    const { last } = await filedIn([MILL, PASSING], index)
    expect(last).toMatchObject({ story: 'story-mill', why: [{ kind: 'person', what: [], article: 'mill' }] })
    await filedIn([MILL_TOO, SCHOOL], index)
    expect(storiesIn(index)).toEqual([['mill', 'mill-too', 'passing'], ['school']])
  })
})
