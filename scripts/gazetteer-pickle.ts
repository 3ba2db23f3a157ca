/** What a Python pickle of plain lists, texts and numbers holds. No object is ever built from it: other opcodes are refused. */
export function unpickle(bytes: Buffer): unknown {
  const memo: unknown[] = []
  const marks: number[] = []
  const stack: unknown[] = []
  for (let at = 0; at < bytes.length; ) {
    const opcode = bytes[at++]!
    const take = (size: number): Buffer => {
      at += size
      return bytes.subarray(at - size, at)
    }
    switch (opcode) {
      case 0x80: // PROTO
        at += 1
        break
      case 0x95: // FRAME
        at += 8
        break
      case 0x5d: // EMPTY_LIST
        stack.push([])
        break
      case 0x94: // MEMOIZE
        memo.push(stack.at(-1))
        break
      case 0x68: // BINGET
        stack.push(memo[bytes[at++]!])
        break
      case 0x6a: // LONG_BINGET
        stack.push(memo[take(4).readUInt32LE()])
        break
      case 0x28: // MARK
        marks.push(stack.length)
        break
      case 0x65: {
        // APPENDS
        const items = stack.splice(marks.pop()!)
        const list = stack.at(-1) as unknown[]
        for (const item of items) list.push(item)
        break
      }
      case 0x8c: // SHORT_BINUNICODE
        stack.push(take(bytes[at++]!).toString('utf8'))
        break
      case 0x58: {
        // BINUNICODE
        const size = take(4).readUInt32LE()
        stack.push(take(size).toString('utf8'))
        break
      }
      case 0x47: // BINFLOAT
        stack.push(take(8).readDoubleBE())
        break
      case 0x4a: // BININT
        stack.push(take(4).readInt32LE())
        break
      case 0x4d: // BININT2
        stack.push(take(2).readUInt16LE())
        break
      case 0x4b: // BININT1
        stack.push(bytes[at++])
        break
      case 0x8a: {
        // LONG1
        const size = bytes[at++]!
        stack.push(Number(take(size).readIntLE(0, size)))
        break
      }
      case 0x2e: // STOP
        return stack.pop()
      default:
        throw new Error(`opcode 0x${opcode.toString(16)} at ${at - 1}: not a pickle of plain lists`)
    }
  }
  throw new Error('the pickle ends too early')
}
