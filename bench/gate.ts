/** Every bench that has floors, one after the other; ends with status 1 where one falls below. Timings are not among them. */
import { run as attribution } from './attribution/run.ts'
import { run as claims } from './claims/run.ts'
import { run as entities } from './entities/run.ts'
import { run as events } from './events/run.ts'
import { run as extraction } from './extraction/run.ts'
import { run as lineage } from './lineage/run.ts'
import { run as loaded } from './loaded/run.ts'
import { run as origins } from './origins/run.ts'
import { run as places } from './places/run.ts'
import { run as speakers } from './speakers/run.ts'
import { run as stories } from './stories/run.ts'
import { run as times } from './times/run.ts'
import { run as voice } from './voice/run.ts'

let failed = 0
const benches = {
  attribution,
  speakers,
  entities,
  times,
  places,
  events,
  voice,
  loaded,
  extraction,
  lineage,
  stories,
  origins,
  claims,
}
for (const [name, bench] of Object.entries(benches)) {
  const { lines, ok } = await bench()
  console.log(`\n== ${name}${ok ? '' : ': BELOW ITS FLOORS'}\n${lines.join('\n')}`)
  if (!ok) failed++
}
console.log(`\n${Object.keys(benches).length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
