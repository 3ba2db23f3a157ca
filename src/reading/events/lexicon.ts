import { readFileSync } from 'node:fs'
import type { EventType } from '../../record/index.ts'

interface EventLists {
  readonly verbs: readonly { readonly type: EventType; readonly mode: string | null; readonly verbs: readonly string[] }[]
  readonly nouns: readonly {
    readonly type: EventType
    readonly mode: string | null
    readonly nouns: string
    readonly forms: string
  }[]
  readonly blocked: Readonly<Record<'sport' | 'trial' | 'history' | 'inert' | 'things', string>>
}

/** A verb, with what has to follow it, that names a deed. */
export interface VerbEntry {
  readonly type: EventType
  readonly mode: string | null
  /** Lemmas after the verb; `gap` says that up to `GAP_WORDS_MAX` words may stand before it. */
  readonly rest: readonly { readonly lemma: string; readonly gap: boolean }[]
  /** Where the recipient stands, best first: `object`, a preposition, or one of the special places of `parties.ts`. */
  readonly places: readonly string[]
}

export interface NounEntry {
  readonly type: EventType
  readonly mode: string | null
  /** The prepositions that bring in who is acted upon, or both parties. */
  readonly forms: readonly string[]
}

/** Words between a verb and the noun that makes the phrase: "imposed a new dusk-to-dawn curfew". */
export const GAP_WORDS_MAX = 6

const lists = JSON.parse(readFileSync(new URL('../../../ontology/events.json', import.meta.url), 'utf8')) as EventLists

/** Entries by their verb's lemma, those with more words first. */
export const VERBS: ReadonlyMap<string, readonly VerbEntry[]> = verbsOf()
export const NOUNS: ReadonlyMap<string, NounEntry> = new Map(
  lists.nouns.flatMap(({ type, mode, nouns, forms }) =>
    nouns.split(' ').map(noun => [noun, { type, mode, forms: forms.split(' ') }] as const),
  ),
)
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
export const SPORT = words(lists.blocked.sport)
export const TRIAL = words(lists.blocked.trial)
export const HISTORY = words(lists.blocked.history)
/** What is released, shot or held without anybody being so. */
export const THINGS = words(lists.blocked.things)
/** Heads of subjects that are no party. */
export const INERT = words(lists.blocked.inert)

/** "suspend imports from" before "suspend from". */
function endsSmall({ rest }: VerbEntry): boolean {
  return /^(?:from|with|of)$/.test(rest.at(-1)?.lemma ?? '')
}

function verbsOf(): Map<string, VerbEntry[]> {
  const map = new Map<string, VerbEntry[]>()
  for (const { type, mode, verbs } of lists.verbs) {
    for (const line of verbs) {
      const [phrase = '', after = ''] = line.split('>').map(part => part.trim())
      const [verb, ...others] = phrase.split(' ')
      const rest: { lemma: string; gap: boolean }[] = []
      let gap = false
      for (const word of others) {
        if (word === '..') gap = true
        else {
          rest.push({ lemma: word, gap })
          gap = false
        }
      }
      const entry = { type, mode, rest, places: after.split(' ').filter(Boolean) }
      map.set(verb!, [...(map.get(verb!) ?? []), entry])
    }
  }
  for (const entries of map.values())
    entries.sort((a, b) => b.rest.length - a.rest.length || Number(endsSmall(a)) - Number(endsSmall(b)))
  return map
}
