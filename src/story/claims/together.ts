import type { Content } from './content.ts'
import type { Telling } from './tellings.ts'

/** Clauses of one statement that nobody else tells are one claim again, as they stand. */
export function withWholeStatements(groups: readonly (readonly number[])[], tellings: readonly Telling[]): number[][] {
  const alone = new Map<string, number[]>()
  const result: number[][] = []
  for (const group of groups) {
    const { article, statement } = tellings[group[0]!]!
    if (group.length > 1 || !statement) {
      result.push([...group])
      continue
    }
    const key = `${statement.id}\n${article}`
    const known = alone.get(key)
    if (known) known.push(group[0]!)
    else {
      const made = [group[0]!]
      alone.set(key, made)
      result.push(made)
    }
  }
  return result
}

export interface TogetherGiven {
  readonly tellings: readonly Telling[]
  /** Whether two tellings would be one claim. */
  readonly isOne: (a: number, b: number) => boolean
}

/**
 * Groups whose clauses always stand beside one another, the later without a subject of its own ("was inspected in August and was
 * found fit"), as one: nobody tells one without the other, but who tells both in one clause.
 */
export function toldTogether(groups: readonly (readonly number[])[], { tellings, isOne }: TogetherGiven): number[][] {
  const groupOf = new Map(groups.flatMap((group, index) => group.map(item => [item, index] as const)))
  const result = groups.map(group => [...group])
  groups.forEach((group, index) => {
    if (group.length < 2 || result[index]!.length === 0) return
    const before = new Set(group.map(item => (continues(tellings, item) ? groupOf.get(item - 1) : undefined)))
    const [first] = before
    if (before.size !== 1 || first === undefined || first === index) return
    const others = groups[first]!.filter(item => groupOf.get(item + 1) !== index)
    if (!others.every(other => group.some(item => isOne(item, other)))) return
    const into = result.findIndex(items => items.includes(groups[first]![0]!))
    result[into] = [...result[into]!, ...result[index]!].sort((a, b) => a - b)
    result[index] = []
  })
  return result.filter(group => group.length > 0)
}

/** Whether a telling goes on where the one before it in the same voice and sentence ended, without a subject or with the same. */
function continues(tellings: readonly Telling[], item: number): boolean {
  const [one, other] = [tellings[item - 1], tellings[item]!]
  if (!one || one.article !== other.article || one.sentence !== other.sentence || one.statement !== other.statement) return false
  const before = subjectKeys(one.content)
  return subjectKeys(other.content).every(key => before.includes(key))
}

const subjectKeys = ({ terms, verbAt }: Content): string[] => terms.filter(({ at }) => at < verbAt).map(({ key }) => key)
