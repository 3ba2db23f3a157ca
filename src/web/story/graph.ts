import type { Lineage } from '../../record/index.ts'
import type { Told } from './told.ts'

/** An article in the drawing of who took from whom. */
export interface GraphNode {
  readonly id: string
  readonly number: number
  readonly row: number
  /** Whether it is the first of its day, or the first without a date. */
  readonly newDay: boolean
}

/** A debt between two rows, in a lane of its own beside them. */
export interface GraphArc {
  readonly lineage: Lineage
  readonly number: number
  readonly from: number
  readonly to: number
  /** 0 for the lane next to the articles. */
  readonly lane: number
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly arcs: readonly GraphArc[]
  readonly lanes: number
}

/** The articles downwards in the order of their publication, and the debts between them; short ones run inside long ones. */
export function graphOf(told: Told): Graph {
  const nodes = told.story.articles.map(({ id, datePublished }, row, all) => ({
    id,
    number: row + 1,
    row,
    newDay: row === 0 || dayOf(datePublished) !== dayOf(all[row - 1]!.datePublished),
  }))
  const rows = new Map(nodes.map(({ id, row }) => [id, row]))
  const placed = told.story.lineage.flatMap((lineage, index) => {
    const [from, to] = [rows.get(lineage.from), rows.get(lineage.to)]
    return from === undefined || to === undefined ? [] : [{ lineage, number: index + 1, from, to }]
  })
  const taken: [top: number, bottom: number][][] = []
  const arcs = [...placed]
    .sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.number - b.number)
    .map(arc => {
      const [top, bottom] = [Math.min(arc.from, arc.to), Math.max(arc.from, arc.to)]
      const free = taken.findIndex(lane => lane.every(one => one[1] <= top || bottom <= one[0]))
      const lane = free < 0 ? taken.length : free
      taken[lane] = [...(taken[lane] ?? []), [top, bottom]]
      return { ...arc, lane }
    })
    .sort((a, b) => a.number - b.number)
  return { nodes, arcs, lanes: taken.length }
}

export function dayOf(date: string | null): string {
  return date?.slice(0, 10) ?? ''
}

/** What the opened row of a debt is called in the state of the page. */
export function debtPart({ from, to, kind }: Lineage): string {
  return `debt ${from} ${to} ${kind}`
}
