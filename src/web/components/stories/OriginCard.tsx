import type { Origin } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import { outletOf, rootOf, type Told } from '../../story/told.ts'
import { count } from '../../story/words.ts'
import { grouped } from '../../view/grouped.ts'
import { useMore } from '../more.tsx'
import { Extract } from './Extract.tsx'
import { OriginBadge } from './OriginBadge.tsx'
import { ToPassage } from './ToPassage.tsx'

interface Props {
  readonly told: Told
  readonly origin: Origin
}

const EVIDENCE = 6

/** One origin: whose telling it is, which articles hang on it and why, and the switch that takes it away. */
export function OriginCard({ told, origin }: Props) {
  const { dispatch, state } = useApp()
  const { id, articles, why, evidence, mayBeSameAs, root } = origin
  const away = state.away.has(id)
  const part = `origin ${id}`
  const open = state.expanded.has(part)
  const [shown, more] = useMore(evidence, EVIDENCE)
  const { name, outlet, own } = rootOf(told, origin)
  const letter = told.letters.get(id)

  const take = () => {
    const origins = new Set(state.away)
    if (!origins.delete(id)) origins.add(id)
    dispatch({ do: 'take-away', origins })
  }

  return (
    <li class={away ? 'origin away' : 'origin'}>
      <h3>
        <OriginBadge told={told} origin={id} away={away} />
        <bdi class="origin-name">{name}</bdi>
      </h3>
      <p class="origin-facts">
        {own ? 'its own telling, first in ' : 'as told in '}
        <ToPassage told={told} article={root.article}>
          <bdi>{outlet}</bdi>
        </ToPassage>
        {' · '}
        {count(articles.length, 'article')}: {why.join(', ')}
      </p>
      {[...grouped(mayBeSameAs, one => one.why)].map(([because, others]) => (
        <p key={because} class="origin-same">
          may be the same as{' '}
          {others.map(({ origin: other }) => (
            <OriginBadge key={other} told={told} origin={other} away={state.away.has(other)} />
          ))}
          : <bdi>{because}</bdi>
        </p>
      ))}
      <div class="row">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={away}
            aria-checked={away}
            aria-label={`Take it away: origin ${letter}`}
            onChange={take}
          />
          <span class="switch-track" aria-hidden="true" />
          Take it away
        </label>
        <button type="button" class="button button-bare" aria-expanded={open} onClick={() => dispatch({ do: 'expand', part })}>
          Members and why<span class="hidden"> of origin {letter}</span>
        </button>
      </div>
      {open && (
        <div class="origin-members">
          <ul class="plain-list">
            {articles.map(article => (
              <li key={article}>
                <span class="number">{told.articles.get(article)?.number}</span>{' '}
                <ToPassage told={told} article={article}>
                  <bdi>{outletOf(told, article)}</bdi>
                </ToPassage>
              </li>
            ))}
          </ul>
          {shown.map(one => (
            <Extract key={`${one.article} ${one.span[0]}`} told={told} evidence={one} sentence />
          ))}
          {more}
        </div>
      )}
    </li>
  )
}
