import type { Evidence } from '../../../record/index.ts'
import { nameOfSpeakerAt } from '../../story/speakerAt.ts'
import { outletOf, type Told } from '../../story/told.ts'
import { useMore } from '../more.tsx'
import { Extract } from './Extract.tsx'

const PAIRS = 10

/** Where somebody's word became the outlet's own: both sentences, side by side. */
export function LostView({ told }: { readonly told: Told }) {
  const lost = told.story.claims.flatMap(claim => claim.lostAttribution.map(one => ({ claim, ...one })))
  const [shown, more] = useMore(lost, PAIRS)
  if (lost.length === 0) return null
  return (
    <section class="lost" aria-labelledby="story-lost">
      <h2 id="story-lost">Attribution lost on the way</h2>
      <p class="hint">What one article gives on somebody’s word, another tells in its own voice.</p>
      <ol class="pairs">
        {shown.map(({ claim, article, span, from, direction }) => (
          <li key={`${claim.id} ${article} ${span[0]}`} class="pair">
            <div>
              <h3>{direction === 'known' ? 'First' : 'In one'}, on somebody’s word</h3>
              <Extract told={told} evidence={from} sentence speaker={<Speaker told={told} at={from} />} />
            </div>
            <div>
              <h3>
                {direction === 'known' ? 'Then' : 'In the other'}, in the voice of <bdi>{outletOf(told, article)}</bdi>
              </h3>
              <Extract told={told} evidence={{ article, span }} sentence />
            </div>
            {direction === 'unclear' && <p class="hint pair-note">Which of them came first is unclear.</p>}
          </li>
        ))}
      </ol>
      {more}
    </section>
  )
}

function Speaker({ told, at }: { readonly told: Told; readonly at: Evidence }) {
  const name = nameOfSpeakerAt(told, at)
  return name === null ? null : <bdi class="name">{name}</bdi>
}
