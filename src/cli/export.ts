import { HearsayError } from '../errors.ts'
import { openStore } from '../store/store.ts'
import { COLUMNS } from './export-columns.ts'
import { REFERENCES, referencesIn } from './export-references.ts'
import { graphOf, ROWS } from './export-rows.ts'
import { csvLine, graphml } from './export-table.ts'
import { writerTo } from './output.ts'
import { type ExportName, type StoreOptions, storePlace } from './store-options.ts'

/** Writes a table or a graph of the whole store, and gives the exit status. */
export async function exportFrom(what: ExportName, options: StoreOptions): Promise<number> {
  const { config, format = 'jsonl', streams = process, openAt = openStore } = options
  const store = await openAt(storePlace(config), { make: false })
  const write = writerTo(streams.stdout)
  try {
    if (format === 'graphml' || (format === 'json' && what === 'network')) {
      const graph = await graphOf(what, store)
      if (graph === null) throw new HearsayError('usage', `${what} are a table and no graph; graphml takes network or lineage.`)
      await write(format === 'json' ? `${JSON.stringify(graph)}\n` : graphml(graph))
      return 0
    }
    const references = REFERENCES[format]
    if (references) {
      if (what !== 'articles') throw new HearsayError('usage', `${format} takes articles; ${what} are no references.`)
      for await (const piece of referencesIn(store, references)) await write(piece)
      return 0
    }
    let count = 0
    const columns = COLUMNS[what].map(([name]) => name)
    if (format === 'json') await write(`{${JSON.stringify(what)}:[`)
    if (format === 'csv') await write(csvLine(columns))
    for await (const row of ROWS[what](store)) {
      if (format === 'json') await write(`${count > 0 ? ',' : ''}\n${JSON.stringify(row)}`)
      else if (format === 'csv') await write(csvLine(columns.map(column => row[column] ?? null)))
      else await write(`${JSON.stringify(row)}\n`)
      count += 1
    }
    if (format === 'json') await write('\n]}\n')
    return 0
  } finally {
    await store.close()
  }
}
