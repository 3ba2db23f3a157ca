import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HearsayError } from '../errors.ts'

/** The body of a request, as its schema has it. Throws `request-invalid`, naming the place. */
export async function bodyAs<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw new HearsayError('request-invalid', 'The body has to be application/json.')
  return checked(schema, await jsonOf(c))
}

/** A value as its schema has it. Throws `request-invalid`, naming the place. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? `"${issue.path.join('.')}": ` : ''
  throw new HearsayError('request-invalid', `${where}${issue?.message ?? 'The request is not what it should be.'}`)
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new HearsayError('request-invalid', 'The body is not JSON.', { cause })
    throw cause
  }
}
