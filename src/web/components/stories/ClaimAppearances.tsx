import { type Appearance, type Claim, extentOf, textOf } from '../../../record/index.ts'
import { speakerOf, statementOf, type Told } from '../../story/told.ts'
import { JOINED, STANCE } from '../../story/words.ts'
import { useMore } from '../more.tsx'
import { NotTheSameClaim, WrongSpeaker } from './AppearanceCorrections.tsx'
import { Extract } from './Extract.tsx'
import { OriginCard } from './OriginCard.tsx'

interface Props {
  readonly told: Told
  readonly claim: Claim
}

const APPEARANCES = 12

/** Every place where a claim is told, each with its words, its speaker, its outlet, and why it counts as the same claim. */
export function ClaimAppearances({ told, claim }: Props) {
  const [shown, more] = useMore(claim.appearances, APPEARANCES)
  return (
    <div class="appearances">
      {claim.origins.length > 0 && (
        <ul class="origin-list">
          {claim.origins.map(id => {
            const origin = told.origins.get(id)
            return origin && <OriginCard key={id} told={told} origin={origin} />
          })}
        </ul>
      )}
      <ol>
        {shown.map((appearance, index) => (
          <li key={`${appearance.article} ${index}`}>
            <AppearanceView told={told} claim={claim} appearance={appearance} />
          </li>
        ))}
      </ol>
      {more}
    </div>
  )
}

function AppearanceView({ told, claim, appearance }: Props & { readonly appearance: Appearance }) {
  const { article, statement: id, spans, stance, why } = appearance
  const span = extentOf(spans)
  const statement = statementOf(told, article, id)
  const cue = statement && extentOf(statement.cue)
  const body = told.readings.get(article)?.article.articleBody ?? ''
  const unclear = id !== null && appearance.speaker === null
  const speaker = (
    <>
      <bdi class={unclear ? 'name unclear' : 'name'}>{speakerOf(told, appearance)}</bdi>
      {cue && (
        <>
          {' '}
          <i>
            <bdi>{textOf(body, cue)}</bdi>
          </i>
        </>
      )}
      {(stance !== 'asserts' || (id !== null && !cue)) && <span class="kind"> · {STANCE[stance]}</span>}
    </>
  )
  if (span === null) return null
  return (
    <>
      <Extract told={told} evidence={{ article, span }} speaker={speaker} />
      {why.length > 0 && (
        <p class="joined">
          counted as the same claim:{' '}
          {why.map(({ kind, what }, index) => (
            <span key={index}>
              {index > 0 && '; '}
              {JOINED[kind]}
              {what.length > 0 && (
                <>
                  : <bdi>{what.join(', ')}</bdi>
                </>
              )}
            </span>
          ))}
        </p>
      )}
      <div class="row">
        {claim.appearances.length > 1 && <NotTheSameClaim told={told} claim={claim} appearance={appearance} />}
        {statement !== null && <WrongSpeaker told={told} appearance={appearance} />}
      </div>
    </>
  )
}
