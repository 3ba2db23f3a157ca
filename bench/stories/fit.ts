/**
 * Finds the weights of `likenessOf` by logistic regression on pairs of articles, and prints them: ECB+ train, half of giveme5w1h dev
 * by event, and AllSides' round-ups (silver). `HEARSAY_CORPORA=… npx tsx bench/stories/fit.ts`
 */
import { cosine, MEASURES, measuresOf } from '../../src/story/filing/likeness.ts'
import { preparedOf } from '../../src/story/filing/prepared.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { regression } from './regression.ts'
import { type Filed, setOf } from './sets.ts'
import { isTuned } from './tuned.ts'

/** Pairs that share less of their words are of two events for certain, and would only drown the others. */
const WORDS_LEAST = 0.06
/** What each set counts, pairs of one story and of two together; there are twice as many of the latter. */
const SHARES = { ecbplus: 1000, giveme5w1h: 1000, allsides: 500 }

function main(corpora: string): void {
  const sets = {
    ecbplus: setOf(corpora, 'ecbplus train'),
    giveme5w1h: setOf(corpora, 'giveme5w1h').filter(isTuned),
    allsides: setOf(corpora, 'allsides', 4),
  }
  const rows: { readonly x: number[]; readonly y: number; readonly weight: number }[] = []
  for (const [name, share] of Object.entries(SHARES)) {
    const pairs = pairsOf(sets[name as keyof typeof sets])
    const same = pairs.filter(({ y }) => y === 1).length
    console.log(`${name}: ${same} pairs of one story, ${pairs.length - same} of two`)
    for (const { x, y } of pairs) rows.push({ x, y, weight: y === 1 ? share / same : (2 * share) / (pairs.length - same) })
  }
  const weights = regression(rows, { penalty: 1 })
  console.log(['bias', ...MEASURES].map((name, index) => `${name}: ${weights[index]!.toFixed(2)},`).join(' '))
}

function pairsOf(articles: readonly Filed[]): { readonly x: number[]; readonly y: number }[] {
  const pairs: { x: number[]; y: number }[] = []
  for (let i = 0; i < articles.length; i++) {
    for (let j = 0; j < i; j++) {
      const [one, other] = [articles[i]!, articles[j]!]
      const [first, second] = [preparedOf(one.features), preparedOf(other.features)]
      const same = one.story === other.story
      if (!same && cosine(first.words, second.words) < WORDS_LEAST) continue
      const measures = measuresOf(first, second)
      pairs.push({ x: [1, ...MEASURES.map(name => measures[name])], y: same ? 1 : 0 })
    }
  }
  return pairs
}

const corpora = corporaFolder()
if (corpora === null) console.log(CORPORA_MISSING)
else main(corpora)
