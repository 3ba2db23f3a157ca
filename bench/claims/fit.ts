/**
 * The weights by which two clauses are judged to be one claim: a logistic regression over ECB+ train, by Newton's method.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/claims/fit.ts
 */
import { SCORED, scoredValues } from '../../src/story/claims/scoring.ts'
import { shippedVectors } from '../../src/story/claims/vectors.ts'
import { CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { averagePrecision, ecbPairs } from './ecbplus.ts'
import { fitted } from './logistic.ts'

const corpora = corporaFolder()
if (!corpora) console.log(CORPORA_MISSING)
else {
  const pairs = ecbPairs(corpora, 'train', shippedVectors())
  const rows = pairs.map(({ features, same }) => ({ x: [...scoredValues(features), 1], y: same ? 1 : 0 }))
  const weights = fitted(rows)
  const dev = ecbPairs(corpora, 'dev', shippedVectors()).map(({ same, features }) => ({
    same,
    score: [...scoredValues(features), 1].reduce((sum, value, index) => sum + value * weights[index]!, 0),
  }))
  console.log(
    `${rows.length} pairs, ${rows.filter(({ y }) => y).length} the same; dev average precision ${averagePrecision(dev).toFixed(3)}`,
  )
  console.log(
    JSON.stringify(Object.fromEntries([...SCORED, 'bias'].map((name, index) => [name, Number(weights[index]!.toFixed(2))]))),
  )
}
