import { textOf } from '../../record/index.ts'
import type { Sheet } from '../state.ts'
import { excerptOf, type Passage } from '../view/passage.ts'

/** Words with some of their sentence around them, as they stand. */
export function ExcerptView({ sheet, passage }: { readonly sheet: Sheet; readonly passage: Passage }) {
  const body = sheet.reading.article.articleBody
  const excerpt = excerptOf(body, passage)
  if (!excerpt) return null
  return (
    <bdi class="excerpt">
      {excerpt.cutBefore && '… '}
      {textOf(body, excerpt.before)}
      <b>{textOf(body, excerpt.words)}</b>
      {textOf(body, excerpt.after)}
      {excerpt.cutAfter && ' …'}
    </bdi>
  )
}
