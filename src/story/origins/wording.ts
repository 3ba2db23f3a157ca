import type { Statement, StoryEntity } from '../../record/index.ts'
import { contains, textOf } from '../../record/index.ts'
import { stemOf } from '../terms.ts'
import type { Held, Scene } from './scene.ts'

/** The words that a story's articles name one source by. */
export interface Wording {
  /** Stems of the nouns that the phrases are built on: "spokeswoman" of "a police spokeswoman in Arden". */
  readonly heads: ReadonlySet<string>
  /** Stems of what stands with them: "police". */
  readonly words: ReadonlySet<string>
  /** The speaker, and the people and bodies that the phrases name with it: "secretary of the United Dockers’ Union". A Story's entities. */
  readonly names: ReadonlySet<string>
  /** The surname of the speaker, in lower case, where it is a person with a name: two of them are two. */
  readonly people: ReadonlySet<string>
  /** Whether it is a body: "police", a company. */
  readonly isBody: boolean
  /** Whether it is a person who may speak for a body: nothing is told of an office, or that of one who speaks for others, and no body is named with it. */
  readonly mayRepresent: boolean
  /** For whom it speaks by its own office: "a spokesman for Calder Homes", "her lawyer, …" where she is named. A Story's entities. */
  readonly speaksFor: ReadonlySet<string>
  /** The phrases themselves, of those who have an office; and what a body is called, where that is a name. In lower case. */
  readonly offices: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  /** Whether it is a person with a name of whom no office is told. */
  readonly isBare: boolean
  /** Whether it is a person spoken of by an office alone: "the mayor". */
  readonly isOffice: boolean
  /** Whether it is a body spoken of by a noun that any body of its sort goes by: "the company", "the lender". */
  readonly isAnyBody: boolean
  readonly isDocument: boolean
  /** Whether the reader is not sure that it is this one. */
  readonly isUnsure: boolean
  /** Whether it is only ever "an official", "two workers": someone whom the outlet will not name. */
  readonly isHidden: boolean
  /** Whether the words do not say who it is: "the man", "images", or other outlets, which pass on what somebody told them. */
  readonly isVague: boolean
}

/** What an article says of a statement's source. */
export function wordingOf(
  { entities }: Pick<Scene, 'entities'>,
  { id, body, named }: Held,
  { source, speaker: own, speakerConfidence }: Statement,
): Wording {
  const speaker = entities.of(id, own)
  const inside = named
    .filter(({ span }) => source.some(part => contains(part, span)))
    .flatMap(({ entity }) => entities.of(id, entity) ?? [])
  const known = inside.map(one => entities.records.get(one)).filter(one => one !== undefined && NAMING.has(one.kind))
  const self = entities.records.get(speaker ?? '')
  const isPerson = self?.kind === 'person' && /^\p{Lu}/u.test(self.name)
  const phrase = source
    .map(span => textOf(body, span))
    .join(' ')
    .replace(/^[\s,;:–—-]+/, '')
    .trim()
  const [group = ''] = phrase.split(BEYOND)
  const nouns = (group.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []).filter(word => !EMPTY.has(word)).map(stemOf)
  return {
    heads: new Set(nouns.slice(-1)),
    words: new Set(nouns),
    names: new Set([...known.map(one => one!.id), ...(speaker === null ? [] : [speaker])]),
    people: new Set(isPerson ? [self.name.toLowerCase().split(' ').at(-1)!] : []),
    isBody: isBody(self),
    mayRepresent:
      isPerson &&
      !known.some(one => one!.kind === 'organization') &&
      (!/\s\p{Ll}{3,}/u.test(` ${phrase}`) || SPEAKING.test(phrase)),
    offices: new Set(isPerson && SPEAKING.test(phrase) ? [phrase.toLowerCase()] : []),
    bodies: new Set(
      isBody(self) && /^(?:[Tt]he )?\p{Lu}/u.test(self!.name) ? [self!.name.replace(/^[Tt]he /, '').toLowerCase()] : [],
    ),
    speaksFor: new Set(SPOKESPERSON.test(phrase) ? known.flatMap(one => (one!.id === speaker ? [] : [one!.id])) : []),
    isBare: isPerson && nouns.every(noun => namesOf(self).has(noun)),
    isOffice: self?.kind === 'person' && !isPerson && !HIDDEN.test(phrase),
    isAnyBody: isBody(self) && known.length === 0 && nouns.length > 0 && ANY_BODY.has(nouns.at(-1)!),
    isDocument: self?.kind === 'document',
    isUnsure: speakerConfidence !== null && speakerConfidence < SURE,
    isHidden: HIDDEN.test(phrase),
    isVague:
      nouns.some(noun => MEDIA.has(noun)) || (!HIDDEN.test(phrase) && known.length === 0 && !(self && SOLID.has(self.kind))),
  }
}

const isBody = (self: StoryEntity | undefined): boolean => self?.kind === 'organization' || self?.kind === 'group'

const namesOf = ({ name }: StoryEntity): ReadonlySet<string> => new Set(name.toLowerCase().split(/\s+/).map(stemOf))

