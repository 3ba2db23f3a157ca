import type { Format } from './format.ts'

export const json: Format = {
  mediaType: 'application/json',
  extension: 'json',
  about: 'The Reading of exactly one article, indented.',
  single: true,
  head: () => '',
  one: reading => `${JSON.stringify(reading, null, 2)}\n`,
  tail: () => '',
}
