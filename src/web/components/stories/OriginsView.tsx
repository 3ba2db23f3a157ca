import { useMemo } from 'preact/hooks'
import { useApp } from '../../context.ts'
import { whatStands } from '../../story/standing.ts'
import type { Told } from '../../story/told.ts'
import { count, listed, originsInWords } from '../../story/words.ts'
import { grouped } from '../../view/grouped.ts'
import { useMore } from '../more.tsx'
import { OriginGroup } from './OriginGroup.tsx'

/** Cards at first: beside the claims there is room for many, above them they stand in the way. */
const CARDS = matchMedia('(min-width: 76rem)').matches ? 12 : 3

/** The separate origins of the story, a card for each article that is the first to tell something of it. */
export function OriginsView({ told }: { readonly told: Told }) {
  const { origins, independentOrigins, articles } = told.story
  const groups = useMemo(() => [...grouped(origins, ({ root }) => root.article)], [origins])
  const [shown, more] = useMore(groups, CARDS)
  return (
    <section class="origins" aria-labelledby="story-origins">
      <h2 id="story-origins">Origins</h2>
      {origins.length === 0 ? (
        <p class="hint">No origins were counted for these {count(articles.length, 'article')}.</p>
      ) : (
        <p class="hint">
          A card for each article that is the first held to tell something, a line for each whom it has that from; together{' '}
          <span class="whole">{originsInWords(independentOrigins)}</span>. Take one away to see what still stands.
        </p>
      )}
      <Standing told={told} />
      <ol class="origin-list">
        {shown.map(([article, all]) => (
          <OriginGroup key={article} told={told} article={article} origins={all} />
        ))}
      </ol>
      {more}
    </section>
  )
}

/** What is left without the origins that were taken away, in words. */
function Standing({ told }: { readonly told: Told }) {
  const { dispatch, state } = useApp()
  const { away } = state
  const gone = told.story.origins.filter(({ id }) => away.has(id)).map(({ id }) => told.letters.get(id)!)
  const { standing, doubtful, fallen } = whatStands(told.story.claims, told.story.origins, away)
  return (
    <div class={gone.length > 0 ? 'standing-note' : 'standing-note hidden'} role="status">
      {gone.length > 0 && (
        <>
          <p>
            Without {listed(gone)}: {count(standing, 'claim stands', 'claims stand')}
            {doubtful > 0 && `, ${count(doubtful, 'stands', 'stand')} only if the rest is something else`}
            {`, ${count(fallen, 'is', 'are')} left without an origin.`}
          </p>
          <button type="button" class="button" onClick={() => dispatch({ do: 'take-away', origins: new Set() })}>
            Put back
          </button>
        </>
      )}
    </div>
  )
}
