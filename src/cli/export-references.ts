import type { Article } from '../record/index.ts'
import type { Store } from '../store/store.ts'
import { toldIn } from './export-story.ts'

/** A format for reference managers: what stands before all articles, each of them, and what stands between and behind. */
interface References {
  readonly head: string
  readonly one: (article: Article) => string
  readonly between: string
  readonly tail: string
}

/** Names stay as the article has them: which part of one is the surname is not guessed. */
export const REFERENCES: Readonly<Record<string, References>> = {
  csl: { head: '[', one: csl, between: ',', tail: '\n]\n' },
  ris: { head: '', one: ris, between: '', tail: '' },
  bibtex: { head: '', one: bibtex, between: '', tail: '' },
}

/** The references to all articles of a store, piece by piece, a Story at a time. */
export async function* referencesIn(store: Store, { head, one, between, tail }: References): AsyncGenerator<string> {
  yield head
  let count = 0
  for await (const { readings } of toldIn(store)) {
    for (const { article } of readings) yield `${count++ > 0 ? between : ''}${one(article)}`
  }
  yield tail
}

/** An item of CSL-JSON 1.0.2, as Zotero, Pandoc and others read it. */
function csl(article: Article): string {
  const { id, title, outlet, url, language, authors, date } = partsOf(article)
  const item = {
    id,
    type: 'article-newspaper',
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map(literal => ({ literal })) }),
    ...(outlet && { 'container-title': outlet }),
    ...(date.length > 0 && { issued: { 'date-parts': [date.map(Number)] } }),
    ...(language && { language }),
    ...(url && { URL: url }),
  }
  return `\n${JSON.stringify(item)}`
}

/** A record of RIS (its specification of 2011): a tag, two blanks, a hyphen and a blank begin each line. */
function ris(article: Article): string {
  const { id, title, outlet, url, language, authors, date } = partsOf(article)
  const [year = '', month = '', day = ''] = date
  const lines: readonly (readonly [string, string])[] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ['TI', title],
    ...authors.map(author => ['AU', author] as const),
    ['T2', outlet],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['LA', language],
    ['UR', url],
  ]
  const filled = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`)
  return `${filled.join('')}ER  - \r\n\r\n`
}

/** An entry that BibTeX and BibLaTeX read. The braces within braces keep capitals, and names in one piece. */
function bibtex(article: Article): string {
  const { id, title, outlet, url, language, authors, date } = partsOf(article)
  const [year = '', month = ''] = date
  const fields: readonly (readonly [string, string])[] = [
    ['title', title && `{${tex(title)}}`],
    ['author', authors.map(author => `{${tex(author)}}`).join(' and ')],
    ['journal', tex(outlet)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['date', date.join('-')],
    ['language', language],
    ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
  ]
  const filled = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@article{${key(id)},\n${filled.join('')}}\n\n`
}

/** Ids are anything; a key keeps what BibTeX lets stand there, the rest by its number, so that two never become one. */
const key = (id: string): string => id.replace(/[^\w.:/-]/gu, each => `+${each.codePointAt(0)!.toString(16)}+`)

/** What TeX would take for its own. */
const tex = (text: string): string => text.replace(/[\\{}#$%&_~^]/g, each => TEX[each] ?? `\\${each}`)
const TEX: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' }

/** What a reference is made of, each in one line; the date as its year, month and day, as far as they are known. */
function partsOf({ id, headline, publisher, url, inLanguage, author, datePublished }: Article) {
  const [, ...date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(line(datePublished)) ?? []
  return {
    id: line(id),
    title: line(headline),
    outlet: line(publisher),
    url: line(url),
    language: line(inLanguage),
    authors: author.map(line),
    date: date.filter(part => part !== undefined),
  }
}

const line = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim()
