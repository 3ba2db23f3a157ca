import { describe, expect, it } from 'vitest'
import { readArticles, readGold, SETS } from '../../bench/origins/gold.ts'

describe.each(Object.entries(SETS))('the gold of the %s set', (_, set) => {
  const gold = readGold(set)
  const articles = readArticles(set)
  const storyOf = new Map(Object.entries(gold.stories).flatMap(([story, ids]) => ids.map(id => [id, story] as const)))
  const places = [
    ...gold.claims.flatMap(({ appearances }) =>
      appearances.flatMap(({ article, words, spans }) => words.map((piece, i) => ({ article, words: piece, span: spans[i]! }))),
    ),
    ...gold.lostAttributions.flatMap(({ article, words, span, fromArticle, fromWords, fromSpan }) => [
      { article, words, span },
      { article: fromArticle, words: fromWords, span: fromSpan },
    ]),
    ...gold.disagreements.flatMap(({ values }) => values),
  ]

  it('has its words where it says', () => {
    const wrong = places.filter(({ article, words, span }) => articles.get(article)!.text.slice(...span) !== words)
    expect(wrong).toEqual([])
  })

  it('files every article into one story', () => {
    expect(Object.values(gold.stories).flat().sort()).toEqual([...articles.keys()].sort())
  })

  it('joins nothing across stories', () => {
    for (const { from, to } of gold.lineage) expect(storyOf.get(from)).toBe(storyOf.get(to))
    for (const { article, fromArticle } of gold.lostAttributions) expect(storyOf.get(article)).toBe(storyOf.get(fromArticle))
    for (const { story, values } of gold.disagreements) for (const { article } of values) expect(storyOf.get(article)).toBe(story)
    for (const { story, appearances } of gold.claims) {
      for (const { article } of appearances) expect(storyOf.get(article)).toBe(story)
    }
  })

  it('counts at least one origin and never more than the places that assert', () => {
    for (const { text, independentOrigins, appearances } of gold.claims) {
      const [least, most] = independentOrigins
      const asserting = appearances.filter(({ stance }) => stance === 'asserts')
      expect([text, 1 <= least && least <= most && most <= asserting.length]).toEqual([text, true])
    }
  })

  it('has opposites both ways', () => {
    const opposites = gold.claims.flatMap(({ id, opposites = [] }) => opposites.map(other => [id, other]))
    expect(opposites.map(([a, b]) => `${b} ${a}`).sort()).toEqual(opposites.map(([a, b]) => `${a} ${b}`).sort())
    expect(new Set(gold.claims.map(({ id }) => id)).size).toBe(gold.claims.length)
  })

  it('has a parent no later than what comes from it', () => {
    const wrong = gold.lineage.filter(
      ({ from, to }) => Date.parse(articles.get(from)!.datePublished) > Date.parse(articles.get(to)!.datePublished),
    )
    expect(wrong).toEqual([])
  })

  it('has no speaker in an outlet’s own voice, and one elsewhere', () => {
    const all = gold.claims.flatMap(({ appearances }) => appearances)
    expect(all.filter(({ voice, speaker }) => (voice === 'outlet') !== (speaker === null))).toEqual([])
  })
})
