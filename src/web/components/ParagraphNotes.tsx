import type { CSSProperties } from 'preact'
import type { Sheet } from '../state.ts'
import type { Paragraph } from '../view/segments.ts'
import { memo } from './memo.ts'
import { NoteView } from './NoteView.tsx'

interface Props {
  readonly sheet: Sheet
  readonly paragraph: Paragraph
  /** The chosen statement, where it begins in this paragraph. */
  readonly selected: string | null
  readonly speaker: string | null
}

export const ParagraphNotes = memo(function ParagraphNotes({ sheet, paragraph, selected, speaker }: Props) {
  return (
    <ul class="notes" style={{ '--row': paragraph.index + 2 } as CSSProperties}>
      {paragraph.statements.map((placed, position) => (
        <NoteView
          key={placed.statement.id}
          sheet={sheet}
          placed={placed}
          previous={paragraph.statements[position - 1]}
          selected={placed.statement.id === selected}
          speaker={speaker}
        />
      ))}
    </ul>
  )
})
