import type { Lineage, Story } from '../../src/record/index.ts'
import type { Gold, GoldPair } from './gold.ts'

/** Who took what from whom, beside a gold. */
export interface Links {
  /** Links of the gold. */
  readonly of: number
  /** Of these those with a link of that kind between the same two articles. */
  readonly found: number
  /** Links between two articles of the gold's that say which was first, where the gold has it otherwise or open. */
  readonly turned: number
  /** Links of the program between articles that no chain of the gold's links joins. */
  readonly strange: number
  readonly lines: readonly string[]
}

export function scoredLinks(gold: Gold, stories: ReadonlyMap<string, Story>): Links {
  const told = [...stories.values()].flatMap(({ lineage }) => lineage)
  const lines: string[] = []
  let [found, turned] = [0, 0]
  for (const pair of gold.lineage) {
    const links = told.filter(link => isBetween(link, pair))
    if (links.some(link => isOfKind(link, pair))) found++
    else lines.push(`lineage  ${pair.from} → ${pair.to}: ${links.map(named).join(', ') || 'none'}, not ${named(pair)}`)
    const wrong = links.filter(link => link.direction === 'known' && (pair.direction !== 'known' || link.from !== pair.from))
    turned += wrong.length
    lines.push(...wrong.map(({ from, to }) => `direction  ${from} → ${to}`))
  }
  const familyOf = familiesOf(gold.lineage)
  const strange = told.filter(({ from, to }) => familyOf(from) !== familyOf(to))
  lines.push(...strange.map(link => `strange lineage  ${link.from} → ${link.to}: ${named(link)}`))
  return { of: gold.lineage.length, found, turned, strange: strange.length, lines }
}

type Named = Pick<Lineage, 'kind' | 'commonWith'>

const named = ({ kind, commonWith }: Named): string => (commonWith === null ? kind : `${kind} ${commonWith}`)

const isBetween = (link: Lineage, { from, to }: GoldPair): boolean =>
  (link.from === from && link.to === to) || (link.from === to && link.to === from)

const isOfKind = (link: Lineage, pair: GoldPair): boolean =>
  link.kind === pair.or || (link.kind === pair.kind && link.commonWith === pair.commonWith)

/** A function that gives two articles one name where links lead from one to the other. */
function familiesOf(links: readonly GoldPair[]): (article: string) => string {
  const parents = new Map<string, string>()
  const rootOf = (article: string): string => {
    const parent = parents.get(article)
    return parent === undefined ? article : rootOf(parent)
  }
  for (const { from, to } of links) {
    const [a, b] = [rootOf(from), rootOf(to)]
    if (a !== b) parents.set(a, b)
  }
  return rootOf
}
