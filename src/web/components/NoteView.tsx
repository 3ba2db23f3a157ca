import { textOf } from '../../record/index.ts'
import type { Sheet } from '../state.ts'
import type { Placed } from '../view/order.ts'
import { nameOf, UNCLEAR } from '../view/speakers.ts'
import { KIND, POLARITY, QUOTATION } from '../view/words.ts'

interface Props {
  readonly sheet: Sheet
  readonly placed: Placed
  /** The statement that begins before it in the same paragraph: a speaker who goes on is not named again. */
  readonly previous: Placed | undefined
  readonly selected: boolean
  /** The key of the only speaker to show. */
  readonly speaker: string | null
}

/** One statement in the margin: speaker, verb as it stands, kind, and what it is told within. */
export function NoteView({ sheet, placed, previous, selected, speaker }: Props) {
  const { statement, number, depth } = placed
  const { articleBody } = sheet.reading.article
  const group = sheet.speakerOf.get(statement.id)
  const goesOn = previous !== undefined && group?.key !== UNCLEAR && sheet.speakerOf.get(previous.statement.id) === group
  const outer = statement.within === null ? undefined : sheet.byId.get(statement.within)
  const cue = statement.cue.map(span => textOf(articleBody, span)).join(' … ')
  const classes = [
    'margin-note',
    depth > 0 ? 'inner' : null,
    selected ? 'selected' : null,
    speaker !== null && speaker !== group?.key ? 'other' : null,
  ]
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      <a href={`#${encodeURIComponent(statement.id)}`} data-statement={statement.id}>
        <span class="number">{number}</span>{' '}
        <span class={goesOn ? 'name goes-on' : group?.key === UNCLEAR ? 'name unclear' : 'name'}>
          <bdi>{nameOf(group)}</bdi>
        </span>{' '}
        {group?.entity?.kind === 'unnamed' && !goesOn && <span class="kind">{KIND.unnamed} </span>}
        <span class="manner">
          {cue && (
            <>
              <bdi class="verb">{cue}</bdi>{' '}
            </>
          )}
          <span class="quotation">{QUOTATION[statement.quotation]}</span>
          {statement.polarity !== 'asserted' && <span class="polarity"> {POLARITY[statement.polarity]}</span>}
        </span>
        {outer && (
          <span class="told-by">
            {' '}
            told by {outer.number}, <bdi>{nameOf(sheet.speakerOf.get(outer.statement.id))}</bdi>
          </span>
        )}
      </a>
    </li>
  )
}
