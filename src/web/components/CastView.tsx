import type { Sheet } from '../state.ts'
import type { Member } from '../view/cast.ts'
import { CastRow } from './CastRow.tsx'
import { Columns } from './Columns.tsx'
import { useMore } from './more.tsx'

const ROWS = 40

/** Who appears in the article, as what, and how often each is heard. */
export function CastView({ sheet, cast }: { readonly sheet: Sheet; readonly cast: readonly Member[] }) {
  const [shown, more] = useMore(cast, ROWS)
  return (
    <section class="cast" aria-labelledby="app-cast">
      <h2 id="app-cast" tabIndex={-1}>
        Cast
      </h2>
      {cast.length === 0 && <p class="hint">Nobody that Hearsay found.</p>}
      {cast.length > 0 && (
        <table class="figures">
          <caption class="hidden">Who appears, and how many statements of each are told</caption>
          <Columns first="Who" names={['direct', 'indirect', 'doubted']} />
          {shown.map(member => (
            <CastRow key={member.entity.id} sheet={sheet} member={member} />
          ))}
        </table>
      )}
      {more}
      {cast.length > 0 && (
        <p class="hint">
          Statements of each in this article: in quotation marks, in the outlet’s words, and those among both whose verb keeps its
          distance.
        </p>
      )}
    </section>
  )
}
