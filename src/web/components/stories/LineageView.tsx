import type { Lineage } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import { notTheSameStory } from '../../story/apart.ts'
import { differencesOf } from '../../story/diff.ts'
import { debtPart, type GraphArc, graphOf } from '../../story/graph.ts'
import { outletOf, publishedOf, type Told } from '../../story/told.ts'
import { COMMON, lineageInWords } from '../../story/words.ts'
import { Columns } from '../Columns.tsx'
import { useMore } from '../more.tsx'
import { Extract } from './Extract.tsx'
import { LineageDrawing } from './LineageDrawing.tsx'
import { ToPassage } from './ToPassage.tsx'
import { useStoryTools } from './tools.ts'

const ROWS = 30

/** Lines of a drawing: of more nobody can follow one with the eye, and beside one another they are wider than any screen. */
const DRAWN_MAX = 80

/** Who took from whom: as a drawing in the order of publication, and as a table with the words side by side. */
export function LineageView({ told }: { readonly told: Told }) {
  const graph = graphOf(told)
  const [shown, more] = useMore(graph.arcs, ROWS)
  if (told.story.articles.length < 2) return null
  return (
    <section class="lineage" aria-labelledby="story-lineage">
      <h2 id="story-lineage">Who took from whom</h2>
      {graph.arcs.length === 0 && <p class="hint">None of these articles was found to have taken from another.</p>}
      {graph.arcs.length > 0 && (
        <>
          {graph.arcs.length <= DRAWN_MAX ? (
            <LineageDrawing told={told} graph={graph} />
          ) : (
            <p class="hint">{graph.arcs.length} lines would be too many for a drawing; the table has them all.</p>
          )}
          <table class="debts">
            <caption class="hidden">The same as a table; each row opens the words side by side</caption>
            <Columns names={['Article', 'What it does', 'Article', 'Share']} />
            {shown.map(arc => (
              <Debt key={arc.number} told={told} arc={arc} />
            ))}
          </table>
          {more}
        </>
      )}
    </section>
  )
}

/** The later article first, as one says it: "B copies A". */
function Debt({ told, arc }: { readonly told: Told; readonly arc: GraphArc }) {
  const { dispatch, state } = useApp()
  const { lineage, number } = arc
  const part = debtPart(lineage)
  const open = state.expanded.has(part)
  return (
    <tbody id={`story-debt-${number}`} data-stop tabIndex={-1}>
      <tr>
        <td class="number">{number}</td>
        <th scope="row">
          <Article told={told} article={lineage.to} />
        </th>
        <td>
          <span class={`debt debt-${lineage.kind}`}>{lineageInWords(lineage)}</span>
          <span class="facts-of">{factsOf(lineage)}</span>
        </td>
        <td>
          <Article told={told} article={lineage.from} />
        </td>
        <td class="share">
          {lineage.kind === 'cite' || lineage.share === 0 ? '–' : `${Math.round(lineage.share * 100)} %`}
          <button
            type="button"
            class="button button-bare"
            aria-expanded={open}
            data-open
            onClick={() => dispatch({ do: 'expand', part })}
          >
            Side by side<span class="hidden"> for number {number}</span>
          </button>
        </td>
      </tr>
      {open && (
        <tr class="side-by-side">
          <td colSpan={5}>
            <SideBySide told={told} lineage={lineage} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Article({ told, article }: { readonly told: Told; readonly article: string }) {
  const found = told.articles.get(article)
  const published = publishedOf(told, article)
  return (
    <>
      <ToPassage told={told} article={article}>
        <bdi>{outletOf(told, article)}</bdi>
      </ToPassage>
      <span class="facts-of">
        article {found?.number}
        {published && `, ${published.words}`}
      </span>
    </>
  )
}

function factsOf({ kind, credited, commonWith, direction, share }: Lineage): string {
  const facts = [commonWith === null ? null : COMMON[commonWith]]
  if (kind !== 'common') facts.push(credited ? 'says so' : 'does not say so')
  if (kind === 'rewrite' && share === 0) facts.push('claim after claim in other words')
  if (direction === 'unclear' && kind !== 'common') facts.push('which took from which is unclear')
  return facts.filter(Boolean).join(', ')
}

const PASSAGES = 8

/** The passages that answer to each other; what only one side has is marked. */
function SideBySide({ told, lineage }: { readonly told: Told; readonly lineage: Lineage }) {
  const { correct, busy } = useStoryTools()
  const [shown, more] = useMore(lineage.evidence, PASSAGES)
  const say = () =>
    correct({ kind: 'not-a-copy', articles: [lineage.from, lineage.to] }, 'Neither counts as taken from the other now.')
  const tellApart = () => correct(...notTheSameStory(told, { leaves: lineage.to, stays: lineage.from }))
  return (
    <>
      <p class="hint">{lineage.kind === 'cite' ? 'What is cited, and where.' : 'Marked: words that stand on one side only.'}</p>
      <ol class="pairs">
        {shown.map(({ from, to }) => {
          const [left, right] = [told.readings.get(from.article), told.readings.get(to.article)]
          const parts =
            left && right && lineage.kind !== 'cite'
              ? differencesOf(
                  { body: left.article.articleBody, span: from.span },
                  { body: right.article.articleBody, span: to.span },
                )
              : null
          return (
            <li key={`${from.span[0]} ${to.span[0]}`} class="pair">
              <Extract told={told} evidence={from} parts={parts?.[0]} sentence={parts === null} />
              <Extract told={told} evidence={to} parts={parts?.[1]} sentence={parts === null} />
            </li>
          )
        })}
      </ol>
      {more}
      <button type="button" class="button button-bare" disabled={busy} onClick={say}>
        Not a copy
      </button>
      <button type="button" class="button button-bare" disabled={busy} onClick={tellApart}>
        Not the same story
      </button>
    </>
  )
}
