import { isRole } from '../../../reading/who/nouns.ts'
import { stemOf } from '../../terms.ts'
import { type Amount, VOTES } from '../amounts.ts'
import type { Slot } from './slots.ts'

type Measure = Pick<Slot, 'dimension' | 'value' | 'unit'>

/** What an amount measures, in base units; null for how many times, for weights in pounds and for speeds. */
export function measureOf({ value, span, unit }: Amount, body: string): Measure | null {
  const [head = ''] = unit
  const before = body.slice(Math.max(0, span[0] - 40), span[0])
  const after = body.slice(span[1], span[1] + 12)
  const text = body.slice(...span)
  if (head === VOTES) return { dimension: 'votes', value: `${value}`, unit: [] }
  if (head === 'tim' || head === 'time') return null
  if (/-year-old$/.test(text) || /^[ -]years?[ -](?:old|of age)\b/.test(after)) return { dimension: 'age', value, unit: [] }
  if (/\b(?:aged|man of|woman of|boy of|girl of|who (?:is|was)|at the age of) $/.test(before) && unit.length === 0 && value < 120)
    return { dimension: 'age', value, unit: [] }
  const person = unit.length === 0 && value < 120 ? /\b(?:a|an|the) (?:[\p{L}-]+ )?(\p{L}+) of $/u.exec(before)?.[1] : undefined
  if (person && isRole(person.toLowerCase())) return { dimension: 'age', value, unit: [] }
  if (head === '$' && isWeight(unit, body)) return null
  if (head === '$') return { dimension: 'money', value, unit: unit.slice(1) }
  if (head === '%') return { dimension: 'share', value: value / 100, unit: [] }
  if (/^ (?:an?|of an) (?:hour|day|year|mile|century)\b/.test(after)) return null
  if (value < 1 && value > 0) return { dimension: 'share', value, unit: [] }
  const seconds = SECONDS.find(([pattern]) => pattern.test(head))
  if (seconds) return { dimension: 'duration', value: value * seconds[1], unit: [] }
  const metres = /^ton/.test(unit[1] ?? '') ? undefined : METRES.find(([pattern]) => pattern.test(head))
  if (metres) return { dimension: 'length', value: value * metres[1], unit: [] }
  if (SPEED.test(head)) return null
  return { dimension: 'count', value, unit: thingsBehind(body.slice(span[1], span[1] + 80)) ?? unit }
}

/** "20 North Korean *vessels*": what is counted stands behind the names that say whose; null where no name stands there. */
function thingsBehind(text: string): readonly string[] | null {
  const words = /^ (?:\p{Lu}[\p{L}\d’'.-]* )+(\p{Ll}[\p{Ll}-]*)/u.exec(text)
  // "31,000 Kestrians" are people.
  if (/^ \p{Lu}\p{Ll}+(?:ans|ese|ish|ians|ers|is)\b(?! \p{Lu})/u.test(text)) return [stemOf('people')]
  return words && !SMALL_WORD.test(words[1]!) ? [stemOf(words[1]!)] : null
}
const SMALL_WORD = /^(?:and|or|of|in|on|at|by|for|to|from|with|were|was|are|is|had|have|has|who|that|which|as|said)$/

/** "Five million pounds of thrust": an article whose pounds are of something weighs with them. */
const isWeight = (unit: readonly string[], body: string): boolean =>
  unit[1] === 'pound' && !body.includes('£') && WEIGHING.test(body)
const WEIGHING = /\bpounds? of (?!(?:damage|debt|public|taxpayer|his|her|its|their|the)\b)\p{Ll}+|\d[- ]pound \p{Ll}/u

/** The speed of a wind is read again and again. */
const SPEED = /^(?:mph|kph|knot|degre)/

const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^second/, 1],
  [/^minut/, 60],
  [/^hou?r/, 3600],
  [/^day/, 86_400],
  [/^week/, 604_800],
  [/^month/, 2_629_800],
  [/^year/, 31_557_600],
]
const METRES: readonly (readonly [RegExp, number])[] = [
  [/^(?:kilomet|km)/, 1000],
  [/^met(?:r|er)/, 1],
  [/^mil(?:e)?$/, 1609],
  [/^(?:feet|foot|ft)$/, 0.3048],
]
