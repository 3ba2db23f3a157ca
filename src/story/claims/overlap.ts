import type { Overlap } from '../lineage/index.ts'
import type { Pairing } from './grouping.ts'
import type { Telling } from './tellings.ts'

/** What articles tell in common, be it that one denies it, for each two of which one tells at least `EXPECTED_MIN` things of the other, both ways round. */
export function overlapsAmong(tellings: readonly Telling[], pairings: readonly Pairing[]): Overlap[] {
  const counts = new Map<string, number>()
  for (const { article } of tellings) counts.set(article, (counts.get(article) ?? 0) + 1)
  const best = new Map<string, Map<string, Map<number, Best>>>()
  const note = (item: number, other: number, score: number) => {
    const [article, there] = [tellings[item]!.article, tellings[other]!.article]
    const byOther = best.get(article) ?? new Map<string, Map<number, Best>>()
    const byItem = byOther.get(there) ?? new Map<number, Best>()
    best.set(article, byOther.set(there, byItem))
    if (score > (byItem.get(item)?.score ?? 0)) byItem.set(item, { score, other })
  }
  for (const { a, b, likeness } of pairings) {
    if (tellings[a]!.article === tellings[b]!.article) continue
    const likely = likeness.apart === null ? likeness.near : 0
    note(a, b, likely)
    note(b, a, likely)
  }
  return [...best].flatMap(([article, byOther]) =>
    [...byOther].flatMap(([other, byItem]) => {
      const found = [...byItem].map(([item, { score, other: there }]) => ({
        one: tellings[item]!,
        score,
        there: tellings[there]!,
      }))
      const sum = (some: readonly { readonly score: number }[]) => some.reduce((all, { score }) => all + score, 0)
      const shared = sum(found)
      if (shared < EXPECTED_MIN) return []
      const own = found.filter(({ one }) => one.statement === null)
      const likely = found.filter(({ score }) => score >= LIKELY_MIN).sort((x, y) => x.one.span[0] - y.one.span[0])
      return [
        {
          article,
          other,
          shared,
          sharedSentences: sum(onePerSentence(found)),
          sharedOwn: sum(onePerSentence(own)),
          sharedTaken: sum(onePerSentence(own.filter(({ there }) => there.statement !== null))),
          tellings: counts.get(article)!,
          evidence: likely.map(({ one, there }) => ({ here: one.span, there: there.span })),
        },
      ]
    }),
  )
}

/** The likeliest of each sentence: its clauses tell one thing on. */
function onePerSentence<T extends { readonly one: Telling; readonly score: number }>(found: readonly T[]): T[] {
  const best = new Map<number, T>()
  for (const each of found) {
    const known = best.get(each.one.sentence)
    if (known === undefined || each.score > known.score) best.set(each.one.sentence, each)
  }
  return [...best.values()]
}

interface Best {
  readonly score: number
  readonly other: number
}

/** Less in common says nothing of who took from whom. */
const EXPECTED_MIN = 2
/** What is shown for it is more likely one than not. */
const LIKELY_MIN = 0.6
