import { type LostAttribution, type Origin, type Range, rangeOf } from '../../record/index.ts'
import type { Counted, OriginsGiven } from './given.ts'
import { lostIn } from './lost.ts'
import { occasionsOf } from './occasions.ts'
import { sameness } from './sameness.ts'
import { type Scene, sceneOf } from './scene.ts'
import { recordOf, type Sounded, soundedIn } from './sounded.ts'
import type { Telling } from './teller.ts'
import { articlesTold, claimTold, eventTold, foundIn, type Told } from './told.ts'
import { type Found, voicesOf } from './voices.ts'

export interface CountedOrigins {
  readonly origins: readonly Origin[]
  /** In the order of the claims given. */
  readonly claims: readonly (Counted & { readonly lostAttribution: readonly LostAttribution[] })[]
  /** In the order of the events given. */
  readonly events: readonly Counted[]
  /** The origins that each article draws on. */
  readonly articles: ReadonlyMap<string, readonly string[]>
  readonly independentOrigins: Range
  /** The origins that a claim has in one article; null where the claim is not told there. */
  readonly of: (article: string, claim: string) => readonly string[] | null
}

/**
 * The origins of a story, and what rests on each: a first telling, and all that carry, copy, rewrite or cite it. `docs/origin.md` has
 * the rules.
 */
export function countOrigins(given: OriginsGiven): CountedOrigins {
  const scene = sceneOf(given)
  const claims = given.claims.map(claim => claimTold(scene, claim, given.parts?.get(claim.id)))
  const events = given.events.map(event => eventTold(scene, event))
  const found = withOthers(scene, [...claims, ...events].flatMap(foundIn))
  const voices = voicesOf(scene, found)
  const sounded = soundedIn(voices, occasionsOf(scene, voices))
  const originsOf = ({ roots }: Told) => inOrder(sounded.origins, new Set(roots.map(({ teller }) => sounded.of.get(teller.key)!)))
  const may = mayBeSame()
  const about = new Map<Sounded, Telling[]>()
  for (const claim of claims)
    for (const [origin, telling] of spokenOf(scene, claim, originsOf(claim))) push(about, origin, telling)
  const counted = (told: Told): Counted => {
    const origins = originsOf(told)
    const tellOneThing = surelyOne(told, sounded.of)
    for (const [index, one] of origins.entries()) for (const other of origins.slice(0, index)) may.note(one, other)
    return {
      origins: origins.map(({ id }) => id),
      independentOrigins: rangeOf(origins, (a, b) => may.be(a, b) || !tellOneThing(a, b)),
    }
  }
  const ofClaims = claims.map(told => ({ ...counted(told), lostAttribution: lostIn(scene, told.tellings, told.roots) }))
  const ofEvents = events.map(counted)
  may.noteSpeakers(sounded.origins)
  const origins = sounded.origins.map(origin => ({
    ...recordOf(scene, origin, about.get(origin) ?? []),
    mayBeSameAs: may.of(origin),
  }))
  return {
    origins,
    claims: ofClaims,
    events: ofEvents,
    articles: byArticle(scene, origins),
    independentOrigins: storyRange(sounded.origins, origins, may.be),
    of: placeIn(given, claims, sounded.of),
  }
}

/** Whether something that goes back to one origin surely tells what something of the other does; asked of the origins of what is told. */
function surelyOne({ roots, parts }: Told, of: ReadonlyMap<string, Sounded>): (a: Sounded, b: Sounded) => boolean {
  const partsOf = new Map<Sounded, string[]>()
  for (const [index, { teller }] of roots.entries()) push(partsOf, of.get(teller.key)!, parts[index]!)
  return (a, b) => partsOf.get(a)!.some(part => partsOf.get(b)!.includes(part))
}

/** With the articles in which no claim or event was found: each belongs to its own telling, or to that of the one it is taken from. */
function withOthers(scene: Scene, found: readonly Found[]): readonly Found[] {
  const reached = new Set(found.flatMap(({ root }) => root.links.map(({ evidence }) => evidence.article)))
  return [...found, ...foundIn(articlesTold(scene)).filter(({ telling }) => !reached.has(telling.article.id))]
}

