import { readFileSync } from 'node:fs'
import { openReader } from '../../src/index.ts'
import type { Entity, Reading, Statement } from '../../src/record/index.ts'

interface Tricky {
  readonly kind: string
  readonly text: string
  /** Words of a content, and a name or words of whoever says them; null where nobody can tell. */
  readonly says: readonly (readonly [content: string, speaker: string | null])[]
  /** Words in quotation marks that are no statement: scare quotes, nicknames, titles. */
  readonly none?: readonly string[]
}

export interface TrickyShares {
  readonly found: number
  /** Percent of the found ones. */
  readonly right: number
  readonly wrong: number
}

/**
 * Who speaks in short texts written for the project, each set with one of the traps of the trade: in all of a file, or in its first,
 * third, … (`odd`) or its second, fourth, … (`even`) texts. What is not right is listed where `listed`.
 */
export async function trickyTexts(
  file: string,
  { listed, half }: { readonly listed: boolean; readonly half?: 'odd' | 'even' },
): Promise<{ readonly lines: readonly string[]; readonly shares: TrickyShares }> {
  const all = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Tricky[]
  const texts = half ? all.filter((_, index) => index % 2 === (half === 'odd' ? 0 : 1)) : all
  const reader = await openReader()
  const outcomes: { readonly outcome: 'missed' | 'right' | 'wrong' | 'unclear'; readonly line: string }[] = []
  let [none, told] = [0, 0]
  for (const { kind, text, says, none: silent = [] } of texts) {
    const reading = await reader.read({ text: `Title: No title\n\n${text}`, input: kind })
    none += silent.length
    told += silent.filter(words => isToldAlone(reading, words)).length
    for (const [words, speaker] of says) {
      const statement = statementOf(reading, words)
      const entity = reading.entities?.find(({ id }) => id === statement?.speaker) ?? null
      const right = speaker === null ? entity === null : entity !== null && isNamed(reading, entity, speaker)
      const outcome = !statement ? 'missed' : right ? 'right' : entity ? 'wrong' : 'unclear'
      outcomes.push({ outcome, line: `${outcome} ${kind}: ${words} [${speaker}] → ${entity?.name ?? null}` })
    }
  }
  await reader.close()
  const count = (which: string) => outcomes.filter(({ outcome }) => outcome === which).length
  const found = outcomes.length - count('missed')
  const shares = {
    found: (100 * found) / outcomes.length,
    right: (100 * count('right')) / found,
    wrong: (100 * count('wrong')) / found,
  }
  const lines = [
    `${file}${half ? `, ${half}` : ''}: ${outcomes.length} contents, ${shares.found.toFixed(1)} % found; of them ${shares.right.toFixed(1)} right, ${shares.wrong.toFixed(1)} wrong`,
    ...(none > 0 ? [`  ${told} of ${none} quotations that are no statement read as one`] : []),
  ]
  if (listed) lines.push(...outcomes.flatMap(({ outcome, line }) => (outcome === 'right' ? [] : [line])))
  return { lines, shares }
}

/** The statement with these words in its content of which a stretch begins nearest to them. */
function statementOf({ article, statements = [] }: Reading, words: string): Statement | null {
  const at = article.articleBody.indexOf(words)
  if (at < 0) throw new Error(`The text does not hold “${words}”.`)
  const away = ({ content }: Statement) => Math.min(...content.map(([start]) => Math.abs(start - at)))
  const fits = statements.filter(({ content }) => content.some(([start, end]) => start < at + words.length && at < end))
  return fits.reduce<Statement | null>((best, one) => (best && away(best) <= away(one) ? best : one), null)
}

/** Whether a statement has these words for its content and little more. */
function isToldAlone({ article, statements = [] }: Reading, words: string): boolean {
  const at = article.articleBody.indexOf(words)
  return statements.some(({ content }) => content.every(([start, end]) => at - 1 <= start && end <= at + words.length + 1))
}

function isNamed({ article }: Reading, { name, mentions }: Entity, speaker: string): boolean {
  const said = speaker.replace(/^(?:@|(?:the|an?) )/i, '').toLowerCase()
  const names = [name, ...mentions.map(({ span }) => article.articleBody.slice(...span))]
  return names.some(each => each.toLowerCase().includes(said))
}
