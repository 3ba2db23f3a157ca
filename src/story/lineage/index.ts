/**
 * For the folders that build on it: `readLineage(readings, rulings)` gives a story's links (`record/story.ts`); `sourcingOf(reading, outletsOf(readings))` what one article says it has
 * from where, sentence by sentence; `familyOf(publisher)` who publishes it; `outletKey(publisher)` is equal for two names of one outlet.
 */
export { outletsOf } from './article.ts'
export { readLineage } from './lineage.ts'
export { familyOf, listedKey, outletKey } from './outlets.ts'
export { type Overlap, retellings, withRetellings } from './retold.ts'
export { type Sourcing, sourcingOf } from './sourcing.ts'
