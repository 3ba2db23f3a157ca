import { shown } from '../format/fold.ts'
import { NOTICE } from '../format/index.ts'
import type { Story } from '../record/index.ts'
import { openStore } from '../store/store.ts'
import type { StoryLine } from '../store/stories.ts'
import { csvLine } from './export-table.ts'
import { writerTo } from './output.ts'
import { type StoreOptions, storePlace } from './store-options.ts'

/** Lists the stories of the store, the latest first, and gives the exit status. */
export async function stories(options: StoreOptions): Promise<number> {
  const { config, streams = process, openAt = openStore } = options
  const format = options.format ?? (streams.stdout.isTTY ? 'text' : 'jsonl')
  const store = await openAt(storePlace(config))
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
  const counts = [of(articles, 'article'), of(publishers, 'outlet'), range(independentOrigins)].join(' · ')
  return `${shown(name)}\n  ${counts}${lastPublished === null ? '' : ` · ${lastPublished}`} · ${shown(id)}`
}

function of(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function range([least, most]: readonly [number, number]): string {
  return least === most ? of(least, 'origin') : `${least}–${most} origins`
}

/** Shows one story, and gives the exit status. Throws `story-unknown`. */
export async function story(id: string, options: StoreOptions): Promise<number> {
  const { config, streams = process, openAt = openStore } = options
  const format = options.format ?? (streams.stdout.isTTY ? 'text' : 'jsonl')
  const store = await openAt(storePlace(config))
  try {
    const document = await store.story(id)
    const text = format === 'text' ? textOf(document) : `${JSON.stringify(document, null, format === 'json' ? 2 : 0)}\n`
    await writerTo(streams.stdout)(text)
    return 0
  } finally {
    await store.close()
  }
}

function textOf({ id, name, articles, claims, lineage, independentOrigins }: Story): string {
  const publishers = new Set(articles.map(({ publisher }) => publisher)).size
  const heading = [of(articles.length, 'article'), of(publishers, 'outlet'), range(independentOrigins), shown(id)].join(' · ')
  const told = claims.map(({ text, appearances, independentOrigins: origins }) => {
    return `  ${shown(text)}\n    told in ${of(new Set(appearances.map(({ article }) => article)).size, 'article')}, ${range(origins)}`
  })
  const copied = lineage.map(({ from, to, kind, direction, share }) => {
    const arrow = direction === 'known' ? '→' : '–'
    return `  ${shown(from)} ${arrow} ${shown(to)}  ${kind}, ${Math.round(share * 100)} %`
  })
  const listed = articles.map(({ datePublished, publisher, headline, id: article }) => {
    return `  ${datePublished ?? 'undated'}  ${shown(publisher ?? 'unknown outlet')}: ${shown(headline ?? article)}`
  })
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? '' : `\n${title}\n${lines.join('\n')}\n`)
  return `${shown(name)}\n${heading}\n${part('Articles', listed)}${part('Claims', told)}${part('Who took from whom', copied)}\n${NOTICE}\n`
}
