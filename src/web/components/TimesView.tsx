import { textOf } from '../../record/index.ts'
import type { Sheet } from '../state.ts'
import { dateInWords, valueInWords } from '../view/dates.ts'
import { nameOf } from '../view/speakers.ts'
import type { Mark, Moment, Timeline } from '../view/timeline.ts'
import { LANE, MODALITY, modInWords, TIME_TYPE } from '../view/words.ts'
import { Columns } from './Columns.tsx'
import { ExcerptView } from './ExcerptView.tsx'
import { Jump } from './Jump.tsx'
import { useMore } from './more.tsx'
import { TimesDrawing } from './TimesDrawing.tsx'

const ROWS = 60

/** When things were said, when they happened, and when that was published: drawn, and as a table. */
export function TimesView({ sheet, timeline }: { readonly sheet: Sheet; readonly timeline: Timeline }) {
  const { marks, others } = timeline
  const [shown, more] = useMore(marks, ROWS)
  const [othersShown, moreOthers] = useMore(others, ROWS)
  return (
    <section class="times" aria-labelledby="app-times">
      <h2 id="app-times" tabIndex={-1}>
        Times
      </h2>
      {marks.length + others.length === 0 && <p class="hint">This text names no time that Hearsay found.</p>}
      {marks.length > 0 && (
        <>
          <TimesDrawing marks={shown} />
          <p class="hint">
            A bar is as long as the text is exact: a month is a month long. Dashed: its borders are left open. A zigzag: a stretch
            cut short.
          </p>
          <table class="key">
            <caption class="hidden">The times in order</caption>
            <Columns names={['When', 'What']} />
            <tbody>
              {shown.map(mark => (
                <Row key={mark.number} sheet={sheet} mark={mark} />
              ))}
            </tbody>
          </table>
          {more}
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>Without a place on the calendar</h3>
          <ul class="unplaced">
            {othersShown.map((moment, index) => (
              <li key={index}>
                <Words sheet={sheet} moments={[moment]} />{' '}
                <span class="kind">
                  {moment.time && TIME_TYPE[moment.time.type]}, <code>{moment.value}</code>
                </span>
                <What sheet={sheet} moment={moment} />
              </li>
            ))}
          </ul>
          {moreOthers}
        </>
      )}
    </section>
  )
}

function Row({ sheet, mark }: { readonly sheet: Sheet; readonly mark: Mark }) {
  return (
    <tr>
      <td class="number">{mark.number}</td>
      <th scope="row">
        <Words sheet={sheet} moments={mark.moments} />
        <span class="facts-of">{whenOf(mark)}</span>
      </th>
      <td>
        <span class={`lane lane-${mark.lane}`}>{LANE[mark.lane]}</span>
        {mark.moments.map((moment, index) => (
          <What key={index} sheet={sheet} moment={moment} />
        ))}
      </td>
    </tr>
  )
}

/** The words of the text for a time, each wording once. */
function Words({ sheet, moments }: { readonly sheet: Sheet; readonly moments: readonly Moment[] }) {
  const texts = moments.flatMap(({ time }) => (time ? [textOf(sheet.reading.article.articleBody, time.span)] : []))
  return (
    <>
      {[...new Set(texts)].map(text => (
        <bdi key={text} class="wording">
          {text}
        </bdi>
      ))}
    </>
  )
}

function What({ sheet, moment }: { readonly sheet: Sheet; readonly moment: Moment }) {
  if (moment.passage === null) return moment.publication === 'updated' ? <span class="facts-of">last changed</span> : null
  return (
    <Jump to={moment.passage}>
      {moment.statement && (
        <>
          <bdi class="name">{nameOf(sheet.speakerOf.get(moment.statement.statement.id))}</bdi>:{' '}
        </>
      )}
      {moment.event && moment.event.modality !== 'asserted' && <span class="modality">{MODALITY[moment.event.modality]}: </span>}
      <ExcerptView sheet={sheet} passage={moment.passage} />
    </Jump>
  )
}

export function whenOf({ moments }: Mark): string {
  const { value, mod, publication } = moments[0]!
  return publication ? dateInWords(value) : `${modInWords(mod)}${valueInWords(value)}`
}