/** The origin that each withdrawal and answer speaks of: one of the same speaker or article, else the only one there is. */
function spokenOf({ entities }: Scene, { about, tellings, roots }: Told, origins: readonly Sounded[]): [Sounded, Telling][] {
  return about.flatMap(telling => {
    const { article, statement } = telling
    const speaker = entities.of(article.id, statement?.speaker)
    const same = origins.find(({ speakers }) => speaker !== null && speakers.has(speaker))
    const beside = roots[tellings.findIndex(other => other.article === article)]
    const here = beside && origins.find(({ voices }) => voices.some(({ teller }) => teller.key === beside.teller.key))
    const origin = same ?? here ?? (origins.length === 1 ? origins[0] : undefined)
    return origin === undefined ? [] : [[origin, telling] as [Sounded, Telling]]
  })
}

/** Which origins may be the same, and why; asked once for each pair. */
function mayBeSame() {
  const known = new Map<string, string | null>()
  const noted = new Map<Sounded, Map<Sounded, string>>()
  const why = (a: Sounded, b: Sounded): string | null => {
    const key = `${a.id} ${b.id}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = sameness(a, b)
    known.set(key, found)
    known.set(`${b.id} ${a.id}`, found)
    return found
  }
  const note = (a: Sounded, b: Sounded): void => {
    const reason = why(a, b)
    if (reason === null) return
    if (!noted.has(a)) noted.set(a, new Map())
    if (!noted.has(b)) noted.set(b, new Map())
    noted.get(a)!.set(b, reason)
    noted.get(b)!.set(a, reason)
  }
  return {
    be: (a: Sounded, b: Sounded) => why(a, b) !== null,
    note,
    /** What one speaker says here and there may be said at once, whatever it is about. */
    noteSpeakers(origins: readonly Sounded[]): void {
      const bySpeaker = new Map<string, Sounded[]>()
      for (const origin of origins) {
        for (const speaker of origin.speakers) {
          for (const other of bySpeaker.get(speaker) ?? []) note(origin, other)
          push(bySpeaker, speaker, origin)
        }
      }
    },
    of: (origin: Sounded) =>
      [...(noted.get(origin) ?? [])].map(([other, reason]) => ({ origin: other.id, why: reason })).sort(byNumber),
  }
}

/**
 * The range of the whole story, which counts articles: those that are the first held to tell something of it, since an agency's report
 * with five speakers is one way in which the story came to be known. Two of them may be one where any of their origins may be the same.
 * An outlet that names no source may always have it from one of the others, since what it tells need not have been found to be theirs;
 * so where an article tells nothing else it counts in the upper bound alone, unless all are such.
 */
function storyRange(origins: readonly Sounded[], records: readonly Origin[], be: (a: Sounded, b: Sounded) => boolean): Range {
  const first = new Map<string, Sounded[]>()
  records.forEach(({ root }, index) => {
    push(first, root.article, origins[index]!)
  })
  const tellings = [...first.values()]
  const sourced = tellings.filter(each => each.some(({ isUnsourced, isUnclear }) => !isUnsourced && !isUnclear))
  const [least] = rangeOf(sourced, (a, b) => a.some(one => b.some(other => be(one, other))))
  return [Math.max(Math.min(1, tellings.length), least), tellings.length]
}

function byArticle(scene: Scene, origins: readonly Origin[]): ReadonlyMap<string, readonly string[]> {
  const drawn = new Map<string, string[]>([...scene.articles.keys()].map(id => [id, []]))
  for (const { id, articles } of origins) for (const article of articles) drawn.get(article)!.push(id)
  return drawn
}

function placeIn({ claims }: OriginsGiven, told: readonly Told[], of: ReadonlyMap<string, Sounded>): CountedOrigins['of'] {
  const byClaim = new Map(claims.map(({ id }, index) => [id, told[index]!]))
  return (article, claim) => {
    const { tellings = [], roots = [] } = byClaim.get(claim) ?? {}
    const ids = tellings.flatMap((telling, index) => (telling.article.id === article ? of.get(roots[index]!.teller.key)!.id : []))
    return ids.length === 0 ? null : [...new Set(ids)]
  }
}

const inOrder = (all: readonly Sounded[], some: ReadonlySet<Sounded>): readonly Sounded[] => all.filter(one => some.has(one))

const byNumber = (a: { readonly origin: string }, b: { readonly origin: string }): number =>
  Number(a.origin.slice(1)) - Number(b.origin.slice(1))

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
