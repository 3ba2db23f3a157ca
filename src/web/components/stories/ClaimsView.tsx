import type { ToldClaim } from '../../story/claims.ts'
import type { Told } from '../../story/told.ts'
import { useMore } from '../more.tsx'
import { ClaimRow } from './ClaimRow.tsx'

const CLAIMS = 25

/** What is claimed, in the order of how much it is told. */
export function ClaimsView({ told, claims }: { readonly told: Told; readonly claims: readonly ToldClaim[] }) {
  const [shown, more] = useMore(claims, CLAIMS)
  return (
    <section class="claims" aria-labelledby="story-claims">
      <h2 id="story-claims">What is claimed, and on whose word</h2>
      {claims.length === 0 && <p class="hint">No claim was found that could be counted.</p>}
      <ol class="claim-list">
        {shown.map(claim => (
          <ClaimRow key={claim.claim.id} told={told} told1={claim} />
        ))}
      </ol>
      {more}
    </section>
  )
}
