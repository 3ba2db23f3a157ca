import type { Heard, Lineage, Reading } from '../../record/index.ts'
import type { Lookup } from '../merging/merged.ts'

/**
 * Every party of a story, and how often it speaks itself over the articles held here: those that are copies of another are left out,
 * since what they print was counted there. `sought` is set where any article says that it was asked, a copy too.
 */
export function heardIn(given: {
  readonly readings: readonly Reading[]
  readonly entityOf: Lookup
  readonly lineage: readonly Lineage[]
}): readonly Heard[] {
  const { readings, entityOf, lineage } = given
  const copies = copiesIn(lineage, new Map(readings.map(({ article }, rank) => [article.id, rank])))
  const all = new Map<string, { entity: string; direct: number; indirect: number; doubted: number; sought: boolean }>()
  for (const { article, heard } of readings) {
    for (const { entity: own, direct, indirect, doubted, sought } of heard ?? []) {
      const entity = entityOf(article.id, own)
      if (entity === null) continue
      const party = all.get(entity) ?? { entity, direct: 0, indirect: 0, doubted: 0, sought: false }
      all.set(entity, party)
      party.sought ||= sought
      if (copies.has(article.id)) continue
      party.direct += direct
      party.indirect += indirect
      party.doubted += doubted
    }
  }
  return [...all.values()].sort((a, b) => numberOf(a.entity) - numberOf(b.entity))
}

/** Articles that are copies; where it is unclear which of two is, the later. */
function copiesIn(lineage: readonly Lineage[], ranks: ReadonlyMap<string, number>): ReadonlySet<string> {
  const copies = lineage.filter(({ kind }) => kind === 'copy')
  return new Set(
    copies.map(({ from, to, direction }) => (direction === 'unclear' && ranks.get(from)! > ranks.get(to)! ? from : to)),
  )
}

const numberOf = (id: string): number => Number(id.slice(1))
