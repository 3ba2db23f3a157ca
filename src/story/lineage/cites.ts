import { overlaps, type Span } from '../../record/index.ts'
import type { Told } from './article.ts'
import { type Stems, stemsBySentence } from './parallel.ts'
import { earlier } from './published.ts'
import type { Sourcing } from './sourcing.ts'

/** One place in an article that names another article's outlet as where it has something from. */
export interface Cite {
  /** Indices. */
  readonly from: number
  readonly to: number
  readonly sourcing: Sourcing
  /** The sentence in `from` that is most like the one that cites it. */
  readonly cited: Span
  readonly citing: Span
}

/**
 * Every citation of an outlet that has an article in the story, with the one of its articles that tells most of what the citing sentence tells. An outlet's name alone
 * links nothing: where none of its articles tells any of it, or all came later, there is no link.
 */
export function citesIn(told: readonly Told[]): Cite[] {
  const byOutlet = new Map<string, number[]>()
  told.forEach(({ outlet }, at) => {
    if (outlet !== null) byOutlet.set(outlet, [...(byOutlet.get(outlet) ?? []), at])
  })
  return told.flatMap((article, to) =>
    article.sourcing.flatMap((sourcing): Cite[] => {
      const candidates = (sourcing.key !== null && sourcing.key !== article.outlet && byOutlet.get(sourcing.key)) || []
      const found = candidates
        .filter(from => from !== to && earlier(article.published, told[from]!.published) !== 'a')
        .map(from => bestOf({ told, from, to, sourcing }))
        .filter(match => match.stems >= CITED_STEMS)
      const best = found.sort((x, y) => y.score - x.score || x.cite.from - y.cite.from)[0]
      return best ? [best.cite] : []
    }),
  )
}

/** Telling words that the citing sentence or its neighbour has in common with the article cited. */
const CITED_STEMS = 2

interface Looked {
  readonly told: readonly Told[]
  readonly from: number
  readonly to: number
  readonly sourcing: Sourcing
}

function bestOf({ told, from, to, sourcing }: Looked): { readonly cite: Cite; readonly score: number; readonly stems: number } {
  const [source, article] = [told[from]!, told[to]!]
  const stems = stemsOf(article, sourcing)
  const others = stemsBySentence(source.text)
  let best = 0
  let most = -1
  others.forEach((other, at) => {
    const score = common(stems, other).weight
    if (score > most) [best, most] = [at, score]
  })
  const all = common(stems, new Map(others.flatMap(other => [...other])))
  const cited = source.text.sentences[best] ?? [0, 0]
  return { cite: { from, to, sourcing, cited, citing: sourcing.sentence ?? sourcing.span }, score: all.weight, stems: all.count }
}

/** What the citing sentence tells, and the next one, which often goes on with it; for a credit the whole article. The name itself is left out. */
function stemsOf({ text }: Told, { sentence, name }: Sourcing): Stems {
  const all = stemsBySentence(text)
  const at = sentence === null ? -1 : text.sentences.findIndex(each => overlaps(each, sentence))
  const stems = new Map((at === -1 ? all : all.slice(at, at + 2)).flatMap(each => [...each]))
  const named = name.toLowerCase()
  return new Map([...stems].filter(([stem]) => !named.includes(stem)))
}

function common(a: Stems, b: Stems): { readonly weight: number; readonly count: number } {
  let weight = 0
  let count = 0
  for (const [stem, each] of a) {
    if (!b.has(stem)) continue
    weight += each
    count++
  }
  return { weight, count }
}
