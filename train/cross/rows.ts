/**
 * Pairs of clauses for `prepare.py`, one a line of OUT: both as they stand, what is known of them (null: nothing), and how near they come by each alone, as log-odds.
 * Of the marked stories (`train/claims`); of real news that was judged by reading, of which half is held out; of the sets of `bench/origins` that
 * have been read, which nothing learns from; and of more stories of AllSides, of which nobody has said anything.
 *
 *   HEARSAY_CORPORA=… npx tsx train/cross/rows.ts OUT
 */
import { createWriteStream } from 'node:fs'
import { type Gathered, gathered, unjudged } from '../../bench/claims/gathered.ts'
import { CORPORA_MISSING, corporaFolder } from '../../bench/corpora.ts'

/** What nobody speaks of is drawn from what comes at least so near: all from `ALL_FROM` on, and every second below. */
const NEAR_MIN = 0.02
const ALL_FROM = 0.1
const STORIES = 260

const corpora = corporaFolder()
if (corpora) await main(corpora, process.argv[2]!)
else console.log(CORPORA_MISSING)

async function main(corpora: string, to: string): Promise<void> {
  const out = createWriteStream(to)
  for await (const story of gathered(corpora)) write(story, kindOf(story))
  for await (const story of unjudged(corpora, STORIES)) write(story, 'unjudged')
  out.end()

  function write({ of, pairs }: Pick<Gathered, 'of' | 'pairs'>, kind: string): void {
    for (const [index, { told, words, likeness }] of pairs.entries()) {
      const { near, apart, decided } = likeness
      const isDrawn = apart === null && !decided && near >= NEAR_MIN && (near >= ALL_FROM || index % 2 === 0)
      if (told === null && (!isDrawn || kind === 'set' || kind === 'held')) continue
      const bounded = Math.max(1e-4, Math.min(1 - 1e-4, near))
      out.write(`${JSON.stringify({ kind, of, words, told, near: Number(Math.log(bounded / (1 - bounded)).toFixed(2)) })}\n`)
    }
  }
}

function kindOf(story: Gathered): string {
  return story.kind === 'judged' && !story.cross ? 'held' : story.kind
}
