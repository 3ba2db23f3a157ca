import { Fragment } from 'preact'
import { type Claim, piecesOf } from '../../../record/index.ts'
import { useApp } from '../../context.ts'
import type { ToldClaim, Word } from '../../story/claims.ts'
import { type Standing, standingOf } from '../../story/standing.ts'
import { outletOf, type Told } from '../../story/told.ts'
import { count, listed, originsInWords, STANCE } from '../../story/words.ts'
import { ClaimAppearances } from './ClaimAppearances.tsx'
import { OriginBadge } from './OriginBadge.tsx'

interface Props {
  readonly told: Told
  readonly told1: ToldClaim
}

/** One claim: its words, on whose word it is told, on how many origins it rests; opened, every appearance. */
export function ClaimRow({ told, told1 }: Props) {
  const { dispatch, state } = useApp()
  const { claim, number, articles, words } = told1
  const part = `claim ${claim.id}`
  const open = state.expanded.has(part)
  const standing = standingOf(claim, told.story.origins, state.away)
  const fallen = standing.gone.length > 0 && standing.left.length === 0
  return (
    <li class={fallen ? 'claim fallen' : 'claim'} data-stop tabIndex={-1} aria-labelledby={`app-${part.replace(' ', '-')}`}>
      <span class="claim-number" aria-hidden="true">
        {number}
      </span>
      <div class="claim-main">
        <p class="claim-text" id={`app-${part.replace(' ', '-')}`} dir="auto">
          {piecesOf(claim).map((piece, index) => (
            <Fragment key={index}>
              {index > 0 && <span class="gap-mark"> […] </span>}
              {piece}
            </Fragment>
          ))}
        </p>
        <p class="claim-wording">
          in the words of <bdi>{outletOf(told, wordingOf(claim))}</bdi>
        </p>
        <ul class="words-of">
          {words.map((word, index) => (
            <WordChip key={index} told={told} word={word} />
          ))}
        </ul>
        <p class="claim-origins">
          <span class="claim-badges">
            {claim.origins.map(id => (
              <OriginBadge key={id} told={told} origin={id} away={state.away.has(id)} />
            ))}
          </span>
          <button type="button" class="range" aria-expanded={open} data-open onClick={() => dispatch({ do: 'expand', part })}>
            {claim.origins.length === 0 ? 'no origin of its own' : originsInWords(claim.independentOrigins)}
            <span class="claim-told">
              {' '}
              in {count(articles, 'article')}
              <span class="hidden">: show every appearance</span>
            </span>
          </button>
          {claim.lostAttribution.length > 0 && (
            <span class="claim-lost">attribution lost in {count(claim.lostAttribution.length, 'article')}</span>
          )}
        </p>
        <StandingLine told={told} standing={standing} />
        {open && <ClaimAppearances told={told} claim={claim} />}
      </div>
    </li>
  )
}

function WordChip({ told, word }: { readonly told: Told; readonly word: Word }) {
  const { speaker, stance, kind, appearances } = word
  const outlets = [...new Set(appearances.map(({ article }) => outletOf(told, article)))]
  return (
    <li class={`voice voice-${stance}`}>
      {kind === 'outlet' ? (
        <>
          <bdi class="name">{listed(outlets)}</bdi>{' '}
          <span class="stance">in {outlets.length === 1 ? 'its' : 'their'} own voice</span>
          {stance !== 'asserts' && <span class="stance">, {STANCE[stance]}</span>}
        </>
      ) : (
        <>
          <bdi class={kind === 'unclear' ? 'name unclear' : 'name'}>{speaker}</bdi> <span class="stance">{STANCE[stance]}</span>{' '}
          <span class="voice-outlets">
            in <bdi>{listed(outlets)}</bdi>
          </span>
        </>
      )}
    </li>
  )
}

/** Without the origins that were taken away: what that means for this claim, in words. */
function StandingLine({ told, standing }: { readonly told: Told; readonly standing: Standing }) {
  const { left, gone, range } = standing
  if (gone.length === 0) return null
  const letters = (ids: readonly string[]) => listed(ids.map(id => told.letters.get(id) ?? '?'))
  if (left.length === 0)
    return <p class="still still-fallen">Rests on {letters(gone)} alone: without it, nothing held here carries it.</p>
  if (range[0] === 0) {
    return (
      <p class="still still-doubtful">
        Still stands on {letters(left)}, unless that is the same as {letters(gone)}.
      </p>
    )
  }
  return (
    <p class="still">
      Still stands on {letters(left)}: {originsInWords(range)}.
    </p>
  )
}

/** The article that the claim's wording is taken from. */
function wordingOf({ text, appearances }: Claim): string {
  return (appearances.find(one => one.text === text) ?? appearances[0])?.article ?? ''
}
