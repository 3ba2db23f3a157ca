import type { Statement, StoryEntity } from '../../record/index.ts'
import { contains, textOf } from '../../record/index.ts'
import { stemOf } from '../terms.ts'
import { ANY_BODY, ANY_SORT, ANYBODY, AT_WORK, MEDIA, OFFICIAL } from './nouns.ts'
import type { Held, Scene } from './scene.ts'

/** The words that a story's articles name one source by. */
export interface Wording {
  /** Stems of the nouns that the phrases are built on: "spokeswoman" of "a police spokeswoman in Arden". */
  readonly heads: ReadonlySet<string>
  /** Stems of what stands with them: "police". */
  readonly words: ReadonlySet<string>
  /** The speaker, and the people and bodies that the phrases name with it: "secretary of the United Dockers’ Union". A Story's entities. */
  readonly names: ReadonlySet<string>
  /** The name of the speaker, in lower case, where it is a person with a name: two of them are two. */
  readonly people: ReadonlySet<string>
  /** Whether it is a body that somebody may speak for: "police", "prosecutors", a company; not "two workers". */
  readonly isBody: boolean
  /** Whether it is a person who may speak for a body: nothing is told of an office, or that of one who speaks for others, and no body is named with it. */
  readonly mayRepresent: boolean
  /** Stems of what its office says of a body without naming it: "a spokeswoman for *the university hospital*"; none where any body may be meant. */
  readonly serves: ReadonlySet<string>
  /** For whom it speaks by its own office: "a spokesman for Calder Homes", "her lawyer, …" where she is named. A Story's entities. */
  readonly speaksFor: ReadonlySet<string>
  /** The phrases themselves, of those who have an office; and what a body is called, where that is a name. In lower case. */
  readonly offices: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  /** Whether it has an office of those who speak for others, by name or not. */
  readonly isOfficer: boolean
  /** Whether it is somebody of whom nothing more is told: "a source", "a witness". */
  readonly isAnybody: boolean
  /** Whether it is somebody of a body that is not told: "an official", "a spokeswoman", "authorities". */
  readonly isAnyOfficial: boolean
  /** Whether it speaks for a person who is not told: "his lawyer". */
  readonly isMouth: boolean
  /** Whether it is a person with a name of whom no office is told. */
  readonly isBare: boolean
  /** Whether it is a person, or some, spoken of by what they are alone: "the mayor", "a crewman", "survivors". */
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

/** A name without accents, in lower case. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

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
  const others = known.flatMap(one => (one!.id === speaker ? [] : [one!.id]))
  const rest = phrase.slice(group.length)
  const nouns = wordsOf(group)
  // "Afghan officials" are of no body that is told.
  const sorts = nouns.filter(noun => !DEMONYM.test(noun))
  return {
    heads: new Set(nouns.slice(-1)),
    words: new Set(nouns),
    names: new Set([...known.map(one => one!.id), ...(speaker === null ? [] : [speaker])]),
    people: new Set(isPerson ? [plain(self.name)] : []),
    isBody:
      (isBody(self) && (!HIDDEN.test(phrase) || standForBody(nouns.at(-1)))) ||
      (self?.kind === 'document' && IN_WRITING.test(group)),
    mayRepresent:
      !known.some(one => one!.kind === 'organization') &&
      ((isPerson && !/\s\p{Ll}{3,}/u.test(` ${phrase}`)) || (isSomebody(self) && SPEAKING.test(phrase))),
    serves: new Set(wordsOf(SERVING.exec(phrase)?.[1] ?? '')),
    offices: new Set(isPerson && SPEAKING.test(phrase) ? [phrase.toLowerCase()] : []),
    bodies: new Set(self && /^(?:[Tt]he )?\p{Lu}/u.test(self.name) ? [self.name.replace(/^[Tt]he /, '').toLowerCase()] : []),
    speaksFor: new Set(SPOKESPERSON.test(phrase) ? others : []),
    isOfficer: isSomebody(self) && SPEAKING.test(phrase),
    isAnybody: HIDDEN.test(phrase) && SAYS_NO_MORE.test(rest) && nouns.length > 0 && ANYBODY.has(nouns.at(-1)!),
    isAnyOfficial:
      others.length === 0 && OFFICIAL.has(sorts.at(-1) ?? '') && sorts.every(noun => OFFICIAL.has(noun) || ANY_SORT.has(noun)),
    isMouth: MOUTH.test(phrase) && others.length === 0,
    isBare: isPerson && nouns.every(noun => namesOf(self).has(noun)) && !TOLD_OF.test(phrase),
    isOffice: !isPerson && self?.kind !== 'document' && (HIDDEN.test(phrase) ? !standForBody(nouns.at(-1)) : isSomebody(self)),
    isAnyBody: isBody(self) && known.length === 0 && nouns.length > 0 && ANY_BODY.has(nouns.at(-1)!),
    isDocument: self?.kind === 'document',
    isUnsure: speakerConfidence !== null && speakerConfidence < SURE,
    isHidden: HIDDEN.test(phrase),
    isVague:
      nouns.some(noun => MEDIA.has(noun)) ||
      /\breports$/i.test(group) ||
      (!HIDDEN.test(phrase) && known.length === 0 && !(self && SOLID.has(self.kind))),
  }
}

const wordsOf = (phrase: string): string[] =>
  (phrase.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []).filter(word => !EMPTY.has(word)).map(stemOf)

const standForBody = (noun = ''): boolean => AT_WORK.has(noun) || ANY_BODY.has(noun)

const isSomebody = (self: StoryEntity | undefined): boolean => self?.kind === 'person' || self?.kind === 'unnamed'

const isBody = (self: StoryEntity | undefined): boolean => self?.kind === 'organization' || self?.kind === 'group'

const namesOf = (self: StoryEntity | undefined): ReadonlySet<string> => new Set(self?.name.toLowerCase().split(/\s+/).map(stemOf))

/** Of the speakers that the reader finds in less sure ways every fourth and more is wrong (`src/reading/who/confidence.ts`). */
const SURE = 0.8

/** Those who say what somebody else has to say. */
const SPOKESPERSON = /\b(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?|press (?:officer|secretary))\b/i

/** Who speaks for a person whom the phrase does not name. */
const MOUTH = /\b(?:his|her) (?:\p{Ll}+ )?(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?)\b/u

/** Offices of those who speak for others. */
const SPEAKING =
  /\b(?:spokes\w+|chief|executive|president|chair\w*|director|head|heads|headed|leads|manager|manages|secretary|minister|lawyer|attorney|official|officer|leader|commander|commands|commissioner|inspector|superintendent|detective|sergeant|constable|sheriff|marshal|colonel|general|prosecutor|investigator|governor|mayor|ambassador|boss|founder|owner|runs|administrator|principal|rector|dean|speaker|representative|coordinator)\b/i

const SERVING = /\b(?:for|of|at) (?:the|an?|its|their) ((?:\p{Ll}[\p{L}’'-]* ?)+)/u

/** What is told of a person behind the name: "Pia Lomax, the secretary of the union". */
const TOLD_OF = /,\s+(?:(?:an?|the|its|his|her|their|who)\s|\p{Ll}{4,})/u

/** Who stands for itself; a place that speaks stands for somebody there. */
const SOLID: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'document'])
const NAMING: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'document'])

