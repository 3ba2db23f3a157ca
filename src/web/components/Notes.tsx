import { useApp } from '../context.ts'
import type { Sheet } from '../state.ts'
import { plainClick } from './events.ts'
import { ParagraphNotes } from './ParagraphNotes.tsx'

interface Props {
  readonly sheet: Sheet
  readonly selected: string | null
  readonly speaker: string | null
}

/**
 * The speakers beside the text: for each paragraph the statements that begin in it, on the same row of the grid on wide screens
 * and above it on narrow ones.
 */
export function Notes({ sheet, selected, speaker }: Props) {
  const { actions } = useApp()
  const open = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-statement]') : null
    if (link) plainClick(() => actions.select(link.dataset.statement!, { open: true }))(event)
  }
  return (
    // biome-ignore lint/a11y: the clicks are those of the links inside, caught here once for all of them.
    <aside class="margin" aria-label="Speakers in the margin" onClick={open}>
      {sheet.paragraphs
        .filter(paragraph => paragraph.statements.length > 0)
        .map(paragraph => (
          <ParagraphNotes
            key={paragraph.index}
            sheet={sheet}
            paragraph={paragraph}
            selected={paragraph.statements.some(one => one.statement.id === selected) ? selected : null}
            speaker={speaker}
          />
        ))}
    </aside>
  )
}
