import { useApp } from '../../context.ts'
import { dayOf, debtPart, type Graph, type GraphArc, type GraphNode } from '../../story/graph.ts'
import { outletOf, type Told } from '../../story/told.ts'
import { lineageInWords } from '../../story/words.ts'
import { dateInWords } from '../../view/dates.ts'
import { CHIP_RADIUS } from '../Chip.tsx'
import { Drawing } from '../Drawing.tsx'
import { RowChip } from './RowChip.tsx'

const ROW = 34
const DAY = 26
const LANE = 27
const TOP = 14
const NODE = 5
/** Room for the names beside the lanes. */
const NAMES = 272
const NAME_UNITS = 26

/** Articles downwards by day and time, debts as lines beside them; an arrow points to who took. Lanes grow to the left. */
export function LineageDrawing({ told, graph }: { readonly told: Told; readonly graph: Graph }) {
  const { dispatch } = useApp()
  const axis = CHIP_RADIUS + graph.lanes * LANE + 12
  const places = placesOf(graph.nodes)
  const height = (places.at(-1) ?? 0) + TOP + ROW / 2
  const y = (row: number) => TOP + places[row]!
  return (
    <>
      <Drawing
        class="lineage-drawing"
        label="Who took from whom, in the order of publication; the table below has the same"
        width={axis + NAMES}
        height={height}
      >
        <path class="axis" d={`M${axis} ${TOP} V${height - ROW / 2}`} />
        {graph.nodes.map(node => (
          <Node key={node.id} told={told} node={node} x={axis} y={y(node.row)} />
        ))}
        {graph.arcs.map(arc => (
          <Line key={arc.number} arc={arc} axis={axis} from={y(arc.from)} to={y(arc.to)} />
        ))}
        {graph.arcs.map(arc => (
          <RowChip
            key={arc.number}
            number={arc.number}
            x={laneX(axis, arc)}
            y={(y(arc.from) + y(arc.to)) / 2}
            label={labelOf(told, arc)}
            row={`story-debt-${arc.number}`}
            onOpen={() => dispatch({ do: 'expand', part: debtPart(arc.lineage), on: true })}
          />
        ))}
      </Drawing>
      <Key graph={graph} />
    </>
  )
}

/** Where each row lies; a day has a line of its own above its articles. */
function placesOf(nodes: readonly GraphNode[]): readonly number[] {
  let at = -ROW / 2
  return nodes.map(({ newDay }) => {
    at += newDay ? ROW + DAY : ROW
    return at - ROW / 2
  })
}

function laneX(axis: number, { lane }: GraphArc): number {
  return axis - 12 - lane * LANE - LANE / 2
}

interface NodeProps {
  readonly told: Told
  readonly node: GraphNode
  readonly x: number
  readonly y: number
}

function Node({ told, node, x, y }: NodeProps) {
  const date = told.articles.get(node.id)?.article.datePublished ?? null
  const time = /T(\d\d:\d\d)/.exec(date ?? '')?.[1]
  const name = outletOf(told, node.id)
  return (
    <g>
      {node.newDay && (
        <text class="day" x={x + 14} y={y - ROW / 2 - 4}>
          {date === null ? 'date not known' : dateInWords(dayOf(date))}
        </text>
      )}
      <circle class="node" cx={x} cy={y} r={NODE} />
      <text class="node-name" x={x + 14} y={y + 4}>
        <tspan class="node-number">{node.number}</tspan> {name.length > NAME_UNITS ? `${name.slice(0, NAME_UNITS - 1)}…` : name}
        {time && (
          <tspan class="node-time" dx="6">
            {time}
          </tspan>
        )}
      </text>
    </g>
  )
}

interface LineProps {
  readonly arc: GraphArc
  readonly axis: number
  readonly from: number
  readonly to: number
}

const CORNER = 8

function Line({ arc, axis, from, to }: LineProps) {
  const { kind, direction } = arc.lineage
  const x = laneX(axis, arc)
  const down = to > from ? 1 : -1
  const end = axis - NODE - 2
  const arrow = direction === 'known' && kind !== 'common'
  const line = `M${axis - NODE} ${from} H${x + CORNER} Q${x} ${from} ${x} ${from + down * CORNER} V${to - down * CORNER} Q${x} ${to} ${x + CORNER} ${to} H${end - (arrow ? 6 : 0)}`
  return (
    <g class={`debtline debtline-${kind}`}>
      {kind === 'common' && <path class="line-under" d={line} />}
      <path d={line} />
      {arrow && <path class="arrow" d={`M${end} ${to} l-8 -4.5 v9 z`} />}
    </g>
  )
}

function labelOf(told: Told, { lineage, number }: GraphArc): string {
  return `${number}: ${outletOf(told, lineage.to)} ${lineageInWords(lineage)} ${outletOf(told, lineage.from)}`
}

const KINDS = ['copy', 'rewrite', 'cite', 'common'] as const
const MEANS = { copy: 'copies', rewrite: 'rewrites', cite: 'cites', common: 'both took it from elsewhere' } as const

/** How the kinds of lines read, those that the drawing has. */
function Key({ graph }: { readonly graph: Graph }) {
  const kinds = KINDS.filter(kind => graph.arcs.some(({ lineage }) => lineage.kind === kind))
  const unclear = graph.arcs.some(({ lineage }) => lineage.direction === 'unclear' && lineage.kind !== 'common')
  return (
    <ul class="line-key">
      {kinds.map(kind => (
        <li key={kind}>
          <svg viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">
            <g class={`debtline debtline-${kind}`}>
              {kind === 'common' && <path class="line-under" d="M2 6 H42" />}
              <path d={kind === 'common' ? 'M2 6 H42' : 'M2 6 H36'} />
              {kind !== 'common' && <path class="arrow" d="M42 6 l-8 -4.5 v9 z" />}
            </g>
          </svg>
          {MEANS[kind]}
        </li>
      ))}
      {unclear && <li>no arrow: which took from which is unclear</li>}
    </ul>
  )
}
