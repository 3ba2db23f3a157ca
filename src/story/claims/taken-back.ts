import { type Amount, isTellingAmount } from './amounts.ts'
import type { Content } from './content.ts'
import { figuresOf } from './figures.ts'
import type { Telling } from './tellings.ts'

/**
 * Groups with what takes a figure back beside what gave it: "withdrew the figure of four" goes to the only claim before it whose
 * figure is four. Where two claims have that figure, which is meant is not told.
 */
export function withTakenBack(groups: readonly (readonly number[])[], tellings: readonly Telling[]): number[][] {
  const result = groups.map(group => [...group])
  for (const group of result) {
    const item = group[0]
    if (group.length !== 1 || item === undefined) continue
    const { content, order } = tellings[item]!
    const [amount, ...others] = content.amounts
    if (!content.withdrawn || !amount || others.length > 0) continue
    const given = result.filter(
      other => other !== group && other.some(each => tellings[each]!.order < order && gives(tellings[each]!.content, amount)),
    )
    if (given.length !== 1) continue
    given[0]!.push(item)
    group.length = 0
  }
  return result.filter(group => group.length > 0)
}

/** A figure of that number, or that number of the same thing where hardly two things have it. */
function gives(content: Content, amount: Amount): boolean {
  if (figuresOf(content).some(figure => figure.amount.value === amount.value)) return true
  return content.amounts.some(each => isTellingAmount(each, amount))
}
