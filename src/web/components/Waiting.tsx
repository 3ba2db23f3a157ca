import type { Route } from '../route.ts'

export function Waiting({ route }: { readonly route: Route }) {
  return (
    <div class="waiting" role="status">
      <p>
        {route.kind === 'article' ? 'Opening' : 'Reading'}
        {route.kind === 'url' ? ` ${route.url}` : ''}…
      </p>
      <div class="waiting-bar" />
    </div>
  )
}
