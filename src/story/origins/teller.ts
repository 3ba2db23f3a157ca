import type { Span, Statement } from '../../record/index.ts'
import { extentOf, overlaps } from '../../record/index.ts'
import { listedKey, outletKey } from '../lineage/index.ts'
import { sameWording } from './likeness.ts'
import { type Held, partsOf, type Scene, sentencesOf } from './scene.ts'
import { wordingOf } from './wording.ts'

/** One place where a claim or an event is told. */
export interface Telling {
  readonly article: Held
  /** Null in the outlet's own voice. */
  readonly statement: Statement | null
  readonly spans: readonly Span[]
}

/**
 * On whose word a telling stands, as far as its own article says: the outlet in its own voice, a speaker and who heard it, or a speaker
 * that is unclear. `key` is equal for what is one: one speaker heard by one newsroom, one newsroom's own voice.
 */
export interface Teller {
  readonly key: string
  readonly kind: 'outlet' | 'speaker' | 'unclear' | 'text'
  /** Who heard it, or whose own voice it is; an outlet's key. */
  readonly newsroom: string
  /** A Story's entity. */
  readonly speaker: string | null
}

/** An outlet that the article has this from by its own words, where they stand, and whether it is the source itself or heard the source. */
export interface Cited {
  readonly outlet: string
  readonly span: Span
  readonly as: 'source' | 'hearer'
}

/** Who tells it. `newsroom` stands for the article's own where the passage is another's work. */
export function tellerOf(scene: Scene, { article, statement, spans }: Telling, newsroom = article.newsroom): Teller {
  const cited = citedIn(scene, { article, statement, spans })
  const issuer = statement === null ? null : (scene.issuers.get(scene.entities.of(article.id, statement.speaker) ?? '') ?? null)
  if (issuer !== null && issuer !== article.outlet) return ownVoice(issuer)
  const outlet = cited === null && statement !== null ? outletSpeaking(scene, article, statement) : null
  if (outlet !== null) return ownVoice(outlet)
  if (statement === null) return ownVoice(cited?.outlet ?? newsroom)
  if (cited?.as === 'source') return ownVoice(cited.outlet)
  const heardBy = cited?.outlet ?? newsroom
  const speaker = scene.entities.of(article.id, statement.speaker)
  if (speaker === null) {
    return { key: `unclear ${article.id} ${statement.id}`, kind: 'unclear', newsroom: heardBy, speaker: null }
  }
  return { key: `speaker ${speaker} ${heardBy}`, kind: 'speaker', newsroom: heardBy, speaker }
}

/** The outlet that speaks: one of the story's, or one that is listed. */
function outletSpeaking({ outlets, entities }: Scene, { id }: Held, { speaker }: Statement): string | null {
  const name = entities.records.get(entities.of(id, speaker) ?? '')?.name
  if (name === undefined) return null
  const key = outletKey(name)
  return listedKey(name) ?? (outlets.has(key) ? key : null)
}

export function ownVoice(newsroom: string): Teller {
  return { key: `outlet ${newsroom}`, kind: 'outlet', newsroom, speaker: null }
}

/** The other outlet that a telling names as its source or as the one that was told; null where it names none. */
export function citedIn(scene: Scene, telling: Telling): Cited | null {
  const { article, statement, spans } = telling
  if (article.citations.length === 0) return null
  if (statement === null) {
    // In the outlet's own voice a citation covers its sentence: "as the Courier reported, it had not worked".
    const sentence = sentencesOf(article, spans)
    const found = article.citations.find(({ span }) => overlaps(span, sentence))
    return found ? { outlet: found.key, span: found.span, as: 'source' } : null
  }
  for (const told of outwards(article, statement)) {
    const again = citedAgain(article, told)
    if (again !== null) return again
    const found = article.citations.find(({ span }) => isBeside(article, told, span))
    if (found === undefined) continue
    const source = extentOf(told.source)
    return { outlet: found.key, span: found.span, as: source !== null && overlaps(found.span, source) ? 'source' : 'hearer' }
  }
  return isHeardHere(telling) ? null : hearerElsewhere(scene, article, statement)
}

/** "The newspaper also wrote": the outlet that was cited last before. */
function citedAgain({ body, citations }: Held, { source }: Statement): Cited | null {
  const [start, end] = extentOf(source) ?? [0, 0]
  if (!OUTLET_AGAIN.test(body.slice(start, end))) return null
  const before = citations.filter(({ span }) => span[0] < start).at(-1)
  return before ? { outlet: before.key, span: [start, end], as: 'source' } : null
}

const OUTLET_AGAIN =
  /^(?:the|that) (?:news)?(?:paper|daily|weekly|magazine|tabloid|broadcaster|station|channel|radio|agency|website|site|outlet|portal)(?:['’]s report)?$/i

/** Who heard a speaker in one place of an article heard it in the others: "Wiik told Radio Tysvik", and then "according to Wiik". */
function hearerElsewhere(scene: Scene, article: Held, statement: Statement): Cited | null {
  for (const { statement: other, citation } of toldElsewhere(article)) {
    if (other.id === statement.id) continue
    const isOne = other.speaker !== null && other.speaker === statement.speaker
    if (isOne || sameWording(wordingOf(scene, article, statement), wordingOf(scene, article, other)))
      return { outlet: citation.key, span: citation.span, as: 'hearer' }
  }
  return null
}

interface ToldElsewhere {
  readonly statement: Statement
  readonly citation: Held['citations'][number]
}

/** The statements of an article that name beside them the outlet that was told. */
function toldElsewhere(article: Held): readonly ToldElsewhere[] {
  const known = TOLD_ELSEWHERE.get(article)
  if (known) return known
  const told = [...article.statements.values()].flatMap((statement): ToldElsewhere[] => {
    const source = extentOf(statement.source)
    const citation = article.citations.find(
      ({ span }) => isBeside(article, statement, span) && (source === null || !overlaps(span, source)),
    )
    return citation ? [{ statement, citation }] : []
  })
  TOLD_ELSEWHERE.set(article, told)
  return told
}

/** Asked for each telling of the article. */
const TOLD_ELSEWHERE = new WeakMap<Held, readonly ToldElsewhere[]>()

/** Whether the article says that its own outlet was told: "told this newspaper". */
export function isHeardHere({ article, statement }: Telling): boolean {
  return statement !== null && article.heardHere.some(span => isBeside(article, statement, span))
}

/** Whether words stand beside a statement's source and verb, in their sentence, and not in its content. */
function isBeside(article: Held, { source, cue, content }: Statement, span: Span): boolean {
  const naming = extentOf([...source, ...cue])
  if (naming === null || content.some(part => overlaps(part, span))) return false
  return overlaps(span, [naming[0] - NEAR_UNITS, naming[1] + NEAR_UNITS]) && overlaps(span, sentencesOf(article, [naming]))
}

/** How far from the source and the verb the outlet may be named, in UTF-16 units: "told a reporter of the Courier on Monday"; by judgement. */
const NEAR_UNITS = 40

/** The statement and those that it is told in, the innermost first; a circle in the data ends where it closes. */
function outwards({ statements }: Held, innermost: Statement | null): readonly Statement[] {
  const chain: Statement[] = []
  for (let told = innermost; told !== null && !chain.includes(told); ) {
    chain.push(told)
    told = (told.within === null ? null : statements.get(told.within)) ?? null
  }
  return chain
}

/** The whole of it: the statement with its source, or the words in the outlet's own voice. */
export function wholeOf({ statement, spans }: Pick<Telling, 'statement' | 'spans'>): readonly Span[] {
  return statement === null ? spans : partsOf(statement)
}
