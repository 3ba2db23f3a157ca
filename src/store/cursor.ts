import type { z } from 'zod'
import { HearsayError } from '../errors.ts'

/** Where a page ended, as text that can stand in an address. */
export function cursorOf(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** What a cursor was made of. Throws `request-invalid` where it does not have that form. */
export function valuesOf<Values>(cursor: string, form: z.ZodType<Values>): Values {
  try {
    return form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new HearsayError('request-invalid', '“cursor” is not one that this list has given.', { cause })
  }
}
