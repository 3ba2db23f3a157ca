/**
 * Names with their kinds, nominals and pronouns of the entities, against what annotators marked; with the link head and by the rules alone.
 *
 *   HEARSAY_CORPORA=… npx tsx bench/entities/run.ts
 */
import { readFileSync } from 'node:fs'
import { describe } from '../../src/reading/describe.ts'
import { hear, openTools } from '../../src/reading/read.ts'
import { decode } from '../../src/reading/tagger/decode.ts'
import type { Entity, Mention } from '../../src/record/index.ts'
import { overlaps } from '../../src/record/index.ts'
import { bareArticle } from '../articles.ts'
import { type BenchResult, CORPORA_MISSING, corporaFolder } from '../corpora.ts'
import { type GoldMention, type GoldText, isMention, readEcb, readGum, readMeantime } from './gold.ts'

export async function run(): Promise<BenchResult> {
  const folder = corporaFolder()
  if (!folder) return { lines: [CORPORA_MISSING], ok: true }
  const { floors } = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as {
    floors: Readonly<Record<string, number>>
  }
  const sets = { 'GUM dev': readGum(folder, 'dev'), 'ECB+ dev': readEcb(folder, 'dev'), MEANTIME: readMeantime(folder) }
  const lines: string[] = []
  const figures: Record<string, number> = {}
  for (const [name, texts] of Object.entries(sets)) {
    const read = await entitiesOf(texts)
    if (name !== 'ECB+ dev') {
      const named = namesOf(texts, read.withHead)
      lines.push(`${name}: ${named.count} names; ${named.line}`)
      figures[`${name}, names of the right kind`] = named.right
    }
    if (name === 'MEANTIME') continue
    for (const [system, entities] of Object.entries({ 'rules alone': read.rules, 'with the link head': read.withHead })) {
      const { line, right, wrong } = pronounsOf(texts, entities)
      lines.push(`${name}, ${system}: ${line}`)
      if (system === 'rules alone') continue
      figures[`${name}, pronouns right`] = right
      figures[`${name}, pronouns not wrong`] = 100 - wrong
    }
    if (name === 'GUM dev') lines.push(`${name}: ${nominalsOf(texts, read.withHead)}`)
  }
  const missed = Object.entries(floors).filter(([name, floor]) => !(figures[name]! >= floor))
  lines.push(...missed.map(([name, floor]) => `BELOW THE FLOOR: ${name} ${figures[name]?.toFixed(1)} < ${floor}`))
  return { lines, ok: missed.length === 0 }
}

interface Read {
  readonly rules: readonly (readonly Entity[])[]
  readonly withHead: readonly (readonly Entity[])[]
}

async function entitiesOf(texts: readonly GoldText[]): Promise<Read> {
  const tools = await openTools()
  const { tagger } = tools
  const rules: (readonly Entity[])[] = []
  const withHead: (readonly Entity[])[] = []
  for (const { id, text } of texts) {
    const tagged = await tagger.tag(text)
    const attributions = decode(tagged, tagger.settings)
    rules.push(describe(bareArticle(id, text), attributions).entities)
    withHead.push(describe(bareArticle(id, text), attributions, hear(tagged, tools)).entities)
  }
  return { rules, withHead }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

/** Of the names of people, bodies and places: covered by one of ours, and that of the same kind; a people is a person in GUM. */
function namesOf(texts: readonly GoldText[], read: readonly (readonly Entity[])[]) {
  const counts = { gold: 0, found: 0, right: 0, ours: 0, ourRight: 0 }
  texts.forEach(({ mentions, whole }, index) => {
    const ours = read[index]!.flatMap(({ kind, mentions }) =>
      mentions.filter(({ form }) => form === 'name' || form === 'metonym').map(mention => ({ mention, kind })),
    )
    const golds = mentions.filter(({ form, kind }) => form === 'name' && kind !== 'other')
    const isKind = (kind: Entity['kind'], gold: GoldMention) => kind === gold.kind || (kind === 'group' && gold.kind === 'person')
    for (const gold of golds) {
      const found = ours.filter(({ mention }) => overlaps(mention.span, gold.head))
      counts.gold++
      if (found.length > 0) counts.found++
      if (found.some(({ kind }) => isKind(kind, gold))) counts.right++
    }
    if (!whole) return
    for (const { mention, kind } of ours) {
      counts.ours++
      if (golds.some(gold => overlaps(mention.span, gold.head) && isKind(kind, gold))) counts.ourRight++
    }
  })
  const right = (100 * counts.right) / counts.gold
  const precision = counts.ours > 0 ? `, precision ${percent(counts.ourRight, counts.ours)} of ${counts.ours}` : ''
  const line = `${percent(counts.found, counts.gold)} found, ${percent(counts.right, counts.gold)} of the right kind${precision}`
  return { count: counts.gold, line, right }
}

/** Of the nominals that mean somebody with a name elsewhere in the text: joined with that one, with another, with none. */
function nominalsOf(texts: readonly GoldText[], read: readonly (readonly Entity[])[]): string {
  const { count, right, wrong } = linked(texts, read, ({ form, kind }) => form === 'nominal' && kind !== 'place')
  return `${count} nominals of somebody with a name: ${percent(right, count)} with the right one, ${percent(wrong, count)} with another`
}

/** The same of "he" and "she" in all their forms; other pronouns are too few. */
function pronounsOf(texts: readonly GoldText[], read: readonly (readonly Entity[])[]) {
  const isPersonal = ({ span, form }: GoldMention, text: string) =>
    form === 'pronoun' && /^(?:he|she|him|his|hers?|himself|herself)$/i.test(text.slice(...span))
  const { count, right, wrong } = linked(texts, read, isPersonal)
  const line = `${count} “he” and “she”: ${percent(right, count)} with the right one, ${percent(wrong, count)} with another`
  return { line, right: (100 * right) / count, wrong: (100 * wrong) / count }
}

function linked(
  texts: readonly GoldText[],
  read: readonly (readonly Entity[])[],
  isAsked: (mention: GoldMention, text: string) => boolean,
) {
  const counts = { count: 0, right: 0, wrong: 0 }
  texts.forEach(({ text, mentions }, index) => {
    for (const asked of mentions) {
      if (!isAsked(asked, text)) continue
      const chain = mentions.filter(one => one !== asked && one.chain === asked.chain && one.form !== 'pronoun')
      if (!chain.some(({ form }) => form === 'name')) continue
      counts.count++
      const entity = read[index]!.find(({ mentions }) => mentions.some(mention => isAt(mention, asked)))
      const others = entity?.mentions.filter(mention => mention.form !== 'pronoun' && !isAt(mention, asked)) ?? []
      if (others.length === 0) continue
      if (others.some(({ span }) => chain.some(one => isMention(span, one)))) counts.right++
      else counts.wrong++
    }
  })
  return counts
}

/** A mention of ours stands at one of theirs where it holds its head and begins no later. */
const isAt = ({ span, form }: Mention, asked: GoldMention): boolean =>
  form === asked.form && (form === 'pronoun' ? span[0] === asked.span[0] : overlaps(span, asked.head))

if (process.argv[1]?.endsWith('bench/entities/run.ts')) {
  const { lines, ok } = await run()
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
