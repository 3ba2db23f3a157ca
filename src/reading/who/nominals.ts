import { resolveBody, resolveDocument, resolveFirstBody } from './bodies.ts'
import { classOf, isCalled } from './nouns.ts'
import { again, type NominalInput, own, type Resolved } from './resolved.ts'
import { KIN, namedLater, resolveFirstRole, resolveKin, resolveRole } from './roles.ts'
import { PERSONAL } from './somebody.ts'

/** Whom a source without a name means; null where it points back to somebody and two could be meant. */
export function resolveNominal(input: NominalInput): Resolved | null {
  const { noun } = input
  const kind = classOf(noun)
  const definite = /^(?:the|this|that)$/.test(input.noun.determiner)
  if (kind === 'person' && KIN.has(noun.head) && (noun.owner?.kind === 'person' || /^(?:his|her)$/.test(noun.determiner)))
    return resolveKin(input)
  if (/^(?:my|our|your)$/.test(noun.determiner)) return own(input)
  if (kind === 'person') return definite ? resolveRole(input) : resolveFirstRole(input)
  if (kind === 'body') return definite ? resolveBody(input) : resolveFirstBody(input)
  if (kind === 'document') return definite ? resolveDocument(input) : own(input)
  if (kind === 'other' && definite) return resolveOther(input)
  return again(input)
}

/** "the guild", "the diver": a body whose name says so; somebody who came in so, or gets the name further on. */
function resolveOther(input: NominalInput): Resolved | null {
  const { noun, bodies, span } = input
  const called = bodies.filter(
    body =>
      body.mentions[0]!.span[0] < span[0] &&
      body.figure !== null &&
      body.figure.parts.length > 1 &&
      isCalled(body.figure.parts, noun.head),
  )
  if (called.length === 1 && noun.modifiers.length === 0) return { referent: called[0]!, way: 'body called', share: 0.5 }
  const later = namedLater(input)
  if (later.length === 1) return { referent: later[0]!, way: 'named later', share: 1 }
  return PERSONAL.test(noun.head) ? resolveRole(input) : again(input)
}
