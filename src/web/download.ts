import { type Format, readingAs } from './api.ts'
import type { Sheet } from './state.ts'

const EXTENSION: Record<Format, string> = {
  json: 'json',
  jsonl: 'jsonl',
  csv: 'csv',
  jsonld: 'jsonld',
  annotations: 'annotations.json',
  plover: 'plover.jsonl',
  graphml: 'graphml',
  text: 'txt',
}

/** Saves the Reading as a file. JSON is at hand here; the server makes the other formats. */
export async function download(sheet: Sheet, format: Format): Promise<void> {
  save(await contentOf(sheet, format), `${nameOf(sheet)}.${EXTENSION[format]}`)
}

async function contentOf({ reading, origin }: Sheet, format: Format): Promise<Blob> {
  if (format === 'json') return new Blob([`${JSON.stringify(reading, null, 2)}\n`], { type: 'application/json' })
  if (format === 'jsonl') return new Blob([`${JSON.stringify(reading)}\n`], { type: 'application/jsonl' })
  return readingAs(origin, format)
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** The headline as a file name: letters and digits of any script, the rest as hyphens. */
function nameOf({ reading }: Sheet): string {
  const name = (reading.article.headline ?? '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')
  return name.slice(0, 60).replace(/^-+|-+$/g, '') || 'reading'
}
