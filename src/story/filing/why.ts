import type { Features } from '../features.ts'
import type { Why } from '../store.ts'
import type { Compared } from './apart.ts'
import { sameText } from './likeness.ts'
import type { Pool } from './pool.ts'
import { preparedOf } from './prepared.ts'

interface Reasons {
  readonly pool: Pool
  readonly compared: Compared
}

/** So many names, words, numbers are shown. */
const SHOWN = 6

/** Why articles stand with others: a person's ruling, or what the two that are likest share, as the first of them writes it. */
export function whyTogether(articles: readonly string[], others: readonly string[], reasons: Reasons): readonly Why[] {
  const ruled = reasons.pool.rulings.filter(
    ({ a, b, together }) =>
      together && ((articles.includes(a) && others.includes(b)) || (articles.includes(b) && others.includes(a))),
  )
  if (ruled.length > 0) {
    const { a, b } = ruled[0]!
    return [{ kind: 'person', what: [], article: articles.includes(a) ? b : a }]
  }
  const pair = likestOf(articles, others, reasons.compared)
  return pair === null ? [] : shared(pair.one, pair.other, pair.likeness)
}

/** Why an article stands alone: the one that is likest to it, with the figure that was too low; or that there is none. */
export function whyApart(article: string, reasons: Reasons): readonly Why[] {
  const others = reasons.pool.articles.map(each => each.article).filter(id => id !== article)
  const pair = likestOf([article], others, reasons.compared)
  const alone: Why = { kind: 'alone', what: [], article: null }
  return pair === null ? [alone] : [alone, likeness(pair.likeness, pair.other)]
}

function likestOf(articles: readonly string[], others: readonly string[], { pool, links }: Compared) {
  let best: { readonly one: Features; readonly other: Features; readonly likeness: number } | null = null
  pool.forEach((one, i) => {
    if (!articles.includes(one.article)) return
    pool.forEach((other, j) => {
      if (i === j || !others.includes(other.article)) return
      if (best === null || links[i]![j]! > best.likeness) best = { one, other, likeness: links[i]![j]! }
    })
  })
  return best as { readonly one: Features; readonly other: Features; readonly likeness: number } | null
}

function shared(one: Features, other: Features, odds: number): readonly Why[] {
  const [own, theirs] = [preparedOf(one), preparedOf(other)]
  const names = new Set(one.profile.names)
  const common = [...own.words.keys()].filter(stem => theirs.words.has(stem))
  const kinds: readonly (readonly [Why['kind'], readonly string[]])[] = [
    ['names', common.filter(stem => names.has(stem) && !stem.startsWith('@'))],
    ['places', common.filter(stem => stem.startsWith('@'))],
    ['headline', [...own.head.keys()].filter(stem => theirs.head.has(stem))],
    [
      'words',
      one.terms.flatMap(({ term }) => (theirs.words.has(term) && !names.has(term) && !term.startsWith('@') ? [term] : [])),
    ],
    ['numbers', [...own.numbers.keys()].filter(number => theirs.numbers.has(number))],
  ]
  const why: Why[] = sameText(one, other) ? [{ kind: 'text', what: [], article: other.article }] : []
  for (const [kind, stems] of kinds) {
    const what = [...new Set(stems.flatMap(stem => one.profile.written[stem] ?? (stem.startsWith('@') ? [] : [stem])))].slice(
      0,
      SHOWN,
    )
    if (what.length > 0) why.push({ kind, what, article: other.article })
  }
  return [...why, likeness(odds, other)]
}

/** The figure: the odds as a share of one, to two digits, cut off and not rounded so that none is 1. */
function likeness(odds: number, { article }: Features): Why {
  return { kind: 'likeness', what: [(Math.floor(100 / (1 + Math.exp(-odds))) / 100).toFixed(2)], article }
}
