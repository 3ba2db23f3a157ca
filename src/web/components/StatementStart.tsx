import type { Placed } from '../view/order.ts'
import { POLARITY, QUOTATION } from '../view/words.ts'

interface Props {
  readonly placed: Placed
  readonly speaker: string
  readonly selected: boolean
  /** Whether another speaker's statements are the only ones to show. */
  readonly other: boolean
}

/**
 * Where a statement begins: a link that the keyboard reaches and a screen reader announces. It holds no text, its number is drawn
 * by the style sheet, so that the body's text stays the article's. The body handles its clicks.
 */
export function StatementStart({ placed, speaker, selected, other }: Props) {
  const { id, quotation, polarity } = placed.statement
  const label = [`Statement ${placed.number}`, speaker, QUOTATION[quotation], polarity === 'asserted' ? null : POLARITY[polarity]]
  return (
    // biome-ignore lint/a11y/useAnchorContent: its label is what a screen reader says; content would be text of the article.
    <a
      id={id}
      class={other ? 'start-mark other' : 'start-mark'}
      href={`#${encodeURIComponent(id)}`}
      data-number={placed.number}
      aria-label={label.filter(Boolean).join(', ')}
      aria-current={selected ? 'location' : undefined}
    />
  )
}
