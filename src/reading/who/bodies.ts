import { GENERAL_BODIES } from '../words/lexicon.ts'
import { documentNouns, isCalled } from './nouns.ts'
import { addMention, type Referent } from './referents.ts'
import { again, cameIn, IN_VIEW_SHARE, NAMED_LATER_UNITS, type NominalInput, own, type Resolved } from './resolved.ts'
import { mostInView } from './salience.ts'

/** "the commission", "the bank", "the company". */
export function resolveBody(input: NominalInput): Resolved | null {
  const { noun, appearances, bodies, span, view, unnamed } = input
  const met = bodies.filter(body => body.mentions[0]!.span[0] < span[0])
  const called = met.filter(body => body.figure && (isCalled(body.figure.parts, noun.head) || body.said.has(noun.head)))
  if (called.length === 1) {
    const seen = mostInView(appearances, view, referent => (referent === called[0] ? 1 : 0))
    if (seen || !GENERAL_BODIES.has(noun.head)) return { referent: called[0]!, way: 'body called', share: seen ? 1 : 0.5 }
  }
  if (called.length > 1) {
    const ranked = mostInView(appearances, view, referent => (called.includes(referent) ? 1 : 0))
    return ranked && ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'body called', share: ranked.share } : null
  }
  const known = unnamed.findLast(referent => referent.head === noun.head)
  if (known) return { referent: known, way: 'body called', share: 1 }
  if (
    TERRITORIES.has(noun.head) &&
    !noun.told &&
    !noun.owner &&
    input.places.some(({ mentions }) => mentions[0]!.span[0] < span[0])
  )
    return null
  if (!GENERAL_BODIES.has(noun.head) || noun.told || noun.owner) return own(input)
  const isBody = (referent: Referent) => (referent.kind === 'organization' ? 1 : referent.kind === 'unknown' ? 0.6 : 0)
  const ranked = mostInView(appearances, view, isBody)
  if (!ranked) return own(input)
  return ranked.share >= IN_VIEW_SHARE ? { referent: ranked.referent, way: 'body in view', share: ranked.share } : null
}

/** "The state said" means one that has a name, of which it is not known whether the text has it. */
const TERRITORIES = new Set('state city country nation county town province'.split(' '))

/** "A union of dockers": named in the lines that follow, or a source of its own. */
export function resolveFirstBody(input: NominalInput): Resolved {
  const { noun, bodies, span } = input
  if (!/^(?:an?|)$/.test(noun.determiner) || noun.owner) return again(input)
  const later = bodies.filter(body => {
    const at = body.mentions[0]!.span[0]
    return at > span[1] && at - span[1] < NAMED_LATER_UNITS && body.figure !== null && isCalled(body.figure.parts, noun.head)
  })
  return later.length === 1 ? { referent: later[0]!, way: 'named later', share: 1 } : again(input)
}

/** "the report", "the clip": one that came up before under that noun or its like; "the statement" is the one that was issued as "a statement". */
export function resolveDocument(input: NominalInput): Resolved {
  const { noun, unnamed, span } = input
  if (noun.told || noun.owner) return own(input)
  const nouns = documentNouns(noun.head)
  const known = unnamed.findLast(referent => referent.kind === 'document' && referent.head !== null && nouns.has(referent.head))
  if (known) return { referent: known, way: 'document', share: 1 }
  const found = own(input)
  const came = cameIn(input)
  if (came !== null) {
    const [whole] = new RegExp(`^.{0,60}?${noun.head}`, 'is').exec(input.before.slice(came - span[0])) ?? []
    if (whole) addMention(found.referent, { span: [came, came + whole.length], form: 'nominal' })
  }
  return found
}
