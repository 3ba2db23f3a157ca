import { shown } from '../format/fold.ts'
import { NOTICE } from '../format/index.ts'
import { of, rangeWords, storyText } from '../format/story-text.ts'
import type { Story } from '../record/index.ts'
import { openStore, type Store } from '../store/store.ts'
import type { StoryLine } from '../store/stories.ts'
import { csvLine } from './export-table.ts'
import { styleFor, writerTo } from './output.ts'
import { type StoreOptions, storePlace } from './store-options.ts'

/** Lists the stories of the store, the latest first, and gives the exit status. */
export async function stories(options: StoreOptions): Promise<number> {
  const { config, streams = process, openAt = openStore } = options
  const format = options.format ?? (streams.stdout.isTTY ? 'text' : 'jsonl')
  const store = await openAt(storePlace(config), { make: false })
  const write = writerTo(streams.stdout)
  try {
    let count = 0
    if (format === 'json') await write('{"stories":[')
    if (format === 'csv') await write(csvLine(COLUMNS))
    for await (const story of store.stories()) {
      if (format === 'json') await write(`${count > 0 ? ',' : ''}\n${JSON.stringify(story)}`)
      else if (format === 'csv') await write(csvLine(cellsOf(story)))
      else await write(format === 'text' ? `${textOfLine(story)}\n` : `${JSON.stringify(story)}\n`)
      count += 1
    }
    if (format === 'json') await write('\n]}\n')
    if (format === 'text') await write(`${count === 0 ? 'No stories yet.' : `\n${NOTICE}`}\n`)
    return 0
  } finally {
    await store.close()
  }
}

const COLUMNS = ['id', 'name', 'firstPublished', 'lastPublished', 'articles', 'publishers', 'originsLeast', 'originsMost']

function cellsOf(story: StoryLine) {
  const { id, name, firstPublished, lastPublished, articles, publishers, independentOrigins } = story
  return [id, name, firstPublished, lastPublished, articles, publishers, ...independentOrigins]
}

function textOfLine({ id, name, articles, publishers, independentOrigins, lastPublished }: StoryLine): string {
  const counts = [of(articles, 'article'), of(publishers, 'outlet'), rangeWords(independentOrigins)].join(' · ')
  return `${shown(name)}\n  ${counts}${lastPublished === null ? '' : ` · ${lastPublished}`} · ${shown(id)}`
}

/** Shows one story, and gives the exit status. Throws `story-unknown`. */
export async function story(id: string, options: StoreOptions): Promise<number> {
  const { config, streams = process, openAt = openStore } = options
  const format = options.format ?? (streams.stdout.isTTY ? 'text' : 'jsonl')
  const store = await openAt(storePlace(config), { make: false })
  try {
    const document = await store.story(id)
    const write = writerTo(streams.stdout)
    if (format === 'text') {
      const bodies = await bodiesOf(store, document)
      await write(storyText({ story: document, bodyOf: id => bodies.get(id) ?? null }, styleFor(streams.stdout, config)))
    } else await write(`${JSON.stringify(document, null, format === 'json' ? 2 : 0)}\n`)
    return 0
  } finally {
    await store.close()
  }
}

/** The bodies of a story's articles; of one that is gone meanwhile nothing is shown but what the Story holds. */
async function bodiesOf(store: Store, { articles }: Story): Promise<ReadonlyMap<string, string>> {
  const bodies = new Map<string, string>()
  for (const { id } of articles) {
    const reading = await store.reading(id)
    if (reading !== null) bodies.set(id, reading.article.articleBody)
  }
  return bodies
}
