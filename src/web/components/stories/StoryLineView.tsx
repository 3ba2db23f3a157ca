import type { StoryLine } from '../../api.ts'
import { useApp } from '../../context.ts'
import { placeOf } from '../../route.ts'
import { count, rangeInWords } from '../../story/words.ts'
import { dateInWords } from '../../view/dates.ts'
import { plainClick } from '../events.ts'

/** One story in the list: its name, how often it is told, and on how many origins that rests. */
export function StoryLineView({ story }: { readonly story: StoryLine }) {
  const { actions } = useApp()
  const { id, name, firstPublished, lastPublished, articles, publishers, independentOrigins } = story
  const route = { kind: 'story', id } as const
  const first = firstPublished?.slice(0, 10)
  const last = lastPublished?.slice(0, 10)
  return (
    <li class="story-line" data-stop tabIndex={-1}>
      <h2 dir="auto">
        <a href={placeOf(route).search} data-open onClick={plainClick(() => void actions.open(route))}>
          {name}
        </a>
      </h2>
      <p class="story-line-counts">
        {count(articles, 'article')} · {count(publishers, 'outlet')} · <strong>{rangeInWords(independentOrigins)}</strong>
      </p>
      <p class="story-line-dates">
        {last === undefined ? (
          'date not known'
        ) : (
          <>
            {first !== undefined && first !== last && (
              <>
                <time dateTime={first}>{dateInWords(first)}</time> to{' '}
              </>
            )}
            <time dateTime={last}>{dateInWords(last)}</time>
          </>
        )}
      </p>
    </li>
  )
}
