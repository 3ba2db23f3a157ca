import type { CSSProperties } from 'preact'
import type { Sheet } from '../state.ts'
import type { Overlay } from '../view/overlays.ts'
import type { Paragraph } from '../view/segments.ts'
import { memo } from './memo.ts'
import { SegmentView } from './SegmentView.tsx'

interface Props {
  readonly sheet: Sheet
  readonly paragraph: Paragraph
  readonly as: 'p' | 'h1'
  /** The chosen statement, where it touches this paragraph: so that no other is drawn again when it changes. */
  readonly selected: string | null
  /** The statements of the only speaker to show; null for all. */
  readonly shown: ReadonlySet<string> | null
  readonly overlays: readonly Overlay[]
}

export const ParagraphView = memo(function ParagraphView({ sheet, paragraph, as: Tag, selected, shown, overlays }: Props) {
  return (
    <Tag
      class={Tag === 'h1' ? 'paragraph headline' : 'paragraph'}
      dir="auto"
      style={{ '--row': paragraph.index + 2 } as CSSProperties}
    >
      {paragraph.segments.map(segment => (
        <SegmentView
          key={segment.span[0]}
          sheet={sheet}
          segment={segment}
          selected={selected}
          shown={shown}
          overlays={overlays}
        />
      ))}
    </Tag>
  )
})
