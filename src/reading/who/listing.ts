import type { Entity, EntityKind } from '../../record/index.ts'
import { countryOfPhrase } from '../places/phrases.ts'
import type { Referent } from './referents.ts'
import type { Resolved } from './resolved.ts'

/** Everybody and everything with a name of which the kind is known, and whoever speaks, is spoken to, acts or is acted upon; in order of first mention. */
export function listEntities(given: {
  readonly body: string
  readonly referents: readonly Referent[]
  readonly resolved: readonly (Resolved | null)[]
  readonly addressees: readonly (Referent | null)[]
  readonly parties: readonly (Referent | null)[]
}): { readonly entities: Entity[]; readonly ids: ReadonlyMap<Referent, string> } {
  const { body, referents, resolved, addressees, parties } = given
  const heard = new Set(
    [...resolved.map(found => found?.referent), ...addressees, ...parties].filter(referent => referent != null),
  )
  const shown = referents.filter(referent => heard.has(referent) || (referent.figure !== null && referent.kind !== 'unknown'))
  for (const referent of shown) referent.mentions.sort((a, b) => a.span[0] - b.span[0])
  shown.sort((a, b) => a.mentions[0]!.span[0] - b.mentions[0]!.span[0])
  const ids = new Map(shown.map((referent, index) => [referent, `e${index + 1}`] as const))
  const entities = shown.map(referent => ({
    id: ids.get(referent)!,
    name: body.slice(referent.name[0], referent.name[1]),
    kind: kindOf(referent),
    country: referent.country ?? countryOfNominals(body, referent),
    mentions: referent.mentions,
  }))
  return { entities, ids }
}

/** A name that speaks and is no person's is taken for that of a body. */
const kindOf = ({ kind }: Referent): EntityKind => (kind === 'unknown' ? 'organization' : kind)

/** The one country that its nominal mentions tell ("the Russian president"); null where none or several do. */
function countryOfNominals(body: string, { mentions }: Referent): string | null {
  const told = mentions.filter(({ form }) => form === 'nominal').map(({ span }) => countryOfPhrase(body.slice(span[0], span[1])))
  const countries = new Set(told.filter(country => country !== null))
  return countries.size === 1 ? [...countries][0]! : null
}
