import { useMemo } from 'preact/hooks'
import type { Corrected } from '../../../record/index.ts'
import { claimsOf } from '../../story/claims.ts'
import { quotationsOf } from '../../story/quotes.ts'
import { outletOf, type Told } from '../../story/told.ts'
import { count } from '../../story/words.ts'
import { ArticlesView } from './ArticlesView.tsx'
import { ClaimsView } from './ClaimsView.tsx'
import { CorrectionsLog } from './CorrectionsLog.tsx'
import { DisagreementsView } from './DisagreementsView.tsx'
import { HeardView } from './HeardView.tsx'
import { LineageView } from './LineageView.tsx'
import { LostView } from './LostView.tsx'
import { HELD_MAX } from './load.ts'
import { OriginsView } from './OriginsView.tsx'
import { QuotesView } from './QuotesView.tsx'
import { StoryHead } from './StoryHead.tsx'
import { TimelineView } from './TimelineView.tsx'
import { useStoryTools } from './tools.ts'

interface Props {
  readonly told: Told
  readonly log: readonly Corrected[]
}

/** Everything that is told about a story, part by part; the origins stand beside it on wide screens. */
export function StorySections({ told, log }: Props) {
  const { busy, undo } = useStoryTools()
  const claims = useMemo(() => claimsOf(told), [told])
  return (
    <>
      <StoryHead told={told} />
      <HowMuchIsHeld told={told} />
      <Contents told={told} log={log} />
      <div class="story-columns">
        <OriginsView told={told} />
        <div class="story-main">
          <ClaimsView told={told} claims={claims} />
          <DisagreementsView told={told} />
          <LostView told={told} />
          <QuotesView told={told} />
          <LineageView told={told} />
          <HeardView told={told} />
          <TimelineView told={told} />
          <ArticlesView told={told} />
          {log.length > 0 && (
            <section class="corrections" aria-labelledby="story-corrections">
              <h2 id="story-corrections">Corrections</h2>
              <CorrectionsLog
                log={log}
                busy={busy}
                undo={undo}
                outlet={article => (told.articles.has(article) ? outletOf(told, article) : null)}
              />
            </section>
          )}
        </div>
      </div>
    </>
  )
}

/** Where the words of some articles are not here yet, or are too many for one page: that, since quotations are compared among those that are. */
function HowMuchIsHeld({ told }: { readonly told: Told }) {
  const { readings, coming, story } = told
  const all = count(story.articles.length, 'article')
  return (
    <p class={coming.size > 0 || story.articles.length > HELD_MAX ? 'hint' : 'hidden'} role="status">
      {coming.size > 0 && `The words of ${readings.size} of ${all} are here so far; the rest is on its way.`}
      {coming.size === 0 &&
        story.articles.length > HELD_MAX &&
        `The words of the first ${HELD_MAX} of ${all} are here; those of the others are on their own pages. Quotations are compared among the first.`}
    </p>
  )
}

/** The way to each part that this story has. */
function Contents({ told, log }: Props) {
  const { story } = told
  const lost = story.claims.reduce((sum, { lostAttribution }) => sum + lostAttribution.length, 0)
  const parts: readonly (readonly [id: string, name: string, count: number])[] = [
    ['origins', 'Origins', story.origins.length],
    ['claims', 'Claims', story.claims.length],
    ['disagreements', 'Differences', story.disagreements.length],
    ['lost', 'Lost attributions', lost],
    ['quotes', 'Quotations', quotationsOf(told).length],
    ['lineage', 'Who took from whom', story.lineage.length],
    ['heard', 'Who is heard', story.heard.length],
    ['timeline', 'Timeline', story.timeline.length],
    ['articles', 'Articles', story.articles.length],
    ['corrections', 'Corrections', log.length],
  ]
  return (
    <nav class="contents" aria-label="Parts of this story">
      <ul>
        {parts
          .filter(([, , count]) => count > 0)
          .map(([id, name, count]) => (
            <li key={id}>
              <a href={`#story-${id}`}>
                {name} <span class="contents-count">{count}</span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
