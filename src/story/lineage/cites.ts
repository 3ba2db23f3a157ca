import { overlaps, type Span } from '../../record/index.ts'
import type { Told } from './article.ts'
import { namesIssuer } from './kind.ts'
import { earlier } from './published.ts'
import type { Sourcing } from './sourcing.ts'
import { type Stems, stemsBySentence } from './stems.ts'

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
 * Every citation of an outlet that has an article in the story, with the one of its articles that tells most of what the citing sentence tells; and of a release that is held,
 * where its issuer is named. A name alone links nothing: where none of the articles tells any of it, all came later, or the day that it names is another, there is no link.
 */
export function citesIn(told: readonly Told[]): Cite[] {
  const byOutlet = new Map<string, number[]>()
  told.forEach(({ outlet }, at) => {
    if (outlet !== null) byOutlet.set(outlet, [...(byOutlet.get(outlet) ?? []), at])
  })
  const releases = told.flatMap(({ isRelease }, at) => (isRelease ? [at] : []))
  return told.flatMap((article, to) =>
    article.sourcing.flatMap((sourcing): Cite[] => {
      const ofOutlet = (sourcing.key !== null && sourcing.key !== article.outlet && byOutlet.get(sourcing.key)) || []
      const found = [...ofOutlet, ...releases.filter(from => citesRelease(article, told[from]!, sourcing))]
        .filter(from => from !== to && earlier(article.published, told[from]!.published) !== 'a')
        .filter(from => isOfDay(article, sourcing, told[from]!.published))
        .map(from => bestOf({ told, from, to, sourcing }))
        .filter(({ stems, share }) => stems >= CITED_STEMS && share >= CITED_SHARE)
      const most = Math.max(...found.map(({ score }) => score))
      const best = found.filter(({ score }) => score >= most * AS_LIKE).at(-1)
      return best ? [best.cite] : []
    }),
  )
}

/** "The Courier reported on Thursday" means no article of the Monday before. Who works through the night names the day before or after. */
function isOfDay({ text: { body } }: Told, { span }: Sourcing, published: string | null): boolean {
  const [, named] = REPORTED_ON.exec(body.slice(span[0], span[1] + DAY_UNITS)) ?? []
  const date = new Date(published?.slice(0, 'yyyy-mm-dd'.length) ?? '')
  if (named === undefined || Number.isNaN(date.getTime())) return true
  const apart = (WEEKDAYS.indexOf(named) - date.getUTCDay() + WEEKDAYS.length) % WEEKDAYS.length
  return apart <= 1 || apart === WEEKDAYS.length - 1
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const REPORTED_ON = new RegExp(String.raw`\b(?:said|says|reported|reports|wrote|writes|announced)\son\s(${WEEKDAYS.join('|')})\b`)
const DAY_UNITS = ' on Wednesday'.length

/** What two sentences of the article cited have of the telling words of the citing one: that it is of the same event alone is not enough. */
const CITED_STEMS = 2
const CITED_SHARE = 0.25
/** News is cited while it is new: of articles that are about as like, the last one before. */
const AS_LIKE = 0.7

/** "The company writes in its press release", in an article that names the company, in full or by the first word of its name. */
function citesRelease(article: Told, release: Told, { kind, name, span }: Sourcing): boolean {
  if (kind !== 'release' || article.isRelease || !PAPER.test(name)) return false
  const [head = ''] = /^\S+(?=\s|$)(?!\sof\s)/.exec(release.text.reading.article.publisher ?? '') ?? []
  const before = article.text.body.slice(0, span[1])
  return namesIssuer(article, release) || (head !== '' && before.split(/[^\p{L}\p{N}&-]/u).includes(head))
}

const PAPER = /(?:statement|release|communiqu[eé]|announcement)$/i

interface Looked {
  readonly told: readonly Told[]
  readonly from: number
  readonly to: number
  readonly sourcing: Sourcing
}

interface Match {
  readonly cite: Cite
  /** The weight of what the citing sentence has in common with the whole article. */
  readonly score: number
  /** The same with one sentence of it and the next, as a share of all that the citing sentence tells. */
  readonly share: number
  readonly stems: number
}

function bestOf({ told, from, to, sourcing }: Looked): Match {
  const [source, article] = [told[from]!, told[to]!]
  const stems = stemsOf(article, sourcing)
  const { all } = stemsBySentence(source.text)
  const windows = all.map((each, at) => common(stems, new Map([...each, ...(all[at + 1] ?? [])])))
  const best = windows.reduce((most, { weight }, at) => (weight > windows[most]!.weight ? at : most), 0)
  const weight = [...stems.values()].reduce((sum, each) => sum + each, 0)
  const whole = common(stems, new Map(all.flatMap(each => [...each])))
  return {
    cite: { from, to, sourcing, cited: source.text.sentences[best] ?? [0, 0], citing: sourcing.sentence ?? sourcing.span },
    score: whole.weight,
    share: sourcing.sentence === null || weight === 0 ? 1 : (windows[best]?.weight ?? 0) / weight,
    stems: windows[best]?.count ?? 0,
  }
}

/**
 * What the citing sentence tells, the name itself left out; with the next sentence, which often goes on with it, where that is little. For a credit the whole article.
 */
function stemsOf({ text }: Told, { sentence, name }: Sourcing): Stems {
  const { all } = stemsBySentence(text)
  const named = name.toLowerCase()
  const told = (each: readonly Stems[]): Stems =>
    new Map(each.flatMap(stems => [...stems].filter(([stem]) => !named.includes(stem))))
  const at = sentence === null ? -1 : text.sentences.findIndex(each => overlaps(each, sentence))
  if (at === -1) return told(all)
  const alone = told(all.slice(at, at + 1))
  return alone.size >= CITING_STEMS ? alone : told(all.slice(at, at + 2))
}

const CITING_STEMS = 4

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
