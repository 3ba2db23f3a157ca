import { isTellingAmount } from './amounts.ts'
import type { Content } from './content.ts'
import { figuresOf } from './figures.ts'

/** Whether what one tells as done is still to come, possible or asked in the other. */
export const isOtherMood = (a: Content, b: Content): boolean =>
  !AGREEING[a.modality].includes(b.modality) &&
  !isSameCost(a, b) &&
  !isUnderWay(a, b) &&
  !isUnderWay(b, a) &&
  !isToStay(a, b) &&
  !isToStay(b, a)

const AGREEING: Readonly<Record<Content['modality'], readonly Content['modality'][]>> = {
  told: ['told'],
  ahead: ['ahead'],
  possible: ['possible', 'asked'],
  asked: ['asked', 'possible'],
}

/** "Istra is selling its plant", "Istra is to sell its plant". */
const isUnderWay = ({ modality, words }: Content, other: Content): boolean =>
  modality === 'told' &&
  other.modality === 'ahead' &&
  words.some((word, at) => /^(?:is|are)$/.test(word) && /..ing$/.test(words[at + 1] ?? '') && words[at + 1] !== 'being')

/** "Visits will stay limited to one hour", "visits are limited to one hour". */
const isToStay = ({ modality, words }: Content, other: Content): boolean =>
  modality === 'told' &&
  other.modality === 'ahead' &&
  !words.some(word => /^(?:was|were|had)$/.test(word)) &&
  other.words.some((word, at) => word === 'will' && /^(?:stay|remain|continue|keep)$/.test(other.words[at + 1] ?? ''))

/** What something is put at, it would cost: an estimate is told either way. */
const isSameCost = (a: Content, b: Content): boolean =>
  figuresOf(a).some(
    one => one.kind === 'cost' && figuresOf(b).some(other => other.kind === 'cost' && isTellingAmount(one.amount, other.amount)),
  )
