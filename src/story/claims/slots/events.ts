import { isTellingAmount } from '../amounts.ts'
import { mayAgree } from './agree.ts'
import type { Frame } from './frame.ts'
import type { Slot } from './slots.ts'

/**
 * Indices of the figures that each article gives first of their kind, with those that may agree with them, and of all others of no kind: whoever
 * tells of one event and then of an earlier one gives the dead of the first before those of the second.
 */
export function firstOfKinds(frames: readonly Frame[], articleOf: (slot: Slot) => string): ReadonlySet<number> {
  const first = new Map<string, Slot>()
  const order = frames.map((_, index) => index).sort((x, y) => frames[x]!.slot.span[0] - frames[y]!.slot.span[0])
  return new Set(
    order.filter(index => {
      const { kind, slot } = frames[index]!
      if (kind === null) return true
      if (slot.isPart || slot.isDenied) return false
      const key = `${articleOf(slot)} ${kind}`
      const known = first.get(key) ?? slot
      first.set(key, known)
      return mayAgree(known, slot)
    }),
  )
}

/** Whether two clauses share somebody or some place that one of them names, and all that at least one of them names. */
export function areOfOneEvent(a: Frame, b: Frame): boolean {
  if (a.kind !== b.kind) return true
  const known = ({ terms, beside }: Frame) => new Set([...terms, ...beside].map(({ key }) => key))
  const [inA, inB] = [known(a), known(b)]
  const [ofA, ofB] = [a.named.map(key => inB.has(key)), b.named.map(key => inA.has(key))]
  return [...ofA, ...ofB].some(Boolean) && (ofA.every(Boolean) || ofB.every(Boolean))
}

/** Whether two values are one number that hardly two things share by chance: a count of the same, a sum to the third digit. */
export function isTelling(a: Slot, b: Slot): boolean {
  if (a.dimension !== b.dimension || typeof a.value !== 'number' || typeof b.value !== 'number') return false
  if (a.dimension === 'count') return isTellingAmount({ value: a.value, unit: a.unit }, { value: b.value, unit: b.unit })
  return a.dimension === 'money' && a.value === b.value && `${a.value}`.replace(/\D|0+$/g, '').length >= TELLING_DIGITS
}

const TELLING_DIGITS = 3
