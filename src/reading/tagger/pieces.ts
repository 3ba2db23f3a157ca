import { Tensor } from 'onnxruntime-node'
import { readRows } from '../meanings/rows.ts'

/** The rows of a table that several encoders share, one for each piece of the vocabulary: what an encoder starts from. */
export interface PieceTable {
  /** [1, pieces, width]: the rows of some pieces, in order. */
  of(ids: readonly number[]): Tensor
}

/** The table out of the bytes of `models/pieces.bin` (`train/pieces.py`). */
export function pieceTable(bytes: Buffer): PieceTable {
  const { width, scales, codes } = readRows(bytes)
  return {
    of(ids) {
      const rows = new Float32Array(ids.length * width)
      ids.forEach((id, index) => {
        const scale = scales[id]!
        for (let at = 0; at < width; at++) rows[index * width + at] = codes[id * width + at]! * scale
      })
      return new Tensor('float32', rows, [1, ids.length, width])
    },
  }
}
