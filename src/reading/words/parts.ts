import { readFileSync } from 'node:fs'

/**
 * A part of speech: of Penn's tags those that this program tells apart. `N` `NS` noun, `P` name, `PRP` `PS` pronoun and possessive,
 * `D` determiner, `W` who, which, when, `C` a pronoun with its verb ("they've"), `J` adjective, `R` adverb, `RP` particle, `CD` number,
 * `VB` `VBD` `VBN` `VBG` `VBZ` `VBP` `MD` verbs, `X` anything else; marks stand for themselves, quotation marks as `q`, brackets as `b`.
 */
export type Part = string

/** A word as the text has it, or one of the marks `,` `:` `q` `b`, or a possessive's `'s`. */
export interface Item {
  readonly text: string
  readonly isWord: boolean
}

interface Counts {
  readonly tags: Readonly<Record<Part, number>>
  readonly words: Readonly<Record<string, string>>
  readonly capitals: Readonly<Record<string, string>>
  readonly endings: Readonly<Record<string, string>>
  readonly sequences: Readonly<Record<string, string>>
}

type Scores = readonly (readonly [tag: number, score: number])[]

const counts = JSON.parse(readFileSync(new URL('../../../ontology/parts-of-speech.json', import.meta.url), 'utf8')) as Counts
const TAGS = ['^', '$', ...Object.keys(counts.tags)]
const SIZE = TAGS.length
const INDEX = new Map(TAGS.map((tag, index) => [tag, index]))
const TOTAL = Object.values(counts.tags).reduce((sum, count) => sum + count, 0)

/** How much the last two tags, the last one and none decide; found by deleted interpolation (Brants 2000, TnT) on the same counts. */
const SHARES = [0.55, 0.4, 0.05] as const
/** Words of a sentence, for how likely it is to end. */
const AVERAGE_WORDS = 24
const FOLLOWS = followScores()

/** What a form in -ed may be that the counts do not have as such: few words are seen in all their uses. */
const UNSEEN = 0.05
const WORDS = table(counts.words)
const CAPITALS = table(counts.capitals)
const ENDINGS = table(counts.endings)
const ENDING_MAX = 4

/** One part of speech an item: the likeliest sequence by counts of words and of three parts in a row. */
export function partsOf(items: readonly Item[]): Part[] {
  // A state is the tag before and the last one; each keeps its best score and the state it came from.
  let states: readonly State[] = [{ pair: 0, score: 0, from: null }]
  items.forEach((item, at) => {
    const own = scoresOf(item, at === 0 || isOpening(items[at - 1]!.text))
    const next: State[] = []
    for (const [tag, emission] of own) {
      for (const state of states) {
        const score = state.score + emission + FOLLOWS[state.pair * SIZE + tag]!
        const pair = (state.pair % SIZE) * SIZE + tag
        const index = next.findIndex(other => other.pair === pair)
        if (index < 0) next.push({ pair, score, from: state })
        else if (score > next[index]!.score) next[index] = { pair, score, from: state }
      }
    }
    states = next
  })
  const ending = ({ pair, score }: State) => score + FOLLOWS[pair * SIZE + 1]!
  let state: State | null = states.reduce((best, other) => (ending(other) > ending(best) ? other : best))
  const parts = new Array<Part>(items.length)
  for (let at = items.length - 1; at >= 0; at--) {
    parts[at] = TAGS[state!.pair % SIZE]!
    state = state!.from
  }
  return parts
}

interface State {
  readonly pair: number
  readonly score: number
  readonly from: State | null
}

const isOpening = (mark: string): boolean => mark === ':' || mark === 'q'
const FIGURE = /^\d/
const CAPITAL = /^\p{Lu}/u

