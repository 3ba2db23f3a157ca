import { isAgency } from '../../article/agencies.ts'
import type { Entity, Event, Heard, Span, Statement } from '../../record/index.ts'
import { isSomebody } from '../who/somebody.ts'
import { type Mentioned, mentionsInOrder, within } from './mentions.ts'
import { seekingsIn } from './sought.ts'

export interface HeardInput {
  readonly body: string
  readonly sentences: readonly { readonly span: Span }[]
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly events?: readonly Event[]
  /** Ids of more entities that are to be told of. */
  readonly parties?: readonly string[]
}

/**
 * For every party how often it speaks itself in this article, in the order of the entities.
 *
 * A party is an entity that acts or is acted upon in an event, that speaks, that is accused or criticised ("Lowe accused the board
 * of…"), or that was asked. It speaks where a statement of its own is told by the outlet, a document or a news agency; what
 * somebody else says that it said does not count. A representative speaks for it: a source such as "a spokesman for the board" in
 * which the party is mentioned. Refusals are no speech; they make it `sought`, and so does "could not be reached", "was asked".
 *
 * A party with neither direct nor indirect speech is shown as "not heard in this article", never as "was not asked": the article
 * may keep silent about its asking.
 */
export function readHeard(input: HeardInput): Heard[] {
  const { entities, statements, events = [], parties = [] } = input
  const known = new Map(entities.map(entity => [entity.id, entity]))
  const tally = new Map<string, { direct: number; indirect: number; doubted: number; sought: boolean }>()
  const party = (id: string) => {
    const found = tally.get(id) ?? { direct: 0, indirect: 0, doubted: 0, sought: false }
    tally.set(id, found)
    return found
  }
  for (const id of parties) party(id)
  for (const { mode, actors, recipients } of events) {
    for (const id of [...actors, ...(OF_THINGS.has(mode ?? '') ? [] : recipients)]) {
      if (maySpeak(input.body, known.get(id))) party(id)
    }
  }
  const mentions = mentionsInOrder(entities)
  const byId = new Map(statements.map(statement => [statement.id, statement]))
  for (const statement of statements) {
    for (const id of criticisedIn(statement, mentions, known)) party(id)
    const speakers = speakersOf(input.body, statement, mentions)
    for (const id of speakers) {
      const one = party(id)
      if (statement.polarity === 'declined') one.sought = true
      else if (isToldByOutlet(statement, speakers, byId, known)) {
        if (statement.quotation === 'indirect') one.indirect++
        else one.direct++
        if (statement.attitude === 'doubting') one.doubted++
      }
    }
  }
  for (const id of seekingsIn(input.body, input.sentences, mentions)) party(id).sought = true
  return entities.filter(({ id }) => tally.has(id)).map(({ id }) => ({ entity: id, ...tally.get(id)! }))
}

/** Deeds done to goods and buildings. */
const OF_THINGS = new Set(['confiscate', 'destroy', 'obstruct'])

/** A bridge or a market without a name of its own has no say, nor has any other thing. */
function maySpeak(body: string, entity: Entity | undefined): boolean {
  if (entity === undefined) return false
  if (!entity.mentions.every(({ form }) => form === 'nominal')) return true
  return entity.kind !== 'place' && entity.mentions.some(({ span }) => isSomebody(body, span, []))
}

/** The speaker, and whom it speaks for. */
function speakersOf(body: string, { speaker, source }: Statement, mentions: readonly Mentioned[]): Set<string> {
  const speakers = new Set(speaker === null ? [] : [speaker])
  for (const span of source) {
    if (!speaksForAnother(body.slice(span[0], span[1]))) continue
    for (const { entity, span: inside } of within(mentions, span)) {
      if (inside[1] - inside[0] < span[1] - span[0]) speakers.add(entity)
    }
  }
  return speakers
}

/** Whether a source's words name one who speaks for somebody: by office, not by having worked there once. */
function speaksForAnother(words: string): boolean {
  return (
    REPRESENTATIVE.test(words) && !/\b(?:former|ex|then)\b[\s-]+(?:\w+\s+)?(?:spokes|press|campaign|lawyer|attorney)/i.test(words)
  )
}

const REPRESENTATIVE =
  /\b(?:spokes(?:man|men|woman|women|person|persons|people)|press (?:secretary|office|officer|team)|representatives?|lawyers?|attorneys?|counsel|solicitors?|barristers?|publicists?|agents?|communications (?:director|chief|team)|media (?:office|officer|team)|legal team|campaign (?:manager|chairman|chair|team)|press release|statement (?:from|by|issued by))\b/i

/** Who is accused, blamed or criticised: the addressee, or the first party that the words of such a statement name. */
function criticisedIn(
  { cueLemma, content, speaker, addressee }: Statement,
  mentions: readonly Mentioned[],
  known: ReadonlyMap<string, Entity>,
): string[] {
  if (cueLemma === null || !CRITICISING.has(cueLemma)) return []
  const named = content.flatMap(span => within(mentions, span)).map(({ entity }) => entity)
  const first = [...(addressee ? [addressee] : []), ...named].find(id => id !== speaker && PARTIES.has(known.get(id)?.kind ?? ''))
  return first === undefined ? [] : [first]
}

/** Dictionary forms of cues that are aimed at somebody. */
const CRITICISING = new Set(
  `accuse admonish allege assail attack berate blame blast castigate censure charge chide condemn criticise criticize decry denounce
   deride excoriate fault indict lambast lambaste mock pillory rap rebuke reprimand reproach ridicule savage scold skewer slam slate
   sue taunt upbraid vilify`.split(/\s+/),
)
const PARTIES = new Set(['person', 'organization', 'group'])

/** Hearsay inside somebody else's words is not the party's own speaking; what a document or an agency tells of it is. */
function isToldByOutlet(
  statement: Statement,
  speakers: ReadonlySet<string>,
  byId: ReadonlyMap<string, Statement>,
  known: ReadonlyMap<string, Entity>,
): boolean {
  const seen = new Set([statement.id])
  for (let at = statement.within; at !== null && !seen.has(at); ) {
    seen.add(at)
    const outer = byId.get(at)
    if (!outer) return true
    const teller = outer.speaker === null ? undefined : known.get(outer.speaker)
    const passesOn = teller === undefined ? outer.source.length === 0 : teller.kind === 'document' || isAgency(teller.name)
    if (!passesOn && !(teller && speakers.has(teller.id))) return false
    at = outer.within
  }
  return true
}
