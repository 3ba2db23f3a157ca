import type { Content } from './content.ts'
import type { Telling } from './tellings.ts'

/**
 * For each telling a number that it shares with those that compare with every other as it does: what many articles print in the same
 * words is compared once.
 */
export function kindsOf(tellings: readonly Telling[]): number[] {
  const kinds = new Map<string, number>()
  return tellings.map(({ content, statement }) => {
    const key = JSON.stringify([content, statement?.polarity ?? null], comparable)
    const kind = kinds.get(key) ?? kinds.size
    kinds.set(key, kind)
    return kind
  })
}

/** Where something stands plays no part in a comparison; of a direction the first numbers tell it from others, beside the words. */
function comparable(this: unknown, name: string, value: unknown): unknown {
  if (name === ('span' satisfies keyof Content['amounts'][number])) return undefined
  // Reprints differ a little in what they mean, by what stands around.
  if (name === ('sense' satisfies keyof Content)) return undefined
  if (value instanceof Float32Array) return [value[0], value[1]]
  return value instanceof Set ? [...value] : value
}
