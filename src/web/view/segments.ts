import type { Reading, Sentence, Span } from '../../record/index.ts'
import type { Placed } from './order.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A stretch of the body over which nothing changes: the same statements hold it in the same roles. */
export interface Segment {
  readonly span: Span
  readonly source: readonly string[]
  readonly cue: readonly string[]
  readonly content: readonly string[]
  readonly dateline: boolean
  readonly voice: Sentence['voice'] | null
  /** The statements whose first and whose last words these are. */
  readonly starts: readonly Placed[]
  readonly ends: readonly Placed[]
}

export interface Paragraph {
  readonly index: number
  readonly span: Span
  /** The white space between the paragraph before and this one. */
  readonly before: string
  readonly segments: readonly Segment[]
  /** Statements that begin here. */
  readonly statements: readonly Placed[]
}

type Role = 'source' | 'cue' | 'content' | 'dateline' | Sentence['voice']

interface Border {
  readonly at: number
  readonly opens: boolean
  readonly role: Role
  readonly id: string
}

/** The body as paragraphs, each cut at every border of a span; the white space and the segments joined are the body. */
export function paragraphsWithSegments(reading: Reading, placed: readonly Placed[]): readonly Paragraph[] {
  const { articleBody } = reading.article
  const borders = bordersOf(reading)
  const active = new Map<Role, Set<string>>()
  const waiting = placed.filter(one => one.extent !== null)
  const running = new Set<Placed>()
  let next = 0
  let begun = 0
  let end = 0

  return paragraphsOf(articleBody).map((span, index) => {
    const before = articleBody.slice(end, span[0])
    end = span[1]
    const segments: Segment[] = []
    for (let at = span[0]; at < span[1]; ) {
      for (; next < borders.length && borders[next]!.at <= at; next++) apply(borders[next]!)
      const until = Math.min(span[1], borders[next]?.at ?? span[1])
      segments.push(segment([at, until]))
      at = until
    }
    return { index, span, before, segments, statements: segments.flatMap(one => one.starts) }
  })

  function apply(border: Border): void {
    const ids = active.get(border.role) ?? new Set<string>()
    active.set(border.role, ids)
    if (border.opens) ids.add(border.id)
    else ids.delete(border.id)
  }

  function segment(span: Span): Segment {
    const starts: Placed[] = []
    for (; begun < waiting.length && waiting[begun]!.extent![0] < span[1]; begun++) {
      starts.push(waiting[begun]!)
      running.add(waiting[begun]!)
    }
    const ends = [...running].filter(one => one.extent![1] <= span[1])
    for (const one of ends) running.delete(one)
    return {
      span,
      source: [...(active.get('source') ?? [])],
      cue: [...(active.get('cue') ?? [])],
      content: [...(active.get('content') ?? [])],
      dateline: (active.get('dateline')?.size ?? 0) > 0,
      voice: (['attributed', 'mixed', 'outlet'] as const).find(voice => (active.get(voice)?.size ?? 0) > 0) ?? null,
      starts,
      ends,
    }
  }
}

/** Where something begins or ends, in the order of the text; what ends at a place comes before what begins there. */
function bordersOf(reading: Reading): readonly Border[] {
  const borders: Border[] = []
  const { articleBody, dateline } = reading.article
  for (const { id, source, cue, content } of reading.statements ?? []) {
    for (const span of source) add('source', id, span)
    for (const span of cue) add('cue', id, span)
    for (const span of content) add('content', id, span)
  }
  for (const [index, sentence] of (reading.sentences ?? []).entries()) add(sentence.voice, `sentence-${index}`, sentence.span)
  if (dateline) add('dateline', 'dateline', dateline.span)
  return borders.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens))

  function add(role: Role, id: string, [start, end]: Span): void {
    const from = Math.max(0, start)
    const to = Math.min(articleBody.length, end)
    if (from >= to) return
    borders.push({ at: from, opens: true, role, id }, { at: to, opens: false, role, id })
  }
}

/** The ids of all statements that hold a segment, the innermost first: whose source or cue it is, then by the shortest extent. */
export function ownersOf(segment: Segment, byId: ReadonlyMap<string, Placed>): readonly string[] {
  const near = [...new Set([...segment.source, ...segment.cue])]
  const far = segment.content.filter(id => !near.includes(id))
  return [...near.sort(byLength), ...far.sort(byLength)]

  function byLength(a: string, b: string): number {
    return lengthOf(byId.get(a)) - lengthOf(byId.get(b))
  }
}

function lengthOf(placed: Placed | undefined): number {
  return placed?.extent ? placed.extent[1] - placed.extent[0] : Number.MAX_SAFE_INTEGER
}