/** Of the speakers that the reader finds in less sure ways every fourth and more is wrong (`src/reading/who/confidence.ts`). */
const SURE = 0.8

/** Nouns for bodies that say nothing of which; a bank and an airline are told apart by them, two banks are not. */
const ANY_BODY: ReadonlySet<string> = new Set(
  `company firm business group corporation enterprise operator maker manufacturer producer owner builder developer contractor supplier carrier
   airline lender bank insurer retailer chain giant organisation organization agency body institution institute charity association authority`
    .split(/\s+/)
    .map(stemOf),
)

/** Those who say what somebody else has to say. */
const SPOKESPERSON = /\b(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?|press (?:officer|secretary))\b/i

/** Offices of those who speak for others. */
const SPEAKING =
  /\b(?:spokes\w+|chief|executive|president|chair\w*|director|head|heads|manager|secretary|minister|lawyer|attorney|official|officer|leader)\b/i

/** Who stands for itself; a place that speaks stands for somebody there. */
const SOLID: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'document'])
const MEDIA: ReadonlySet<string> = new Set('media outlet press newspaper broadcaster website tabloid'.split(' ').map(stemOf))

const NAMING: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'document'])

export function merged(wordings: readonly Wording[]): Wording {
  const all = (pick: (wording: Wording) => ReadonlySet<string>) => new Set(wordings.flatMap(wording => [...pick(wording)]))
  return {
    heads: all(({ heads }) => heads),
    words: all(({ words }) => words),
    names: all(({ names }) => names),
    people: all(({ people }) => people),
    speaksFor: all(({ speaksFor }) => speaksFor),
    offices: all(({ offices }) => offices),
    bodies: all(({ bodies }) => bodies),
    isBare: wordings.length > 0 && wordings.every(({ isBare }) => isBare),
    isOffice: wordings.length > 0 && wordings.every(({ isOffice }) => isOffice),
    isAnyBody: wordings.length > 0 && wordings.every(({ isAnyBody }) => isAnyBody),
    isDocument: wordings.length > 0 && wordings.every(({ isDocument }) => isDocument),
    isUnsure: wordings.length > 0 && wordings.every(({ isUnsure }) => isUnsure),
    isHidden: wordings.some(({ isHidden }) => isHidden) && wordings.every(({ people }) => people.size === 0),
    isBody: wordings.length > 0 && wordings.every(({ isBody }) => isBody),
    mayRepresent: wordings.length > 0 && wordings.every(({ mayRepresent }) => mayRepresent),
    isVague: wordings.length > 0 && wordings.every(({ isVague }) => isVague),
  }
}

/** Where the first noun group of a phrase ends. */
const BEYOND = /,|\s(?:of|who|whom|whose|that|which|with|from|in|at|on|for|to|near|close|familiar|speaking)\s/

const EMPTY: ReadonlySet<string> = new Set(
  'the a an one two three four five six seven eight nine ten some several many other another its his her their our it he she they who mr ms mrs dr'.split(
    ' ',
  ),
)

/** A phrase that brings somebody in without a name. */
const HIDDEN =
  /^(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Oo]ther|[Aa]nother|[Mm]any)\s+\p{Ll}|^\p{L}\p{Ll}+s(?:\s|$)/u

/** Why two sources may be one although nothing says so; null where their words tell them apart, or say nothing about it. */
export function likeness(
  a: Wording,
  b: Wording,
): 'like wording' | 'may speak for it' | 'unnamed sources' | 'speaker unclear' | null {
  if (speaksFor(a, b) || speaksFor(b, a)) return 'may speak for it'
  if (a.people.size > 0 && b.people.size > 0) return meets(a.people, b.people) ? 'like wording' : null
  if (meets(a.names, b.names) || meets(a.heads, b.words) || meets(b.heads, a.words)) return 'like wording'
  if ((a.isBody && b.mayRepresent) || (b.isBody && a.mayRepresent)) return 'may speak for it'
  // A memo and a letter may be one paper; those of two authors are two.
  if (a.isDocument && b.isDocument && (a.names.size <= 1 || b.names.size <= 1)) return 'like wording'
  if (isUntold(a, b) || isUntold(b, a)) return 'speaker unclear'
  return a.isHidden && b.isHidden ? 'unnamed sources' : null
}

/** Whether one has an office of the other: "a spokesman for Calder Homes", "director of operations at Air Solenza". */
const speaksFor = (a: Wording, b: Wording): boolean =>
  meets(a.speaksFor, b.names) || [...a.offices].some(office => [...b.bodies].some(body => office.includes(body)))

/** Whether words for one that name nobody leave open that it is the other. */
const isUntold = (a: Wording, b: Wording): boolean => (a.isAnyBody && b.isBody) || (a.isOffice && b.isBare)

/** Whether both are named by the same noun: "police" and "the police", "a report" and "the report"; two people with names are compared by them. */
export function sameWording(a: Wording, b: Wording): boolean {
  if (a.people.size > 0 && b.people.size > 0) return meets(a.people, b.people)
  return meets(a.heads, b.heads)
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const item of small) if (large.has(item)) return true
  return false
}