export function merged(told: readonly Wording[]): Wording {
  // Of whom a pronoun means it says nothing more.
  const named = told.filter(({ words }) => words.size > 0)
  const wordings = named.length > 0 ? named : told
  const every = (test: (wording: Wording) => boolean) => wordings.length > 0 && wordings.every(test)
  const all = (pick: (wording: Wording) => ReadonlySet<string>) => new Set(wordings.flatMap(wording => [...pick(wording)]))
  return {
    heads: all(({ heads }) => heads),
    words: all(({ words }) => words),
    names: all(({ names }) => names),
    serves: all(({ serves }) => serves),
    people: all(({ people }) => people),
    speaksFor: all(({ speaksFor }) => speaksFor),
    offices: all(({ offices }) => offices),
    bodies: all(({ bodies }) => bodies),
    isOfficer: wordings.some(({ isOfficer }) => isOfficer),
    isAnybody: every(({ isAnybody }) => isAnybody),
    isAnyOfficial: every(({ isAnyOfficial }) => isAnyOfficial),
    isMouth: wordings.some(({ isMouth }) => isMouth) && wordings.every(({ speaksFor }) => speaksFor.size === 0),
    isBare: every(({ isBare }) => isBare),
    isOffice: every(({ isOffice }) => isOffice),
    isAnyBody: every(({ isAnyBody }) => isAnyBody),
    isDocument: every(({ isDocument }) => isDocument),
    isUnsure: every(({ isUnsure }) => isUnsure),
    isHidden: wordings.some(({ isHidden }) => isHidden) && wordings.every(({ people }) => people.size === 0),
    isBody: every(({ isBody }) => isBody),
    mayRepresent: every(({ mayRepresent }) => mayRepresent),
    isVague: every(({ isVague }) => isVague),
  }
}

/** Where the first noun group of a phrase ends. */
const BEYOND = /,|\s(?:of|who|whom|whose|that|which|with|from|in|at|on|for|to|near|close|familiar|speaking)\s/

/** Ends of adjectives of places. */
const DEMONYM = /(?:an|ish|es|[^a]i|ch)$/

const EMPTY: ReadonlySet<string> = new Set(
  'the a an one two three four five six seven eight nine ten some several many other another its his her their our it he she they who mr ms mrs dr'.split(
    ' ',
  ),
)

/** A phrase that brings somebody in without a name. */
const HIDDEN =
  /^(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Oo]ther|[Aa]nother|[Mm]any)\s+\p{Ll}|^\p{L}\p{Ll}+s(?:\s|$)/u

/** What may stand behind such a phrase and tells no more of who it is. */
const SAYS_NO_MORE = /^(?:,?\s*(?:who (?:asked|spoke|declined|wished|wanted)|speaking|familiar|close|with knowledge)\b.*)?$/s

/** What a body issues says what the body says. */
const IN_WRITING = /\b(?:statement|release|communiqu[eé]|announcement)$/i