function scoresOf({ text, isWord }: Item, opens: boolean): Scores {
  const lower = text.toLowerCase()
  if (!isWord) return WORDS.get(text) ?? [[INDEX.get(text) ?? INDEX.get(':')!, 0]]
  if (FIGURE.test(text)) return text.includes('-') ? HYPHENATED_NUMBER : NUMBER
  if (CAPITAL.test(text)) {
    const known = WORDS.get(lower)
    if (!opens) return CAPITALS.get(lower) ?? NAME
    const name = CAPITALS.get(lower) ?? NAME
    if (!known) return mixed(name, byEnding(lower), 0.8)
    return isOpen(known) ? mixed(name, known, CAPITALS.has(lower) ? 0.5 : 0.2) : known
  }
  return WORDS.get(lower) ?? byEnding(lower)
}

function byEnding(word: string): Scores {
  for (let length = ENDING_MAX; length > 0; length--) {
    const found = ENDINGS.get(word.slice(-length))
    if (found && word.length > length) return found
  }
  return ENDINGS.get('')!
}

function score(tag: Part, share: number): readonly [number, number] {
  return [INDEX.get(tag)!, Math.log(share) - Math.log(counts.tags[tag]! / TOTAL)]
}
const NAME = [score('P', 0.93), score('N', 0.02), score('NS', 0.02), score('J', 0.03)]
const NUMBER = [score('CD', 1)]
const HYPHENATED_NUMBER = [score('CD', 0.3), score('J', 0.6), score('N', 0.1)]

const isOpen = (scores: Scores): boolean => scores.some(([tag]) => /^(?:N|NS|J|VB.?|R)$/.test(TAGS[tag]!))

/** What both say, the first with the share given. */
function mixed(one: Scores, other: Scores, share: number): Scores {
  const sums = new Map<number, number>()
  for (const [scores, weight] of [
    [one, share],
    [other, 1 - share],
  ] as const)
    for (const [tag, value] of scores) sums.set(tag, (sums.get(tag) ?? 0) + weight * Math.exp(value))
  return [...sums].map(([tag, value]) => [tag, Math.log(value)] as const)
}

/** "N16 VB4": in twentieths. */
function table(groups: Readonly<Record<string, string>>): ReadonlyMap<string, Scores> {
  const map = new Map<string, Scores>()
  for (const [shares, words] of Object.entries(groups)) {
    const parsed = shares.split(' ').map(part => /^(\D+)(\d+)$/.exec(part)!)
    const total = parsed.reduce((sum, [, , count]) => sum + Number(count), 0)
    const scores = parsed.map(([, tag, count]) => score(tag!, Number(count) / total))
    const missing = ['VBD', 'VBN'].filter(tag => !parsed.some(([, seen]) => seen === tag)).map(tag => score(tag, UNSEEN))
    for (const word of words.split(' ')) map.set(word, word.endsWith('ed') ? [...scores, ...missing] : scores)
  }
  return map
}

/** Log probabilities of a tag after two others: `[(first, second), third]`, row-major. */
function followScores(): Float64Array {
  const three = new Float64Array(SIZE ** 3)
  const two = new Float64Array(SIZE ** 2)
  for (const [pair, tags] of Object.entries(counts.sequences)) {
    const [first, second] = pair.split(' ').map(tag => INDEX.get(tag)!)
    for (const [, tag, count] of tags.matchAll(/(\S+) (\d+)/g)) {
      const third = INDEX.get(tag!)!
      three[(first! * SIZE + second!) * SIZE + third] = Number(count)
      two[second! * SIZE + third]! += Number(count)
    }
  }
  const sum = (list: Float64Array, from: number) => list.subarray(from, from + SIZE).reduce((total, count) => total + count, 0)
  const one = TAGS.map(tag => (counts.tags[tag] ?? TOTAL / AVERAGE_WORDS) / TOTAL)
  const follows = new Float64Array(SIZE ** 3)
  for (let pair = 0; pair < SIZE ** 2; pair++) {
    const second = pair % SIZE
    const threes = sum(three, pair * SIZE)
    const twos = sum(two, second * SIZE)
    for (let third = 0; third < SIZE; third++) {
      const byThree = threes ? three[pair * SIZE + third]! / threes : 0
      const byTwo = twos ? two[second * SIZE + third]! / twos : 0
      follows[pair * SIZE + third] = Math.log(SHARES[0] * byThree + SHARES[1] * byTwo + SHARES[2] * one[third]!)
    }
  }
  return follows
}
