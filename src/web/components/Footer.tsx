import { METER, meterLine } from '../meter.ts'
import { LIMITS_LINE } from '../view/words.ts'

/** What Hearsay does not say, and how often it errs: on every view. */
export function Footer() {
  const meter = meterLine(METER)
  return (
    <footer class="foot">
      <p class="limits">{LIMITS_LINE}</p>
      {meter && <p class="meter">{meter}</p>}
    </footer>
  )
}
