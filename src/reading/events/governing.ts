import type { EventType, Span } from '../../record/index.ts'
import type { Token } from './line.ts'
import { REACH_WORDS } from './recipients.ts'
import type { Trigger, VerbTrigger } from './triggers.ts'

/** Verbs whose object did what follows: "accused X of shelling". */
const ACCUSING = new Set('accuse blame condemn criticise criticize suspect denounce'.split(' '))
/** Their infinitives and clauses say what is wanted or said, not what was done. */
export const GOVERNING = new Set<EventType>(['THREATEN', 'AGREE', 'REQUEST', 'REJECT'])

/** Triggers that were met, with what they tell. */
export type Found = readonly {
  readonly trigger: Trigger
  readonly deed: { readonly type: EventType; readonly recipients: readonly Span[] }
}[]

export type Governor = { readonly actors: readonly Span[] } | 'no deed' | null

/** Whose word or will a verb depends on: "threatened to close", "accused X of shelling". */
export function governorOf(line: readonly Token[], trigger: VerbTrigger, triggers: readonly Trigger[], before: Found): Governor {
  const earlier = triggers.filter((other): other is VerbTrigger => other.form === 'verb' && other.at < trigger.at)
  for (const other of earlier.toReversed()) {
    const between = line.slice(other.last + 1, trigger.group + 1)
    const lemma = line[other.at]!.lemma
    if (trigger.shape === 'gerund' && ACCUSING.has(lemma) && ['of', 'for'].includes(line[trigger.at - 1]!.lower)) {
      const found = before.find(one => one.trigger === other)
      return found ? { actors: found.deed.recipients } : 'no deed'
    }
    if (between.some(token => /[;,]/.test(token.before) && between.indexOf(token) > 0)) continue
    const wanted =
      trigger.shape === 'infinitive' ||
      between.some(token => token.lower === 'that' || token.lower === 'would' || token.lower === 'will')
    if (GOVERNING.has(other.type) && wanted) return 'no deed'
  }
  if (trigger.shape === 'gerund' && ['of', 'for'].includes(line[trigger.at - 1]?.lower ?? '')) return 'no deed'
  return null
}

/** The act that is threatened, promised, demanded or refused: the next verb with "to" or "would" in the same clause. */
export function governedBy(line: readonly Token[], trigger: VerbTrigger, triggers: readonly Trigger[]): VerbTrigger | null {
  for (const other of triggers) {
    if (other.form !== 'verb' || other.at <= trigger.at) continue
    const between = line.slice(trigger.last + 1, other.group + 1)
    if (trigger.type === 'REJECT' && between.length > 1) return null
    if (between.length > REACH_WORDS || between.some((token, i) => i > 0 && /[,;:]/.test(token.before))) return null
    if (other.shape === 'infinitive' || between.some(({ lower }) => /^(?:would|will|could|may|might|that)$/.test(lower)))
      return other
    if (other.shape === 'gerund' && between.length <= 1) return other
  }
  return null
}

/** PLOVER's modes of these types name what is wanted or refused. */
export function modeWanted(type: EventType, { type: act, mode }: VerbTrigger): string | null {
  if (type === 'THREATEN') {
    if (act === 'ASSAULT' || act === 'FIGHT' || act === 'MOBILIZE') return 'violence'
    if (act === 'COERCE') return mode === 'arrest' || mode === 'ban' ? mode : 'restrict'
    if (act === 'SANCTION') return mode === 'expel' ? 'expel' : 'relations'
    return null
  }
  if (type === 'REQUEST' || type === 'REJECT') {
    if (act === 'YIELD') return 'yield'
    if (act === 'AID' || act === 'COOPERATE') return 'assist'
    if (act === 'CONSULT') return 'meet'
  }
  return null
}
