import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe } from '../../src/reading/describe.ts'
import type { Article, Entity, Span, Statement } from '../../src/record/index.ts'
import { CORPORA_MISSING } from '../corpora.ts'
import { attributionsOf, type GoldSource, readDev, readGold } from './gold.ts'

interface Answer {
  readonly gold: GoldSource
  readonly outcome: 'right' | 'wrong' | 'unclear'
  readonly confidence: number | null
  readonly said: string | null
}

interface Floors {
  readonly pronounRight: number
  readonly nominalRight: number
  readonly allRight: number
  readonly wrongMax: number
}

/** The table of the bench, and whether every floor of `baseline.json` holds. */
export async function run(): Promise<{ lines: string[]; ok: boolean }> {
  const articles = readDev()
  if (!articles) return { lines: [CORPORA_MISSING], ok: true }
  const floors = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')).floors as Floors
  const systems: Record<string, Answer[]> = { hearsay: [], 'nearest person': [], 'always unclear': [] }
  for (const [id, golds] of groupByArticle(readGold())) {
    const article = articles.get(id)
    if (!article) return { lines: [`failed: ${id} is not in the corpus`], ok: false }
    const described = describe(toArticle(id, article.text), attributionsOf(article, golds[0]!.annotator))
    for (const gold of golds) {
      systems.hearsay!.push(answer(article.text, gold, golds, described))
      systems['nearest person']!.push(nearestPerson(article.text, gold, golds, described.entities))
      systems['always unclear']!.push({
        gold,
        outcome: gold.antecedent === null ? 'right' : 'unclear',
        confidence: null,
        said: null,
      })
    }
  }
  const lines = ['system           form       n    right  wrong  unclear']
  for (const [name, answers] of Object.entries(systems)) {
    for (const form of ['pronoun', 'nominal', 'own', 'name', 'all'] as const) lines.push(line(name, form, answers))
  }
  const ours = systems.hearsay!
  lines.push('', ...reliability(ours))
  const ok =
    share(ours, 'pronoun', 'right') >= floors.pronounRight &&
    share(ours, 'nominal', 'right') >= floors.nominalRight &&
    share(ours, 'all', 'right') >= floors.allRight &&
    share(ours, 'all', 'wrong') <= floors.wrongMax
  lines.push('', ok ? 'floors hold' : `below the floors: ${JSON.stringify(floors)}`)
  if (process.argv.includes('--errors')) lines.push('', ...errors(ours))
  return { lines, ok }
}

function groupByArticle(golds: readonly GoldSource[]): Map<string, GoldSource[]> {
  const groups = new Map<string, GoldSource[]>()
  for (const gold of golds) groups.set(gold.article, [...(groups.get(gold.article) ?? []), gold])
  return groups
}

function toArticle(id: string, articleBody: string): Article {
  return {
    id,
    url: null,
    headline: null,
    alternativeHeadline: null,
    articleBody,
    datePublished: null,
    dateModified: null,
    author: [],
    publisher: null,
    inLanguage: 'en',
    dateline: null,
    credits: [],
  }
}

type Described = { readonly statements: readonly Statement[]; readonly entities: readonly Entity[] }

function answer(text: string, gold: GoldSource, golds: readonly GoldSource[], { statements, entities }: Described): Answer {
  const at = gold.source[0]!
  const statement = statements.find(({ source }) => source[0] && source[0][0] === at[0] && source[0][1] === at[1])
  const entity = statement?.speaker ? entities.find(({ id }) => id === statement.speaker)! : null
  if (!entity) return { gold, outcome: gold.antecedent === null ? 'right' : 'unclear', confidence: null, said: null }
  const outcome = isMeant(text, entity, gold, golds) ? 'right' : 'wrong'
  return { gold, outcome, confidence: statement!.speakerConfidence, said: entity.name }
}

/**
 * Whether the entity is the one that is meant: one of its mentions ends where an acceptable one does ("Gov. Ada Lowe", "Lowe";
 * a nominal may also begin with it: "the lawyers" of "the lawyers for the family"), and
 * no more of them stand for somebody else of this article than for the one meant, so that two people in one count as wrong.
 */
