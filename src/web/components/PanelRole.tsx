import { type Span, textOf } from '../../record/index.ts'

interface Props {
  readonly label: 'Source' | 'Cue' | 'Content'
  readonly spans: readonly Span[]
  readonly body: string
  readonly none: string
}

/** A role's words as they stand; where it has gaps, piece by piece. */
export function PanelRole({ label, spans, body, none }: Props) {
  return (
    <div class={`role-${label.toLowerCase()}`}>
      <dt>{label}</dt>
      {spans.length === 0 && <dd class="unknown">{none}</dd>}
      {spans.map(span => (
        <dd key={span[0]} class="slice" dir="auto">
          {textOf(body, span)}
        </dd>
      ))}
    </div>
  )
}
