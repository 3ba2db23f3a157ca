/**
 * How often a deed is found from raw text between the two parties that PLV's lines give. A check beside the golds: the lines name one
 * pair of several, and call agreements and intentions by types of their own. Errors are read on the even lines only; the odd ones say
 * whether what was mended there holds elsewhere.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/events/pairs.ts [--misses]
 */
import { deedsIn } from '../../src/reading/events/deeds.ts'
import type { Span } from '../../src/record/index.ts'
import { CORPORA_MISSING, corporaFolder, recordsOf } from '../corpora.ts'

interface Line {
  readonly sentence: string
  readonly source: string
  readonly target: string
  readonly gold_root: string
}

const CODED: Readonly<Record<string, string>> = { INVESTIGATE: 'ACCUSE', FIGHT: 'ASSAULT' }

/** "X and Y signed", "X and Y met": here both act. */
const MUTUAL = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'FIGHT'])

function main(misses: boolean): void {
  const corpora = corporaFolder()
  if (!corpora) {
    console.log(CORPORA_MISSING)
    return
  }
  const lines = recordsOf<Line>(corpora, 'plover', 'PLV_train.jsonl.gz')
  for (const half of ['even', 'odd'] as const) {
    const some = lines.map((line, at) => ({ ...line, at })).filter(({ at }) => at % 2 === (half === 'even' ? 0 : 1))
    let found = 0
    let typed = 0
    for (const line of some) {
      const deeds = deedsIn(line.sentence, [0, line.sentence.length], null)
      const between = deeds.filter(({ type, actors, recipients }) => {
        const acts = (party: string) => actors.some(span => meets(line.sentence, span, party))
        const suffers = (party: string) => recipients.some(span => meets(line.sentence, span, party))
        return acts(line.source) && (suffers(line.target) || (MUTUAL.has(type) && acts(line.target)))
      })
      const right = between.some(({ type }) => (CODED[type] ?? type) === line.gold_root)
      if (between.length > 0) found++
      if (right) typed++
      if (misses && half === 'even' && !right) {
        const words = (spans: readonly Span[]) => spans.map(span => line.sentence.slice(...span)).join(' + ')
        console.log(`${line.at} ${line.gold_root} ${line.source} > ${line.target}\n  ${line.sentence}`)
        for (const deed of deeds)
          console.log(
            `    ${deed.type} ${deed.modality} ${words([deed.trigger])}: ${words(deed.actors)} > ${words(deed.recipients)}`,
          )
      }
    }
    const share = (part: number) => ((100 * part) / some.length).toFixed(1)
    console.log(
      `${half} lines: ${some.length}, a deed between the given parties ${share(found)} %, with PLV's type ${share(typed)} %`,
    )
  }
}

/** Whether a party's words and the given ones share a word that tells, where the given ones stand in the sentence. */
function meets(sentence: string, span: Span, given: string): boolean {
  for (let at = sentence.indexOf(given); given !== '' && at >= 0; at = sentence.indexOf(given, at + 1)) {
    const shared = sentence.slice(Math.max(at, span[0]), Math.min(at + given.length, span[1]))
    if ((shared.match(/[\p{L}\p{N}]+/gu) ?? []).some(word => !/^(?:the|a|an|of|in|his|its|their|and)$/i.test(word))) return true
  }
  return false
}

main(process.argv.includes('--misses'))
