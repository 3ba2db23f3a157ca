/** One row of a table; cells that are lists are written with blanks between them. */
export type Row = Readonly<Record<string, Cell>>
export type Cell = string | number | boolean | null | readonly string[]

export interface Graph {
  readonly nodes: readonly (Row & { readonly id: string })[]
  readonly edges: readonly (Row & { readonly from: string; readonly to: string })[]
}

/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: Cell): string {
  if (value === null) return ''
  const text = typeof value === 'string' ? harmless(value) : Array.isArray(value) ? harmless(value.join(' ')) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run a cell that begins like a formula; an apostrophe before it has them show it as text (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

/** The graph in GraphML 1.0; every attribute is declared, as its kind is in the first row that has it. */
export function graphml({ nodes, edges }: Graph): string {
  const keys = [...keysOf(nodes, 'node', ['id']), ...keysOf(edges, 'edge', ['from', 'to'])]
  const declared = keys.map(
    ({ id, on, name, type }) => `  <key id="${id}" for="${on}" attr.name="${xml(name)}" attr.type="${type}"/>\n`,
  )
  const data = (on: 'node' | 'edge', row: Row) =>
    keys
      .filter(key => key.on === on && row[key.name] !== null && row[key.name] !== undefined)
      .map(({ id, name }) => `<data key="${id}">${xml(textOf(row[name]!))}</data>`)
      .join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...declared,
    '  <graph edgedefault="directed">\n',
    ...nodes.map(row => `    <node id="${xml(row.id)}">${data('node', row)}</node>\n`),
    ...edges.map(row => `    <edge source="${xml(row.from)}" target="${xml(row.to)}">${data('edge', row)}</edge>\n`),
    '  </graph>\n</graphml>\n',
  ].join('')
}

function keysOf(rows: readonly Row[], on: 'node' | 'edge', without: readonly string[]) {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))].filter(name => !without.includes(name))
  return names.map(name => {
    const value = rows.find(row => row[name] !== null && row[name] !== undefined)?.[name]
    const type = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string'
    return { id: `${on}-${name}`, on, name, type }
  })
}

const textOf = (cell: Cell): string => (Array.isArray(cell) ? cell.join(' ') : String(cell))

/** Escaped, without the characters that XML 1.0 cannot hold at all. */
function xml(text: string): string {
  const held = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
  return held.replace(/[&<>"]/g, each => `&#${each.charCodeAt(0)};`)
}
