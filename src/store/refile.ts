import { fileArticle } from '../story/filing/file.ts'
import type { Queryable } from './database.ts'
import { SqlIndex } from './index-of-stories.ts'

/** Files articles anew, one after the other, as if each came now; in a transaction that was begun with `ORDERED_LOOKS`. */
export async function refile(tx: Queryable, articles: readonly string[]): Promise<void> {
  const index = new SqlIndex(tx)
  for (const article of articles) {
    const held = (await index.held([article])).get(article)
    if (held === undefined) continue
    const filing = await fileArticle(held.features, index)
    await index.drop(article)
    await index.keep(held.features, filing)
  }
}

export interface Since {
  readonly stories: readonly string[]
  /** The number of the correction. */
  readonly correction: number
  readonly except: readonly string[]
}

/** Articles of some stories that came or changed after a correction was made: the latest first, at most `REFILED_MAX`. */
export async function cameSince(tx: Queryable, { stories, correction, except }: Since): Promise<readonly string[]> {
  const rows = await tx.query<{ article: string }>(
    `select f.article from filed f join articles a on a.id = f.article
     where f.story = any($1::text[]) and not f.article = any($2::text[])
       and a.updated_at > (select at from corrections where id = $3)
     order by a.updated_at desc, f.article limit $4`,
    [stories, except, correction, REFILED_MAX],
  )
  return rows.map(({ article }) => article)
}

/** Other processes wait with filing meanwhile, however long the correction stood: as many as filing looks at for one article. */
const REFILED_MAX = 48
