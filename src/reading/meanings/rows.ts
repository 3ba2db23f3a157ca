/** Rows of numbers as a file of weights has them. */
export interface Rows {
  readonly count: number
  readonly width: number
  /** What the codes of each row are to be multiplied with. */
  readonly scales: Float32Array
  readonly codes: Int8Array
}

/** Reads `HVEC`, count and width as uint32, a float32 scale a row, int8 rows; little-endian. */
export function readRows(bytes: Buffer): Rows {
  const count = bytes.readUInt32LE(4)
  const width = bytes.readUInt32LE(8)
  return {
    count,
    width,
    scales: Float32Array.from({ length: count }, (_, row) => bytes.readFloatLE(HEAD_BYTES + row * 4)),
    codes: new Int8Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES + count * 4, count * width),
  }
}

const HEAD_BYTES = 12
