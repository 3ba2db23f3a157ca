import { type Entity, textOf } from '../../record/index.ts'
import { FORM } from '../view/words.ts'

/** Different wordings listed; a name is rarely written in more ways than this. */
const LISTED_MAX = 12

/** How else the text speaks of the speaker, each wording once with how often it stands there. */
export function PanelMentions({ entity, body }: { readonly entity: Entity; readonly body: string }) {
  const counted = new Map<string, { form: string; count: number }>()
  for (const { span, form } of entity.mentions) {
    const text = textOf(body, span)
    const before = counted.get(text)
    counted.set(text, { form: FORM[form], count: (before?.count ?? 0) + 1 })
  }
  if (counted.size === 0) return null
  return (
    <div class="mentions">
      <dt>Mentions</dt>
      <dd>
        <ul>
          {[...counted].slice(0, LISTED_MAX).map(([text, { form, count }]) => (
            <li key={text}>
              <q>
                <bdi>{text}</bdi>
              </q>{' '}
              <span class="kind">
                {form}
                {count > 1 && `, ${count} times`}
              </span>
            </li>
          ))}
        </ul>
        {counted.size > LISTED_MAX && <span class="kind">and {counted.size - LISTED_MAX} more</span>}
      </dd>
    </div>
  )
}
