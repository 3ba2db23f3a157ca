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

/** Takes an origin away and puts it back. */
export function OriginSwitch({ told, origin: { id }, bare = false }: Props & { readonly bare?: boolean }) {
  const { dispatch, state } = useApp()
  const away = state.away.has(id)
  const take = () => {
    const origins = new Set(state.away)
    if (!origins.delete(id)) origins.add(id)
    dispatch({ do: 'take-away', origins })
  }
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={away}
        aria-checked={away}
        aria-label={`Take it away: origin ${told.letters.get(id)}`}
        onChange={take}
      />
      <span class="switch-track" aria-hidden="true" />
      {!bare && 'Take it away'}
    </label>
  )
}

/** Where it was told first, what hangs on it and why, and which others it may be. */
export function OriginFacts({ told, origin }: Props) {
  const { state } = useApp()
  const { articles, why, mayBeSameAs, root } = origin
  const { outlet, own } = rootOf(told, origin)
  return (
    <>
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
    </>
  )
}

const EVIDENCE = 6

/** The articles that hang on it, and the words that show why. */
export function OriginMembers({ told, origin: { articles, evidence } }: Props) {
  const [shown, more] = useMore(evidence, EVIDENCE)
  return (
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
        <Extract key={`${one.article} ${one.span[0]} ${one.span[1]}`} told={told} evidence={one} sentence />
      ))}
      {more}
    </div>
  )
}
