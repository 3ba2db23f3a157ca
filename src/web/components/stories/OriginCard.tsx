import type { Origin } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import { rootOf, type Told } from '../../story/told.ts'
import { OriginBadge } from './OriginBadge.tsx'
import { OriginFacts, OriginMembers, OriginSwitch } from './OriginParts.tsx'

/** One origin: whose telling it is, which articles hang on it and why, and the switch that takes it away. */
export function OriginCard({ told, origin }: { readonly told: Told; readonly origin: Origin }) {
  const { dispatch, state } = useApp()
  const { id } = origin
  const away = state.away.has(id)
  const part = `card ${id}`
  const open = state.expanded.has(part)
  return (
    <li class={away ? 'origin away' : 'origin'}>
      <h3>
        <OriginBadge told={told} origin={id} away={away} />
        <bdi class="origin-name">{rootOf(told, origin).name}</bdi>
      </h3>
      <OriginFacts told={told} origin={origin} />
      <div class="row">
        <OriginSwitch told={told} origin={origin} />
        <button type="button" class="button button-bare" aria-expanded={open} onClick={() => dispatch({ do: 'expand', part })}>
          Members and why<span class="hidden"> of origin {told.letters.get(id)}</span>
        </button>
      </div>
      {open && <OriginMembers told={told} origin={origin} />}
    </li>
  )
}
