/** Writes the spans of each gold from its words: `npx tsx bench/origins/place.ts`. Fails where words stand nowhere or twice, so that none is placed by luck. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Span } from '../../src/record/index.ts'
import { type Gold, readArticles, readGold, SETS } from './gold.ts'

for (const set of Object.values(SETS)) {
  const articles = readArticles(set)
  const gold = placed(readGold(set), (article, words) => placeOf(articles.get(article)?.text, { article, words }))
  writeFileSync(set.gold, JSON.stringify(gold))
  spawnSync('npx', ['biome', 'format', '--write', set.gold], { stdio: 'inherit' })
}

type Placing = (article: string, words: string) => Span

function placed(gold: Gold, place: Placing): Gold {
  return {
    ...gold,
    claims: gold.claims.map(claim => ({
      ...claim,
      appearances: claim.appearances.map(({ article, words, spans: _, ...rest }) => ({
        article,
        words,
        spans: words.map(piece => place(article, piece)),
        ...rest,
      })),
    })),
    lostAttributions: gold.lostAttributions.map(({ article, words, fromArticle, fromWords }) => ({
      article,
      words,
      span: place(article, words),
      fromArticle,
      fromWords,
      fromSpan: place(fromArticle, fromWords),
    })),
    disagreements: gold.disagreements.map(({ story, about, values }) => ({
      story,
      about,
      values: values.map(({ value, article, words }) => ({ value, article, words, span: place(article, words) })),
    })),
  }
}

/** In UTF-16 units, as everywhere. */
function placeOf(text: string | undefined, { article, words }: { readonly article: string; readonly words: string }): Span {
  const start = text?.indexOf(words) ?? -1
  if (start === -1) throw new Error(`${article} does not hold “${words}”`)
  if (text!.indexOf(words, start + 1) !== -1) throw new Error(`${article} holds “${words}” twice: write more of it`)
  return [start, start + words.length]
}
