import type { Corrected } from '../../../record/index.ts'
import { correctionInWords } from '../../story/corrected.ts'

interface Props {
  readonly log: readonly Corrected[]
  readonly busy: boolean
  readonly undo: (id: number) => void
  /** An article's outlet, where it is known here. */
  readonly outlet?: (article: string) => string | null
}

/** What people corrected, the latest first; what was undone stays. */
export function CorrectionsLog({ log, busy, undo, outlet = () => null }: Props) {
  return (
    <ol class="log">
      {log.map(one => (
        <li key={one.id} class={one.undone ? 'undone' : undefined}>
          <span class="number">{one.id}</span>
          <span class="log-what">
            <span dir="auto">{correctionInWords(one.correction, outlet)}</span>
            <span class="facts-of">
              <time dateTime={one.at}>{momentInWords(one.at)}</time> by <bdi>{one.by}</bdi>
              {one.undone && (
                <>
                  {' '}
                  · undone <time dateTime={one.undone.at}>{momentInWords(one.undone.at)}</time>
                </>
              )}
            </span>
          </span>
          {!one.undone && (
            <button type="button" class="button" disabled={busy} onClick={() => undo(one.id)}>
              Undo<span class="hidden"> number {one.id}</span>
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A moment of this machine's past, as its user writes such. */
function momentInWords(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}
