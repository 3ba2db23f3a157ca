import { z } from '@hono/zod-openapi'
import { FORMATS, type FormatName } from '../format/index.ts'
import { ErrorSchema } from './schemas.ts'

export const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
export const failure = (description: string) => ({ description, content: json(ErrorSchema) })

const formatNames = Object.keys(FORMATS) as [FormatName, ...FormatName[]]
export const format = z.enum(formatNames).optional().openapi({ description: 'Answers a file in this format instead.' })
export const formatDownloads = Object.fromEntries(
  Object.values(FORMATS).map(({ mediaType }) => [mediaType, { schema: z.string() }]),
)
