import { type Amount, isTellingAmount } from './amounts.ts'
import type { Content, Term } from './content.ts'
import { figuresOf } from './figures.ts'
import { isWithdrawal } from './stance.ts'
import type { Telling } from './tellings.ts'

/**
 * Groups with what takes words back beside what gave them: "withdrew the figure of four" goes to the only claim before it whose figure is four, "withdrew its statement that
 * nothing had been signed" to the only one with these words. Where two claims have them, which is meant is not told.
 */
export function withTakenBack(groups: readonly (readonly number[])[], tellings: readonly Telling[]): number[][] {
  const result = groups.map(group => [...group])
  for (const group of result) {
    const backs = group.map(item => tellings[item]!)
    if (backs.length === 0 || !backs.every(({ content, statement }) => content.withdrawn || isWithdrawal(statement))) continue
    const given = result.filter(
      other =>
        other !== group &&
        other.some(item => backs.some(back => tellings[item]!.order < back.order && takesBack(back, tellings[item]!))),
    )
    if (given.length !== 1) continue
    given[0]!.push(...group.splice(0))
  }
  return result.filter(group => group.length > 0)
}

function takesBack({ content }: Telling, { content: given }: Telling): boolean {
  const [amount, ...others] = content.amounts
  if (others.length > 0 || given.withdrawn) return false
  return amount ? gives(given, amount) : hasWordsOf(given, content.main ?? content)
}

/** A figure of that number, or that number of the same thing where hardly two things have it. */
function gives(content: Content, amount: Amount): boolean {
  if (figuresOf(content).some(figure => figure.amount.value === amount.value)) return true
  return content.amounts.some(each => isTellingAmount(each, amount))
}

/** Whether one of two has nearly all words of the other, and both say that it is so, or that it is not. */
function hasWordsOf(given: Content, back: Content): boolean {
  if (given.negated !== back.negated) return false
  const [own, other] = [given, back].map(({ terms }) => terms.filter(({ kind }) => kind === 'word'))
  const weightOf = (terms: readonly Term[]) => terms.reduce((sum, { weight }) => sum + weight, 0)
  const shared = weightOf(own!.filter(({ key }) => other!.some(each => each.key === key)))
  return shared >= WORDS_WEIGHT && shared >= WORDS_SHARE * Math.min(weightOf(own!), weightOf(other!))
}

/** One telling word at least, and nearly all of the shorter; by judgement. */
const WORDS_WEIGHT = 1.2
const WORDS_SHARE = 0.8
