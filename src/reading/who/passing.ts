import type { NounPhrase } from './heads.ts'
import { fitOf, isCalled } from './nouns.ts'
import type { Referent } from './referents.ts'
import { type Appearance, mostInView, type View } from './salience.ts'

/** Appearances looked back at for the bearer of a role in passing. */
const ROLE_LOOK_BACK = 40

/** The one person to whom the text gave the role in "the senator", where they are in view; null where several or none. */
export function bearerOfRole(noun: NounPhrase, appearances: readonly Appearance[], view: View): Referent | null {
  const fits = new Map<Referent, number>()
  for (const { referent } of appearances.slice(-ROLE_LOOK_BACK)) {
    if (referent.kind !== 'person' || fits.has(referent)) continue
    const fit = fitOf(referent.said, noun)
    if (fit > 0) fits.set(referent, fit)
  }
  const best = Math.max(0, ...fits.values())
  const leaders = [...fits].filter(([, fit]) => fit === best).map(([person]) => person)
  if (leaders.length !== 1) return null
  return mostInView(appearances, view, referent => (referent === leaders[0] ? 1 : 0)) ? leaders[0]! : null
}

/** The one body in view whose name or the text calls it so: "the ministry", "the company"; null where several or none. */
export function bodyCalled(noun: NounPhrase, appearances: readonly Appearance[], view: View): Referent | null {
  const called = new Set<Referent>()
  for (const { referent } of appearances.slice(-ROLE_LOOK_BACK)) {
    const body = referent.kind === 'organization' && referent.figure
    if (body && (isCalled(body.parts, noun.head) || referent.said.has(noun.head))) called.add(referent)
  }
  const [only] = called
  if (called.size !== 1 || !only) return null
  return mostInView(appearances, view, referent => (referent === only ? 1 : 0)) ? only : null
}
