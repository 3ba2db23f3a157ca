import { LIMITS } from '../limits.ts'
import type { TextPage } from '../record/index.ts'
import type { Draft } from './draft.ts'
import { articleUrl } from './identity.ts'
import { givenNames } from './people.ts'

/**
 * A text file taken apart: header lines at its head, then the body with LF for CRLF. Without `Title:`, a first line that does not
 * end in a full stop is the headline, and it stays in the body.
 */
export function draftOfText(page: TextPage): Draft {
  const lines = page.text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const headers = new Map<string, string[]>()
  let next = lines.findIndex(line => line.trim() !== '')
  for (let count = 0; next >= 0 && next < lines.length && count < LIMITS.headerLinesMax; next++, count++) {
    const header = HEADER.exec(lines[next]!)
    if (!header) break
    const name = header[1]!.toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), header[2]!.trim()].filter(Boolean))
  }

  const body = trimmed(lines.slice(Math.max(0, next)).join('\n'))
  const first = (name: string) => headers.get(name)?.[0] ?? null
  return {
    id: null,
    body,
    url: articleUrl(first('url')),
    headline: first('title') ?? headlineIn(body),
    alternativeHeadline: null,
    datePublished: first('published'),
    dateModified: null,
    author: (headers.get('author') ?? []).flatMap(givenNames),
    publisher: first('outlet'),
    problems: [],
  }
}

const HEADER = /^\s*(Published|Author|Outlet|URL|Title)\s*:(.*)$/i

/** Blank lines around the body are no part of it; spaces at the head of its first line are. */
const trimmed = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()

function headlineIn(body: string): string | null {
  const line = body.split('\n', 1)[0]!.trim()
  return line === '' || FULL_STOP.test(line) ? null : line
}

/** A full stop, also before closing marks and as East Asian texts set it; an ellipsis is none. */
const FULL_STOP = /(?:(?<!\.)\.|。)["'”’»)\]」』]*$/
