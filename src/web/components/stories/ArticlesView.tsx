import { useState } from 'preact/hooks'
import { useApp } from '../../context.ts'
import { notTheSameStory } from '../../story/apart.ts'
import { outletOf, publishedOf, type Told } from '../../story/told.ts'
import { count } from '../../story/words.ts'
import { Columns } from '../Columns.tsx'
import { useMore } from '../more.tsx'
import { OriginBadge } from './OriginBadge.tsx'
import { ToPassage } from './ToPassage.tsx'
import { useStoryTools } from './tools.ts'

const ROWS = 60

/** The articles of the story; some of them can be made a story of their own, and two told apart. */
export function ArticlesView({ told }: { readonly told: Told }) {
  const { state } = useApp()
  const { correct, busy } = useStoryTools()
  const { articles, id } = told.story
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [shown, more] = useMore(articles, ROWS)
  const toggle = (article: string) => {
    const next = new Set(chosen)
    if (!next.delete(article)) next.add(article)
    setChosen(next)
  }
  const close = () => {
    setChoosing(false)
    setChosen(new Set())
  }
  const split = () => {
    correct({ kind: 'split', story: id, articles: [...chosen] }, `${count(chosen.size, 'article')} became a story apart.`)
    close()
  }
  const chosenInOrder = articles.flatMap(one => (chosen.has(one.id) ? [one.id] : []))
  const tellApart = () => {
    const [earlier, later] = chosenInOrder
    correct(...notTheSameStory(told, { leaves: later!, stays: earlier! }))
    close()
  }
  return (
    <section class="articles" aria-labelledby="story-articles">
      <h2 id="story-articles">The articles</h2>
      <table>
        <caption class="hidden">The articles of this story in the order of their publication</caption>
        <Columns names={['Headline', 'Outlet', 'Published', 'Origins']} />
        <tbody>
          {shown.map(({ id: article, headline, family, publisher, origins }, index) => (
            <tr key={article}>
              <td class="number">
                {choosing ? (
                  <input
                    type="checkbox"
                    checked={chosen.has(article)}
                    onChange={() => toggle(article)}
                    aria-label={`Article ${index + 1}, ${outletOf(told, article)}`}
                  />
                ) : (
                  index + 1
                )}
              </td>
              <th scope="row" dir="auto">
                <ToPassage told={told} article={article} class="headline-link">
                  {headline ?? 'without a headline'}
                </ToPassage>
              </th>
              <td>
                <bdi>{outletOf(told, article)}</bdi>
                {family !== null && family !== publisher && (
                  <span class="facts-of">
                    of <bdi>{family}</bdi>
                  </span>
                )}
              </td>
              <td>
                <Published told={told} article={article} />
              </td>
              <td>
                {origins.map(origin => (
                  <OriginBadge key={origin} told={told} origin={origin} away={state.away.has(origin)} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      {articles.length > 1 && (
        <div class="row">
          <button type="button" class="button" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {choosing ? 'Leave it as it is' : 'Not all of one story'}
          </button>
          {choosing && (
            <button
              type="button"
              class="button button-main"
              disabled={busy || chosen.size === 0 || chosen.size === articles.length}
              onClick={split}
            >
              Make {chosen.size === 0 ? 'the chosen ones' : count(chosen.size, 'article')} a story apart
            </button>
          )}
          {choosing && (
            <button
              type="button"
              class="button"
              disabled={busy || chosenInOrder.length !== 2}
              aria-describedby="story-apart"
              onClick={tellApart}
            >
              Not the same story
            </button>
          )}
          {choosing && (
            <p class="hint" id="story-apart">
              Of two that are not the same story the later one leaves, and all others stay.
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function Published({ told, article }: { readonly told: Told; readonly article: string }) {
  const published = publishedOf(told, article)
  return published ? <time dateTime={published.iso}>{published.words}</time> : <>date not known</>
}
