import type { Context } from 'hono'
import { HearsayError } from '../errors.ts'
import { FORMATS, type FormatName, formatted, isFormatName } from '../format/index.ts'
import type { Reading } from '../record/index.ts'

/** The format that `?format=` asks for; null where it asks for none. Throws `request-invalid`. */
export function formatAsked(c: Context): FormatName | null {
  const format = c.req.query('format')
  if (format === undefined) return null
  if (isFormatName(format)) return format
  throw new HearsayError('request-invalid', `The formats are ${Object.keys(FORMATS).join(', ')}.`)
}

/** A Reading as JSON, or in a format as a file to keep. */
export function replyWith(c: Context, reading: Reading, format: FormatName | null): Response {
  if (format === null) return c.json(reading)
  return c.body(formatted([reading], format), 200, {
    'content-type': FORMATS[format].mediaType,
    'content-disposition': `attachment; filename="reading.${FORMATS[format].extension}"`,
  })
}
