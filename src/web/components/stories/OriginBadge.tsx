import { rootOf, type Told } from '../../story/told.ts'

interface Props {
  readonly told: Told
  readonly origin: string
  readonly away?: boolean
}

/** The letter of an origin; struck through where it was taken away, and said so to those who do not see that. */
export function OriginBadge({ told, origin, away = false }: Props) {
  const found = told.origins.get(origin)
  const title = found ? rootOf(told, found) : null
  return (
    <span class={away ? 'origin-badge away' : 'origin-badge'} title={title ? nameOf(title) : undefined}>
      <span class="hidden">origin </span>
      {told.letters.get(origin) ?? '?'}
      {away && <span class="hidden"> (taken away)</span>}
    </span>
  )
}

function nameOf({ name, outlet, own }: ReturnType<typeof rootOf>): string {
  return own ? `${outlet} itself` : `${name}, in ${outlet}`
}
