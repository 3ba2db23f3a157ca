import { readFileSync } from 'node:fs'

interface FrequencyTable {
  readonly documents: number
  /** Stems by how many documents hold them: `{"12": "word word …"}`. */
  readonly stems: Readonly<Record<string, string>>
}

const table = JSON.parse(
  readFileSync(new URL('../../ontology/document-frequencies.json', import.meta.url), 'utf8'),
) as FrequencyTable

const FREQUENCIES = new Map(
  Object.entries(table.stems).flatMap(([count, stems]) => stems.split(' ').map(stem => [stem, Number(count)] as const)),
)

/** How telling a stem is in English news: ln((N + 1) / (documents with it + 1)); a stem that is not listed is the most telling. */
export function rarityOf(stem: string): number {
  return Math.log((table.documents + 1) / ((FREQUENCIES.get(stem) ?? UNLISTED) + 1))
}

/** The table leaves out what stands in fewer documents than 3. */
const UNLISTED = 1
