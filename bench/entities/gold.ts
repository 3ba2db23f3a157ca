import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { overlaps, type Span } from '../../src/record/index.ts'
import { recordsOf } from '../corpora.ts'

/** A mention that annotators marked. */
export interface GoldMention {
  readonly span: Span
  /** The word that says what it is. */
  readonly head: Span
  readonly kind: 'person' | 'organization' | 'place' | 'other'
  readonly form: 'name' | 'nominal' | 'pronoun'
  /** The same for all mentions of one. */
  readonly chain: string
}

export interface GoldText {
  readonly id: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
  /** Whether every mention of a person, body or place is marked, so that any other is wrong. */
  readonly whole: boolean
}

/** GUM: seven genres, all mentions. */
export function readGum(folder: string, part: 'train' | 'dev'): GoldText[] {
  const conllu = gunzipSync(readFileSync(join(folder, 'gum', `${part}.conllu.gz`))).toString('utf8')
  return conllu.split('# newdoc id = ').slice(1).map(readGumText)
}

/** ECB+: news, mentions in some sentences. */
export function readEcb(folder: string, part: 'train' | 'dev'): GoldText[] {
  return recordsOf<EcbRecord>(folder, 'ecbplus', `${part}.jsonl.gz`).map(({ id, text, mentions }) => ({
    id,
    text,
    whole: false,
    mentions: mentions
      .filter(({ kind }) => /^(?:HUMAN|LOC)/.test(kind))
      .map(({ kind, span, instance }) => ecbMention(text, { kind, span, instance })),
  }))
}

/** MEANTIME: Wikinews, only the chains that run over several documents. */
export function readMeantime(folder: string): GoldText[] {
  return recordsOf<EcbRecord>(folder, 'meantime', 'all.jsonl.gz').map(({ id, text, mentions }) => ({
    id: `meantime-${id}`,
    text,
    whole: false,
    mentions: mentions
      .filter(({ kind }) => /^(?:PER|ORG|LOC)$/.test(kind))
      .map(({ kind, span, instance }) => ecbMention(text, { kind, span, instance })),
  }))
}

interface EcbRecord {
  readonly id: string
  readonly text: string
  readonly mentions: readonly EcbRecordMention[]
}

interface EcbRecordMention {
  readonly kind: string
  readonly span: readonly Span[]
  readonly instance: string
}

function ecbMention(text: string, { kind, span, instance }: EcbRecordMention): GoldMention {
  const extent: Span = [span[0]![0], span.at(-1)![1]]
  const words = text.slice(extent[0], extent[1]).replace(/['’]s?$/, '')
  const last = /[\p{L}\p{N}-]+$/u.exec(words)
  const head: Span = last ? [extent[0] + last.index, extent[0] + words.length] : extent
  const form = PRONOUN.test(words) ? 'pronoun' : /^\p{Lu}/u.test(text.slice(...head)) ? 'name' : 'nominal'
  return { span: extent, head, kind: KINDS[kind] ?? 'other', form, chain: instance }
}

const PRONOUN = /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves)$/i

const KINDS: Readonly<Record<string, GoldMention['kind']>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  HUMAN_PART_PER: 'person',
  HUMAN_PART_ORG: 'organization',
  LOC_GEO: 'place',
}

interface Token {
  readonly span: Span
  readonly tag: string
}

/** One document of GUM: its text put together again from the tokens, a line break between paragraphs. */
function readGumText(block: string): GoldText {
  const tokens: Token[] = []
  const open: { readonly fields: readonly string[]; readonly first: number }[] = []
  const mentions: GoldMention[] = []
  let text = ''
  for (const line of block.split('\n').slice(1)) {
    if (line.startsWith('# newpar')) text = text === '' ? '' : `${text.trimEnd()}\n\n`
    const cells = line.split('\t')
    if (!/^\d+$/.test(cells[0]!)) continue
    const start = text.length
    text += cells[1]!
    tokens.push({ span: [start, text.length], tag: cells[3]! })
    for (const [part] of (/(?:^|\|)Entity=([^|]*)/.exec(cells[9]!)?.[1] ?? '').matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      const fields = part.replace(/[()]/g, '').split('-')
      if (part.startsWith('(')) open.push({ fields, first: tokens.length - 1 })
      if (!part.endsWith(')')) continue
      const [found] = open.splice(
        open.findLastIndex(one => one.fields[0] === fields[0]),
        1,
      )
      mentions.push(gumMention(tokens, found!))
    }
    if (!/SpaceAfter=No/.test(cells[9]!)) text += ' '
  }
  return { id: block.slice(0, block.indexOf('\n')).trim(), text, mentions, whole: true }
}

/** The fields of `global.Entity`: group, type, status, salience, centering, the words that are its head, link, identity. */
function gumMention(tokens: readonly Token[], { fields, first }: { fields: readonly string[]; first: number }): GoldMention {
  const head = tokens[Math.min(tokens.length - 1, first + Number.parseInt(fields[5] ?? '1', 10) - 1)]!
  const form = head.tag === 'PROPN' ? 'name' : head.tag === 'PRON' || head.tag === 'DET' ? 'pronoun' : 'nominal'
  const span: Span = [tokens[first]!.span[0], tokens.at(-1)!.span[1]]
  return { span, head: head.span, kind: KINDS[fields[1]!] ?? 'other', form, chain: fields[0]! }
}

/** Whether a span of ours is a mention of theirs: it ends as theirs does or holds its head: "Lowe" and "Mayor Ada Lowe of Harrow". */
export const isMention = (span: Span, { span: theirs, head }: Pick<GoldMention, 'span' | 'head'>): boolean =>
  overlaps(span, theirs) && (Math.abs(span[1] - theirs[1]) <= CLOSE_UNITS || overlaps(span, head))

/** A possessive 's or a full stop may be counted in or not. */
const CLOSE_UNITS = 2
