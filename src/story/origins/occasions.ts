import type { Statement } from '../../record/index.ts'
import { textOf } from '../../record/index.ts'
import { Groups } from '../groups.ts'
import { likeness, mayBeOnePerson, sameWording } from './likeness.ts'
import type { Held, Scene } from './scene.ts'
import { outside, sentencesOf } from './scene.ts'
import type { Voice } from './voices.ts'

/**
 * Which voices are one: a person speaking on one occasion, whoever was there. Gives a function from a voice's key to the least key of
 * those that are one with it.
 *
 * One occasion is: the same words quoted of one speaker; a speech that lineage found in both articles; the same kind of occasion
 * ("told a news conference", "said in a statement") of one speaker within two days; one document.
 */
export function occasionsOf(scene: Scene, voices: readonly Voice[]): (key: string) => string {
  const groups = new Groups()
  bySameWords(voices, groups)
  bySpeech(scene, voices, groups)
  byKind(voices, groups)
  byNewsroom(voices, groups)
  return key => groups.of(key)
}

/** Quoted words in a row that are not said twice by chance; by judgement. */
const QUOTED_WORDS = 6

function bySameWords(voices: readonly Voice[], groups: Groups): void {
  const first = new Map<string, Voice[]>()
  for (const voice of voices) {
    for (const run of runsOf(voice.quotes)) {
      const known = first.get(run) ?? []
      const same = known.find(other => isOneSpeaker(voice, other))
      if (same) groups.join(voice.teller.key, same.teller.key)
      else first.set(run, [...known, voice])
    }
  }
  // Who tells a quotation on without its marks, and names nobody else for it, has it from there.
  for (const voice of voices) {
    for (const run of runsOf(voice.retold)) {
      const same = first.get(run)?.find(other => other !== voice && isNobodyElse(voice, other))
      if (same) groups.join(voice.teller.key, same.teller.key)
    }
  }
}

/** Whether the words for one speaker may be for another, who is named: "the captain’s lawyer", "Sofie Kramm". */
function isNobodyElse(a: Voice, b: Voice): boolean {
  if (a.teller.speaker !== null && a.teller.speaker === b.teller.speaker) return true
  return a.wording.people.size === 0 && (a.wording.isVague || likeness(a.wording, b.wording) === 'like wording')
}

function runsOf(quotes: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>()
  for (const quote of quotes) {
    const words = quote.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []
    for (let at = 0; at + QUOTED_WORDS <= words.length; at++)
      runs.add(
        words
          .slice(at, at + QUOTED_WORDS)
          .join(' ')
          .replaceAll('’', "'"),
      )
  }
  return runs
}

/** Whether two voices may be of one speaker; of two people with names only where they are one. */
function isOneSpeaker(a: Voice, b: Voice): boolean {
  if (a.teller.speaker !== null && a.teller.speaker === b.teller.speaker) return true
  const [people, others] = [a.wording.people, b.wording.people]
  return people.size === 0 || others.size === 0 || [...people].some(one => [...others].some(other => mayBeOnePerson(one, other)))
}

/** A speech that two articles have words of: what one speaker says in both is said there. */
function bySpeech({ articles }: Scene, voices: readonly Voice[], groups: Groups): void {
  const bySpeaker = groupedBy(voices, ({ teller }) => teller.speaker)
  for (const same of bySpeaker) {
    const inArticle = new Map(same.flatMap(voice => [...voice.articles].map(article => [article, voice] as const)))
    for (const [article, voice] of inArticle) {
      for (const { kind, commonWith, to } of articles.get(article)!.debts) {
        const other = inArticle.get(to)
        if (other && kind === 'common' && commonWith === 'speech') groups.join(voice.teller.key, other.teller.key)
      }
    }
  }
}

/** One speaker, or one document by its words where a claim is shared, on one kind of occasion within two days. */
function byKind(voices: readonly Voice[], groups: Groups): void {
  for (const same of groupedBy(voices, ({ teller }) => teller.speaker)) joinNear(same, groups)
  const onPaper = voices.filter(voice => voice.occasions.some(({ kind }) => DOCUMENTS.has(kind)))
  const byClaim = new Map<string, Voice[]>()
  for (const voice of onPaper)
    for (const subject of voice.subjects) byClaim.set(subject, [...(byClaim.get(subject) ?? []), voice])
  for (const sharing of byClaim.values()) {
    sharing.forEach((voice, index) => {
      const alike = sharing
        .slice(0, index)
        .filter(other => sameWording(voice.wording, other.wording) && isOneSpeaker(voice, other))
      joinNear([voice, ...alike], groups)
    })
  }
}

