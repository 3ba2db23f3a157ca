import { extentOf, type Span, textOf } from '../../../record/index.ts'
import { differencesOf } from '../../story/diff.ts'
import { type Cut, type Quoted, quotationsOf } from '../../story/quotes.ts'
import { outletOf, type Told } from '../../story/told.ts'
import { count } from '../../story/words.ts'
import { UNCLEAR_LABEL } from '../../view/words.ts'
import { useMore } from '../more.tsx'
import { OnlyHere } from './OnlyHere.tsx'
import { ToPassage } from './ToPassage.tsx'

const QUOTATIONS = 8

/** One quotation as several outlets cut it, each under its own verb. */
export function QuotesView({ told }: { readonly told: Told }) {
  const quotations = quotationsOf(told)
  const [shown, more] = useMore(quotations, QUOTATIONS)
  if (quotations.length === 0) return null
  return (
    <section class="quotes" aria-labelledby="story-quotes">
      <h2 id="story-quotes">Same words, other cuts</h2>
      <p class="hint">
        One quotation as each outlet prints it, the longest first. Marked: what the longest has not, and in the longest what none
        of the others has.
      </p>
      {shown.map(quoted => (
        <QuotedView key={`${quoted.claim.id} ${quoted.speaker}`} told={told} quoted={quoted} />
      ))}
      {more}
    </section>
  )
}

function QuotedView({ told, quoted }: { readonly told: Told; readonly quoted: Quoted }) {
  const name = quoted.speaker === null ? UNCLEAR_LABEL : (told.entities.get(quoted.speaker)?.name ?? UNCLEAR_LABEL)
  return (
    <table class="cuts">
      <caption>
        <bdi>{name}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col">Verb</th>
          <th scope="col">Words</th>
        </tr>
      </thead>
      <tbody>
        {quoted.cuts.map((cut, index) => (
          <CutRow key={index} told={told} cut={cut} longest={quoted.cuts[0]!} others={quoted.cuts.slice(1)} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly told: Told
  readonly cut: Cut
  readonly longest: Cut
  readonly others: readonly Cut[]
}

function CutRow({ told, cut, longest, others }: RowProps) {
  const { article } = cut.appearance
  const side = sideOf(told, cut)
  const cue = extentOf(cut.statement.cue)
  const isLongest = cut === longest
  const missing = isLongest ? 0 : wordsOnlyIn(sideOf(told, longest), side)
  const parts = isLongest
    ? others.length === 1
      ? differencesOf(side, sideOf(told, others[0]!))[0]
      : [{ span: side.span, shared: true }]
    : differencesOf(sideOf(told, longest), side)[1]
  return (
    <tr>
      <th scope="row">
        <ToPassage told={told} article={article} at={side.span}>
          <bdi>{outletOf(told, article)}</bdi>
        </ToPassage>
      </th>
      <td class="verb">{cue ? <bdi>{textOf(side.body, cue)}</bdi> : <span class="unknown">no verb</span>}</td>
      <td class="cut-words" dir="auto">
        <OnlyHere body={side.body} parts={parts} />
        {missing > 0 && <span class="facts-of">leaves out {count(missing, 'word')} of the longest</span>}
      </td>
    </tr>
  )
}

function sideOf({ readings }: Told, { appearance }: Cut): { readonly body: string; readonly span: Span } {
  const body = readings.get(appearance.article)?.article.articleBody ?? ''
  return { body, span: extentOf(appearance.spans) ?? [0, 0] }
}

type Side = ReturnType<typeof sideOf>

function wordsOnlyIn(longest: Side, other: Side): number {
  return differencesOf(longest, other)[0]
    .filter(({ shared }) => !shared)
    .reduce((sum, { span }) => sum + (textOf(longest.body, span).match(/\S+/g)?.length ?? 0), 0)
}
