import type { Span } from '../../record/index.ts'
import type { NameMention } from './names.ts'

/**
 * Names that somebody with a full name goes by, as mentions of that name: the initials before turns of an interview ("BV: Nobody asked?").
 *
 * Initials count only where one full name in the text has them.
 */
export function findInitials(body: string, names: readonly NameMention[]): NameMention[] {
  const found: NameMention[] = []
  for (const match of body.matchAll(INITIALS)) {
    const initials = match[1]!
    const bearers = new Map(
      names.filter(name => initialsOf(name) === initials).map(name => [name.parts.join(' '), name] as const),
    )
    const [bearer] = bearers.values()
    if (bearers.size !== 1 || !bearer) continue
    const span: Span = [match.index, match.index + initials.length]
    found.push({
      ...bearer,
      span,
      said: [],
      possessive: false,
      article: false,
      titled: false,
      headline: false,
      lead: null,
      apposed: null,
    })
  }
  return found
}

const INITIALS = /^(\p{Lu}{2,3}):\s/gmu

const initialsOf = ({ kind, parts }: NameMention): string =>
  parts.length > 1 && (kind === 'person' || kind === 'unknown') ? parts.map(part => part[0]).join('') : ''
