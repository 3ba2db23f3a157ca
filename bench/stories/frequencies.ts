/**
 * Makes `ontology/document-frequencies.json`: in how many documents of news each stem stands. From the training parts of corpora whose
 * licences let weights learn from them. `HEARSAY_CORPORA=… npx tsx bench/stories/frequencies.ts`
 */
import { writeFileSync } from 'node:fs'
import { termsIn } from '../../src/story/terms.ts'
import { CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

const SETS = ['polnear/train.jsonl.gz', 'ecbplus/train.jsonl.gz', 'timebank/dev.jsonl.gz', 'meantime/all.jsonl.gz']
/** Rarer stems are names of one event, which say nothing about English. */
const LEAST = 3

const folder = corporaFolder()
if (folder === null) console.log(CORPORA_MISSING)
else {
  const counts = new Map<string, number>()
  let documents = 0
  for (const set of SETS) {
    for (const { text } of recordsOf<{ text: string }>(folder, set)) {
      documents++
      for (const stem of new Set(termsIn(text).flatMap(terms => terms.map(term => term.stem)))) {
        counts.set(stem, (counts.get(stem) ?? 0) + 1)
      }
    }
  }
  const groups = new Map<number, string[]>()
  for (const [stem, count] of counts) {
    if (count >= LEAST && !/\s/.test(stem)) groups.set(count, [...(groups.get(count) ?? []), stem])
  }
  const stems = Object.fromEntries([...groups].sort((a, b) => a[0] - b[0]).map(([n, list]) => [n, list.sort().join(' ')]))
  const about = `In how many of ${documents} English news documents each stem of src/story/terms.ts stands; those in fewer than ${LEAST} are left out.`
  const source =
    'Counted over the training parts of PolNeAR and ECB+ (CC BY 3.0), TimeBank and MEANTIME (CC BY 4.0); counts only, no text.'
  writeFileSync(
    new URL('../../ontology/document-frequencies.json', import.meta.url),
    `${JSON.stringify({ about, version: '1', source, documents, stems }, null, 1)}\n`,
  )
  console.log(`${documents} documents, ${counts.size} stems`)
}
