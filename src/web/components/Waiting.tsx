import type { Route } from '../route.ts'

export function Waiting({ route }: { readonly route: Route }) {
  return (
    <div class="waiting" role="status">
      <p>Reading{route.kind === 'url' ? ` ${route.url}` : ''}…</p>
      <div class="waiting-bar" />
    </div>
  )
}
