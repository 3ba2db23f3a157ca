import { HearsayError } from '../errors.ts'
import { shown } from '../format/fold.ts'

/** A failure as a line for standard error: `hearsay: INPUT: code: message. advice`. */
export function explain(error: unknown, input?: string): string {
  const place = input === undefined ? '' : `${shown(input)}: `
  if (error instanceof HearsayError) {
    return `hearsay: ${place}${error.code}: ${sentence(shown(error.message))} ${error.advice}\n`
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `hearsay: ${place}read-failed: ${message}\n`
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
