import { CHANCE_MAX } from './amounts.ts'
import type { Content } from './content.ts'
import type { Telling } from './tellings.ts'

/** How far what two tellings have in common stands in these alone of their articles: 1 where nothing else there has it, 0 where they have nothing in common. */
export interface Only {
  /** A number that hardly two things share. */
  readonly onlyFigure: number
  /** A small number, which many things have by chance. */
  readonly onlyCount: number
  readonly onlyDate: number
  /** A word, times its weight; no name. */
  readonly onlyWord: number
}

export const NOTHING_ONLY: Only = { onlyFigure: 0, onlyCount: 0, onlyDate: 0, onlyWord: 0 }

/**
 * Compares what tellings have in common with what else their articles tell: two articles of which each has one clause on June 22 tell one thing of it, likelier than two
 * that go on about that day.
 */
export function onlyAmong(tellings: readonly Telling[]): (a: number, b: number) => Only {
  const counts = new Map<string, number>()
  const keyIn = ({ article }: Telling, key: string) => `${article}\n${key}`
  const marks = tellings.map(({ content }) => marksOf(content))
  tellings.forEach((telling, item) => {
    for (const key of marks[item]!.keys()) counts.set(keyIn(telling, key), (counts.get(keyIn(telling, key)) ?? 0) + 1)
  })
  const shares = tellings.map(
    (telling, item) => new Map([...marks[item]!.keys()].map(key => [key, 1 / Math.sqrt(counts.get(keyIn(telling, key))!)])),
  )
  return (a, b) => {
    const found = { ...NOTHING_ONLY }
    for (const [key, share] of shares[a]!) {
      const other = shares[b]!.get(key)
      if (other === undefined) continue
      const { kind, weight } = marks[a]!.get(key)!
      found[kind] = Math.max(found[kind], weight * share * other)
    }
    return found
  }
}

interface Mark {
  readonly kind: keyof Only
  readonly weight: number
}

/** What may be told once, by itself. */
function marksOf({ terms, amounts, dates }: Content): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const { kind, key, weight } of terms) if (kind === 'word') marks.set(key, { kind: 'onlyWord', weight })
  for (const { value } of amounts) marks.set(`#${value}`, { kind: value > CHANCE_MAX ? 'onlyFigure' : 'onlyCount', weight: 1 })
  for (const { value } of dates) if (MONTH.test(value)) marks.set(`@${value}`, { kind: 'onlyDate', weight: 1 })
  return marks
}

/** A month or a day of one: years are many things'. */
const MONTH = /^\d{4}-\d\d/
