import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { COLUMNS } from '../src/cli/export-columns.ts'
import { EXPORTS } from '../src/cli/store-options.ts'
import { SETTINGS, type Setting } from '../src/config.ts'
import { CSV_COLUMNS } from '../src/format/csv.ts'

/** Pages, or parts of pages, that are made from the code. `npx tsx scripts/docs.ts` writes them; a test checks that they are current. */
export const GENERATED: Readonly<Record<string, (page: string) => string>> = {
  'docs/configuration.md': page => between(page, settingsTable()),
  'docs/formats.md': page => between(between(page, csvTable()), exportTables(), 'exports'),
}

/** Puts a table between its marks; a page with several parts names all but the first. */
function between(page: string, table: string, part = ''): string {
  const mark = `<!-- made by scripts/docs.ts${part && `: ${part}`} -->\n`
  const begin = page.indexOf(mark)
  const end = page.indexOf('<!-- end -->\n', begin)
  if (begin === -1 || end === -1) throw new Error('The page lacks the marks between which the table stands.')
  return page.slice(0, begin) + mark + table + page.slice(end)
}

function settingsTable(): string {
  const rows = Object.entries(SETTINGS as Readonly<Record<string, Setting>>).map(([name, setting]) => {
    const { environment, flag, unit, about } = setting
    const given = setting.kind === 'switch' ? (setting.default ? 'yes' : 'no') : `\`${setting.default}\``
    return [`\`${name}\``, code(flag), environment.map(code).join(', ') || '–', unit, setting.defaultSaid ?? given, about]
  })
  return table(['in the file', 'flag', 'environment', 'unit', 'default', ''], rows)
}

function csvTable(): string {
  return table(
    ['column', ''],
    CSV_COLUMNS.map(({ name, about }) => [`\`${name}\``, about]),
  )
}

function exportTables(): string {
  const tables = EXPORTS.map(what => {
    const rows = COLUMNS[what].map(([name, about]) => [`\`${name}\``, about])
    return `\n### ${what}\n\n${table(['column', ''], rows)}`
  })
  return `${tables.join('')}\n`
}

function code(text: string | null): string {
  return text === null ? '–' : `\`${text}\``
}

/** Padded as Biome's formatter has it, so that the two do not undo each other. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map(row => row[column]?.length ?? 0)))
  const lines = [head, widths.map(width => '-'.repeat(width)), ...rows]
  return lines.map(row => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`).join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, make] of Object.entries(GENERATED)) {
    const file = new URL(`../${path}`, import.meta.url)
    writeFileSync(file, make(readFileSync(file, 'utf8')))
  }
}
