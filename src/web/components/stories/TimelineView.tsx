import { type StoryEvent, textOf } from '../../../record/index.ts'
import { type Dated, datedOf } from '../../story/dated.ts'
import { nameOfSpeakerAt } from '../../story/speakerAt.ts'
import { outletOf, statementOf, type Told } from '../../story/told.ts'
import { valueInWords } from '../../view/dates.ts'
import { MODALITY, UNCLEAR_LABEL } from '../../view/words.ts'
import { Columns } from '../Columns.tsx'
import { useMore } from '../more.tsx'
import { OriginBadge } from './OriginBadge.tsx'
import { TimelineDrawing } from './TimelineDrawing.tsx'
import { ToPassage } from './ToPassage.tsx'

const ROWS = 40

/** What is reported to have happened, by when: drawn, and as a table. */
export function TimelineView({ told }: { readonly told: Told }) {
  const dated = datedOf(told)
  const [shown, more] = useMore(dated, ROWS)
  if (dated.length === 0) return null
  return (
    <section class="happened" aria-labelledby="story-timeline">
      <h2 id="story-timeline">Timeline</h2>
      <TimelineDrawing dated={shown} />
      <table class="deeds-of">
        <caption class="hidden">What is reported to have happened, in the order of time</caption>
        <Columns names={['When', 'Who, what, to whom', 'On whose word']} />
        <tbody>
          {shown.map(one => (
            <Row key={one.number} told={told} dated={one} />
          ))}
        </tbody>
      </table>
      {more}
    </section>
  )
}

function Row({ told, dated }: { readonly told: Told; readonly dated: Dated }) {
  const { event, time, number } = dated
  return (
    <tr id={`story-deed-${number}`} tabIndex={-1}>
      <td class="number">{number}</td>
      <th scope="row">{valueInWords(time)}</th>
      <td>
        <Names told={told} of={event.actors} /> <Trigger told={told} event={event} /> <Names told={told} of={event.recipients} />
        {event.modality !== 'asserted' && <span class="facts-of">{MODALITY[event.modality]}</span>}
      </td>
      <td>
        <Words told={told} event={event} />
        {event.origins.map(id => (
          <OriginBadge key={id} told={told} origin={id} />
        ))}
      </td>
    </tr>
  )
}

function Names({ told, of }: { readonly told: Told; readonly of: readonly string[] }) {
  const names = of.map(id => told.entities.get(id)?.name).filter(name => name !== undefined)
  return names.length === 0 ? null : <bdi class="wording-inline">{names.join(', ')}</bdi>
}

/** The words that name the deed, of the first article that has it. */
function Trigger({ told, event }: { readonly told: Told; readonly event: StoryEvent }) {
  const [first] = event.appearances
  const body = first && told.readings.get(first.article)?.article.articleBody
  if (!first || body === undefined) return null
  return (
    <ToPassage told={told} article={first.article} at={first.trigger[0]} class="trigger-link">
      <i>
        <bdi>{first.trigger.map(span => textOf(body, span)).join(' … ')}</bdi>
      </i>
    </ToPassage>
  )
}

function Words({ told, event }: { readonly told: Told; readonly event: StoryEvent }) {
  const words = event.appearances.map(({ article, onWordOf }) => {
    const outlet = outletOf(told, article)
    if (onWordOf === 'outlet') return outlet
    const content = statementOf(told, article, onWordOf)?.content[0]
    const name = content ? nameOfSpeakerAt(told, { article, span: content }) : null
    return `${name ?? UNCLEAR_LABEL}, in ${outlet}`
  })
  return (
    <>
      {[...new Set(words)].map(word => (
        <bdi key={word} class="facts-of">
          {word}
        </bdi>
      ))}
    </>
  )
}
