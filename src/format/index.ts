import type { Reading } from '../record/index.ts'
import { annotations } from './annotations.ts'
import { csv } from './csv.ts'
import { type Format, PLAIN, type Style } from './format.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { jsonld } from './jsonld.ts'
import { plover } from './plover.ts'
import { text } from './text.ts'

export { type Format, PLAIN, type Style } from './format.ts'
export { NOT_HEARD, NOTICE } from './notice.ts'

/** Every format that a Reading can be written in; `docs/formats.md` has an example of each. */
export const FORMATS = { text, json, jsonl, csv, jsonld, annotations, plover, graphml } as const satisfies Readonly<
  Record<string, Format>
>

export type FormatName = keyof typeof FORMATS

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name)
}

/** Some Readings in one format, whole, for a download or an answer. Throws a RangeError where the format takes exactly one. */
export function formatted(readings: readonly Reading[], name: FormatName, style: Style = PLAIN): string {
  const format: Format = FORMATS[name]
  if (format.single && readings.length !== 1) throw new RangeError(`${name} holds exactly one Reading.`)
  return `${format.head()}${readings.map(reading => format.one(reading, style)).join('')}${format.tail(style)}`
}
