import type { Statement } from '../../record/index.ts'
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
  /** Whether it is only ever "an official", "two workers": someone whom the outlet will not name. */
  readonly isHidden: boolean
  /** Whether the words do not say who it is: "the man", "images", or other outlets, which pass on what somebody told them. */
  readonly isVague: boolean
}

/** What an article says of a statement's source. */
export function wordingOf(
  { entities }: Pick<Scene, 'entities'>,
  { id, body, named }: Held,
  { source, speaker: own }: Statement,
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
    .trim()
  const [group = ''] = phrase.split(BEYOND)
  const nouns = (group.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []).filter(word => !EMPTY.has(word)).map(stemOf)
  return {
    heads: new Set(nouns.slice(-1)),
    words: new Set(nouns),
    names: new Set([...known.map(one => one!.id), ...(speaker === null ? [] : [speaker])]),
    people: new Set(isPerson ? [self.name.toLowerCase().split(' ').at(-1)!] : []),
    isBody: self?.kind === 'organization' || self?.kind === 'group',
    mayRepresent:
      isPerson &&
      !known.some(one => one!.kind === 'organization') &&
      (!/\s\p{Ll}{3,}/u.test(` ${phrase}`) || SPEAKING.test(phrase)),
    isHidden: HIDDEN.test(phrase),
    isVague:
      nouns.some(noun => MEDIA.has(noun)) || (!HIDDEN.test(phrase) && known.length === 0 && !(self && SOLID.has(self.kind))),
  }
}

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
export function likeness(a: Wording, b: Wording): 'like wording' | 'may speak for it' | 'unnamed sources' | null {
  if (a.people.size > 0 && b.people.size > 0) return meets(a.people, b.people) ? 'like wording' : null
  if (meets(a.names, b.names) || meets(a.heads, b.words) || meets(b.heads, a.words)) return 'like wording'
  if ((a.isBody && b.mayRepresent) || (b.isBody && a.mayRepresent)) return 'may speak for it'
  return a.isHidden && b.isHidden ? 'unnamed sources' : null
}

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
