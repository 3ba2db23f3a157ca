import { HearsayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Input } from './api.ts'

/** A file that was dropped or chosen, as input: HTML by its name or type, else text. Throws `input-too-large`. */
export async function inputFromFile(file: File): Promise<Input> {
  if (file.size > LIMITS.pageBytesMax) {
    const megabytes = (file.size / 1_000_000).toFixed(1)
    throw new HearsayError(
      'input-too-large',
      `${file.name} has ${megabytes} MB; the limit is ${LIMITS.pageBytesMax / 1_000_000} MB.`,
    )
  }
  const isHtml = file.type === 'text/html' || /\.x?html?$/i.test(file.name)
  const text = decode(new Uint8Array(await file.arrayBuffer()), isHtml)
  return isHtml ? { html: text } : { text }
}

/** UTF-8 where the bytes are that, else what a byte-order mark or an HTML page declares, else Windows-1252, as browsers do. */
function decode(bytes: Uint8Array, isHtml: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const head = isHtml ? new TextDecoder('latin1').decode(bytes.slice(0, 1024)) : ''
    return new TextDecoder(supported(/charset=["']?([\w-]+)/i.exec(head)?.[1])).decode(bytes)
  }
}

function supported(label = 'windows-1252'): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'windows-1252'
  }
}
