/** For each of `size` items up to `most` others, those with the highest scores: of equal ones the lower first. */
export class Likeliest {
  readonly #most: number
  readonly #others: Int32Array
  readonly #scores: Float64Array
  readonly #counts: Int32Array

  constructor(size: number, most: number) {
    this.#most = most
    this.#others = new Int32Array(size * most)
    this.#scores = new Float64Array(size * most)
    this.#counts = new Int32Array(size)
  }

  /** Each other at most once an item. */
  offer(item: number, other: number, score: number): void {
    const [others, scores] = [this.#others, this.#scores]
    const from = item * this.#most
    let at = from + this.#counts[item]!
    const isFull = this.#counts[item] === this.#most
    if (isFull && !(score > scores[at - 1]! || (score === scores[at - 1]! && other < others[at - 1]!))) return
    if (isFull) at--
    else this.#counts[item]!++
    for (; at > from && (score > scores[at - 1]! || (score === scores[at - 1]! && other < others[at - 1]!)); at--) {
      others[at] = others[at - 1]!
      scores[at] = scores[at - 1]!
    }
    others[at] = other
    scores[at] = score
  }

  /** The scores of `of`. */
  scoresOf(item: number): Float64Array {
    const from = item * this.#most
    return this.#scores.subarray(from, from + this.#counts[item]!)
  }

  /** The likeliest first. */
  of(item: number): Int32Array {
    const from = item * this.#most
    return this.#others.subarray(from, from + this.#counts[item]!)
  }
}
