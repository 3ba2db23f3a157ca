import type { ComponentChildren } from 'preact'
import type { Sheet } from '../state.ts'
import type { Overlay } from '../view/overlays.ts'
import { ownersOf, type Segment } from '../view/segments.ts'
import { nameOf } from '../view/speakers.ts'
import { Pieces } from './Pieces.tsx'
import { StatementStart } from './StatementStart.tsx'

interface Props {
  readonly sheet: Sheet
  readonly segment: Segment
  readonly selected: string | null
  readonly shown: ReadonlySet<string> | null
  readonly overlays: readonly Overlay[]
}

/** One stretch of text in its roles. Whatever is told about it stands in attributes, so that its text content is the slice alone. */
export function SegmentView({ sheet, segment, selected, shown, overlays }: Props) {
  const text = <Pieces body={sheet.reading.article.articleBody} span={segment.span} overlays={overlays} />
  const owners = ownersOf(segment, sheet.byId)
  if (owners.length === 0) return plain(segment, text)

  const { source, cue, content, starts, ends } = segment
  const classes = ['mark']
  if (content.length > 0) classes.push(content.length > 1 ? 'content nested' : 'content')
  if (content.some(id => sheet.byId.get(id)?.statement.quotation === 'direct')) classes.push('direct')
  if (source.length > 0) classes.push('source')
  if (cue.length > 0) classes.push('cue')
  if (selected !== null && owners.includes(selected)) classes.push('selected')
  if (shown !== null && !owners.some(id => shown.has(id))) classes.push('other')
  const ended = ends.map(one => `, end of statement ${one.number}`).join('')

  return (
    <>
      {starts.map(one => (
        <StatementStart
          key={one.statement.id}
          placed={one}
          speaker={nameOf(sheet.speakerOf.get(one.statement.id))}
          selected={one.statement.id === selected}
          other={shown !== null && !shown.has(one.statement.id)}
        />
      ))}
      <mark
        class={classes.join(' ')}
        data-owners={owners.join(' ')}
        data-source={ids(source)}
        data-cue={ids(cue)}
        data-content={ids(content)}
        data-end={ended || undefined}
      >
        {source.length + cue.length > 0 && content.length > 0 ? <span class="role">{text}</span> : text}
      </mark>
    </>
  )
}

function plain(segment: Segment, text: ComponentChildren) {
  const classes = [segment.dateline ? 'dateline' : null, segment.voice === 'attributed' ? 'told' : null].filter(Boolean).join(' ')
  return classes ? <span class={classes}>{text}</span> : text
}

function ids(of: readonly string[]): string | undefined {
  return of.length > 0 ? of.join(' ') : undefined
}
