/** Units that a line of a name has room for beside a drawing, and lines that a name may have. */
const LINE_UNITS = 15
const LINES_MAX = 2

/** A name broken between words into lines that fit; what does not is left out, with dots in its place. */
export function nameLines(name: string): readonly string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LINE_UNITS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, LINES_MAX).map(line => (line.length > LINE_UNITS ? `${line.slice(0, LINE_UNITS - 1)}…` : line))
  if (lines.length > LINES_MAX && !shown.at(-1)!.endsWith('…')) shown[LINES_MAX - 1] += ' …'
  return shown
}