function isMeant(text: string, entity: Entity, gold: GoldSource, golds: readonly GoldSource[]): boolean {
  if (gold.antecedent === null) return false
  if (gold.form === 'own')
    return entity.mentions.some(({ span }) => gold.source.some(source => span[0] < source[1] && source[0] < span[1]))
  const other = Math.max(
    0,
    ...golds.map(({ antecedent }) => (antecedent && !isSame(antecedent, gold.antecedent!) ? hits(text, entity, antecedent) : 0)),
  )
  const meant = hits(text, entity, gold.antecedent)
  return meant > 0 && meant >= other
}

const isSame = (a: readonly Span[], b: readonly Span[]): boolean => a.some(x => b.some(y => x[0] === y[0] && x[1] === y[1]))

function hits(text: string, entity: Entity, spans: readonly Span[]): number {
  const named = entity.mentions.filter(({ form }) => form !== 'pronoun')
  return named.filter(({ span, form }) =>
    spans.some(
      ([start, end]) =>
        span[0] < end && start < span[1] && (sameEnd(text, span[1], end) || (form === 'nominal' && span[0] === start)),
    ),
  ).length
}

/** A possessive 's and a full stop may be counted in or not. */
const sameEnd = (text: string, a: number, b: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(Math.min(a, b), Math.max(a, b)).replace(/^['’]s/, ''))

/** The baseline: whichever person was named last before the source. */
function nearestPerson(text: string, gold: GoldSource, golds: readonly GoldSource[], entities: readonly Entity[]): Answer {
  let best: { readonly at: number; readonly entity: Entity } | null = null
  for (const entity of entities) {
    if (entity.kind !== 'person') continue
    for (const { span, form } of entity.mentions) {
      if (form === 'name' && span[1] <= gold.source[0]![0] && (!best || span[0] > best.at)) best = { at: span[0], entity }
    }
  }
  if (!best) return { gold, outcome: gold.antecedent === null ? 'right' : 'unclear', confidence: null, said: null }
  return { gold, outcome: isMeant(text, best.entity, gold, golds) ? 'right' : 'wrong', confidence: null, said: best.entity.name }
}

function share(answers: readonly Answer[], form: GoldSource['form'] | 'all', outcome: Answer['outcome']): number {
  const chosen = answers.filter(({ gold }) => form === 'all' || gold.form === form)
  return (100 * chosen.filter(item => item.outcome === outcome).length) / chosen.length
}

function line(name: string, form: GoldSource['form'] | 'all', answers: readonly Answer[]): string {
  const count = answers.filter(({ gold }) => form === 'all' || gold.form === form).length
  const shares = (['right', 'wrong', 'unclear'] as const).map(outcome => share(answers, form, outcome).toFixed(1).padStart(6))
  return `${name.padEnd(17)}${form.padEnd(9)}${String(count).padStart(4)}  ${shares.join(' ')}`
}

/** How often speakers were right by the probability that was given to them. */
function reliability(answers: readonly Answer[]): string[] {
  const groups = new Map<number, Answer[]>()
  for (const item of answers)
    if (item.confidence !== null) groups.set(item.confidence, [...(groups.get(item.confidence) ?? []), item])
  const rows = [...groups].sort((a, b) => a[0] - b[0])
  const total = rows.reduce((sum, [, items]) => sum + items.length, 0)
  const error = rows.reduce(
    (sum, [given, items]) => sum + Math.abs(given * items.length - items.filter(item => item.outcome === 'right').length),
    0,
  )
  return [
    'given   right   n',
    ...rows.map(([given, items]) => {
      const right = items.filter(item => item.outcome === 'right').length / items.length
      return `${given.toFixed(2)}    ${right.toFixed(2)}    ${items.length}`
    }),
    `expected calibration error ${(error / total).toFixed(3)}`,
  ]
}

function errors(answers: readonly Answer[]): string[] {
  return answers
    .filter(({ outcome }) => outcome !== 'right')
    .map(
      ({ gold, outcome, said, confidence }) =>
        `${outcome} ${gold.form} ${gold.article} ${gold.source[0]} → ${said} ${confidence ?? ''}`,
    )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { lines, ok } = await run()
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
