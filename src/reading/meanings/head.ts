import { readRows } from './rows.ts'

/** Turns the mean of the tagger's states over some words into a direction that says what they mean together. */
export interface MeaningHead {
  readonly width: number
  /** `mean`: as wide as the tagger's states. Not of length 1. */
  readonly of: (mean: Float32Array) => Float32Array
}

/** The head out of the bytes of `models/meanings.bin`: a row for each of the tagger's states, and one that is added (`train/meanings`). */
export function meaningHead(bytes: Buffer): MeaningHead {
  const { count, width, scales, codes } = readRows(bytes)
  const weights = Float32Array.from(codes, (code, at) => code * scales[Math.floor(at / width)]!)
  const inputs = count - 1
  return {
    width,
    of(mean) {
      const sum = weights.slice(inputs * width)
      for (let input = 0; input < inputs; input++) {
        const value = mean[input]!
        for (let at = 0, from = input * width; at < width; at++) sum[at]! += value * weights[from + at]!
      }
      return sum
    },
  }
}