/** What one newsroom has from a source by the same noun is of one source: "the harbour master" is Jonas Wiik, the harbour master. */
function byNewsroom(voices: readonly Voice[], groups: Groups): void {
  const heard = voices.filter(({ teller }) => teller.kind === 'speaker')
  const shared = heard.flatMap(voice =>
    [...voice.subjects].map(subject => ({ voice, key: `${voice.teller.newsroom} ${subject}` })),
  )
  const together = new Map<string, Voice[]>()
  for (const { voice, key } of shared) together.set(key, [...(together.get(key) ?? []), voice])
  for (const same of together.values()) {
    same.forEach((voice, index) => {
      for (const other of same.slice(0, index)) {
        if (sameWording(voice.wording, other.wording)) groups.join(voice.teller.key, other.teller.key)
      }
    })
  }
}

function joinNear(voices: readonly Voice[], groups: Groups): void {
  voices.forEach((voice, index) => {
    for (const other of voices.slice(0, index)) {
      const isOne = voice.occasions.some(a => other.occasions.some(b => a.kind === b.kind && isNear(a.day, b.day)))
      if (isOne) groups.join(voice.teller.key, other.teller.key)
    }
  })
}

function isNear(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) <= DAYS_APART
}

/** How far apart two articles about one news conference or statement may be published, in days; by judgement. */
const DAYS_APART = 2

export interface Occasion {
  readonly kind: string
  /** The day on which it was published, since 1970. */
  readonly day: number | null
}

const DOCUMENTS: ReadonlySet<string> = new Set(['statement', 'letter', 'note', 'report', 'filing', 'post'])

/** By what stands in a statement's sentence beside the content; what an outlet had to itself ("in an interview") is none. */
const KINDS: readonly (readonly [kind: string, form: RegExp])[] = [
  [
    'conference',
    /\b(?:news|press) (?:conference|briefing)|\b(?:told|speaking to) (?:reporters|journalists|the press)\b|\bbriefing\b/i,
  ],
  ['court', /\b(?:told|before|heard|testif\w+|ruling|ruled)\b.{0,30}\b(?:court|jury|judge|tribunal|inquest|hearing)\b/i],
  [
    'assembly',
    /\b(?:told|addressing|address to|before)\b.{0,30}\b(?:parliament|congress|senate|council|assembly|lawmakers|deputies|committee|elders)\b/i,
  ],
  ['speech', /\b(?:speech|televised address|an address|rally|sermon)\b/i],
  ['letter', /\bletter\b/i],
  ['filing', /\b(?:lawsuit|complaint|indictment|affidavit|court (?:filing|papers|documents?))\b/i],
  ['report', /\b(?:report|study|survey|bulletin|audit|review)\b/i],
  ['note', /\b(?:note|memo|memorandum|circular)\b/i],
  ['post', /\b(?:tweet\w*|twitter|posted|post on|facebook|instagram|telegram|truth social|social media)\b/i],
  ['statement', /\b(?:statement|press release|news release|communiqu[eé])\b/i],
]

/** On what kind of occasion a statement was made; null where the sentence does not tell. */
export function occasionOf(article: Held, statement: Statement): Occasion | null {
  const [start, end] = sentencesOf(article, [...statement.source, ...statement.cue])
  const around = outside([start, end], statement.content)
    .map(span => textOf(article.body, span))
    .join(' ')
  const kind = KINDS.find(([, form]) => form.test(around))?.[0]
  return kind === undefined ? null : { kind, day: article.published === null ? null : Math.floor(article.published[0] / DAY) }
}

const DAY = 86_400_000

/** The words in quotation marks of a statement, as they stand. */
export function quotesOf({ body }: Held, { quotation, content }: Statement): readonly string[] {
  if (quotation === 'indirect') return []
  const words = content.map(span => textOf(body, span)).join(' ')
  if (quotation === 'direct') return [words]
  return [...words.matchAll(/[“"„«‘'](.+?)[”"“»’'](?!\p{L})/gu)].map(match => match[1]!)
}

/** The words of a statement that are told without quotation marks. */
export function retoldOf({ body }: Held, { quotation, content }: Statement): readonly string[] {
  return quotation === 'indirect' ? [content.map(span => textOf(body, span)).join(' ')] : []
}

function groupedBy(voices: readonly Voice[], keyOf: (voice: Voice) => string | null): readonly (readonly Voice[])[] {
  const groups = new Map<string, Voice[]>()
  for (const voice of voices) {
    const key = keyOf(voice)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), voice])
  }
  return [...groups.values()]
}
