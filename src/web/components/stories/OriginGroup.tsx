import type { Origin } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import { outletOf, publishedOf, rootOf, type Told } from '../../story/told.ts'
import { count } from '../../story/words.ts'
import { OriginBadge } from './OriginBadge.tsx'
import { OriginFacts, OriginMembers, OriginSwitch } from './OriginParts.tsx'
import { ToPassage } from './ToPassage.tsx'

interface Props {
  readonly told: Told
  /** The article that is the first held to tell what these origins tell. */
  readonly article: string
  readonly origins: readonly Origin[]
}

/** An article that is the first to tell something, with a line for each whom it has that from. */
export function OriginGroup({ told, article, origins }: Props) {
  const { dispatch, state } = useApp()
  const published = publishedOf(told, article)
  const allAway = origins.every(({ id }) => state.away.has(id))
  const takeAll = () => {
    const away = new Set(state.away)
    for (const { id } of origins) {
      if (allAway) away.delete(id)
      else away.add(id)
    }
    dispatch({ do: 'take-away', origins: away })
  }
  return (
    <li class="origin-group">
      <h3>
        <ToPassage told={told} article={article}>
          <bdi>{outletOf(told, article)}</bdi>
        </ToPassage>
      </h3>
      <p class="origin-facts">
        article {told.articles.get(article)?.number}
        {published && `, ${published.words}`}
        {origins.length > 1 && (
          <button type="button" class="button button-bare" onClick={takeAll}>
            {allAway ? 'Put all back' : 'Take all away'}
            <span class="hidden"> of article {told.articles.get(article)?.number}</span>
          </button>
        )}
      </p>
      <ul>
        {origins.map(origin => (
          <OriginRow key={origin.id} told={told} origin={origin} />
        ))}
      </ul>
    </li>
  )
}

function OriginRow({ told, origin }: { readonly told: Told; readonly origin: Origin }) {
  const { dispatch, state } = useApp()
  const { id, articles } = origin
  const away = state.away.has(id)
  const part = `origin ${id}`
  const open = state.expanded.has(part)
  const { name, own } = rootOf(told, origin)
  return (
    <li class={away ? 'origin-row away' : 'origin-row'}>
      <OriginBadge told={told} origin={id} away={away} />
      <button type="button" class="origin-open" aria-expanded={open} onClick={() => dispatch({ do: 'expand', part })}>
        <bdi class={own ? 'origin-name own' : 'origin-name'}>{own ? 'its own telling' : name}</bdi>
        <span class="origin-count">
          {count(articles.length, 'article')}
          {origin.mayBeSameAs.length > 0 && ', may be another'}
        </span>
      </button>
      <OriginSwitch told={told} origin={origin} bare />
      {open && (
        <div class="origin-more">
          <OriginFacts told={told} origin={origin} />
          <OriginMembers told={told} origin={origin} />
        </div>
      )}
    </li>
  )
}
