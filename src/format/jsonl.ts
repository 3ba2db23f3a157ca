import type { Format } from './format.ts'

export const jsonl: Format = {
  mediaType: 'application/x-ndjson',
  extension: 'jsonl',
  about: 'One Reading a line.',
  single: false,
  head: () => '',
  one: reading => `${JSON.stringify(reading)}\n`,
  tail: () => '',
}
