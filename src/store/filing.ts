import { HearsayError } from '../errors.ts'
import type { Reading } from '../record/index.ts'
import { featuresOf } from '../story/features.ts'
import { fileArticle } from '../story/filing/file.ts'
import { articleDigest, assertKey, heldArticle, putReading } from './articles.ts'
import { LOCKS, type Queryable } from './database.ts'
import { type HeldCache, heldCache } from './held-cache.ts'
import { ORDERED_LOOKS, SqlIndex } from './index-of-stories.ts'
import type { Outcome } from './intake.ts'

/**
 * Keeps a Reading and files its article into a story, in the transaction `tx`. One process files at a time: two that decide at once
 * would open two stories for one. `cache` is what this process remembers from one filing to the next. Throws `input-empty` and
 * `record-invalid`, both before anything is asked of the database.
 */
export async function fileReading(
  tx: Queryable,
  reading: Reading,
  cache: HeldCache = heldCache(),
): Promise<Outcome & { readonly digest: Uint8Array }> {
  const { article, reader } = reading
  assertText(reading)
  assertKey(article.id)
  const digest = articleDigest(article)
  const features = featuresOf(article, reading.times)
  // What needs no answer is done before the others are kept waiting.
  await tx.query(`select pg_advisory_xact_lock($1, 0), ${ORDERED_LOOKS}`, [LOCKS.file])
  const { held, ruled } = await heldArticle(tx, article.id)
  const same = held !== null && Buffer.compare(held.digest, digest) === 0
  const filed = (outcome: Outcome['outcome']) => ({ outcome, article: article.id, digest, code: null, message: null })
  if (same && held.reader.version === reader.version && held.reader.model === reader.model) return filed('unchanged')
  const kind = held === null ? 'added' : same ? 'reread' : 'updated'
  await putReading(tx, reading, { kind, digest })
  if (kind === 'reread') {
    // The words are the same, so the story is; what it tells is to be built anew.
    await tx.query('update stories set stale = true from filed where filed.story = stories.id and filed.article = $1', [
      article.id,
    ])
    return filed('unchanged')
  }
  const index = new SqlIndex(tx, { cache, ruled })
  const filing = await fileArticle(features, index)
  if (held !== null) await index.drop(article.id)
  await index.keep(features, filing)
  return filed(kind)
}

/** An article without a word tells nothing, and all of them would be one: such an input has failed. */
function assertText({ problems }: Reading): void {
  const empty = problems.find(({ code }) => code === 'article-empty')
  if (empty) throw new HearsayError('input-empty', empty.note)
}
