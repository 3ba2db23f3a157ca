import { isCommon } from './exonyms.ts'
import type { GazetteerPlace } from './gazetteer.ts'
import type { PlaceName } from './mentions.ts'
import { metonymOf } from './metonyms.ts'

/** How often the article speaks of each country and region by names that leave no doubt. */
interface Evidence {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  readonly total: number
}

/**
 * Which place each name means, in order; null where that stays unclear or where the name stands for a government.
 * `demonyms` are the countries of the demonyms in the text, one for each time.
 *
 * A container beside it decides ("Aurora, Colo."), and for that name in the whole article; else inhabitants and rank, and which
 * countries and regions the article is about. Two that come out close are left unclear.
 */
export function resolvePlaces(
  body: string,
  mentions: readonly PlaceName[],
  demonyms: readonly string[],
): (GazetteerPlace | null)[] {
  const contained = mentions.map((mention, at) => containedIn(body, mention, mentions[at + 1], mentions[at - 1]))
  const said = new Map<string, GazetteerPlace>()
  contained.forEach((place, at) => {
    if (place && place !== 'elsewhere' && !said.has(keyOf(mentions[at]!))) said.set(keyOf(mentions[at]!), place)
  })
  const evidence = gather(mentions, contained, demonyms)
  for (const mention of mentions) {
    const capital = said.has(keyOf(mention)) ? null : capitalOf(mention, evidence.without(keyOf(mention)))
    if (capital) said.set(keyOf(mention), capital)
  }
  const inBody = new Set<number>()
  const chosen = mentions.map((mention, at) => {
    const inner = contained[at - 1]
    const own = contained[at] ?? (inner && inner !== 'elsewhere' ? holderOf(inner, body, mentions[at - 1]!, mention) : null)
    if (own === 'elsewhere') return null
    const place =
      own ??
      (mention.abbreviated
        ? mention.places[0]!
        : (besideCountries(body, mentions, at) ?? choose(mention, said.get(keyOf(mention)), evidence.without(keyOf(mention)))))
    if (place && !mention.headline) inBody.add(place.id)
    return place
  })
  return mentions.map((mention, at) => {
    const place = chosen[at] ?? null
    if (!place) return null
    if (mention.headline && place.kind === 'city' && !inBody.has(place.id)) return null
    return place.kind === 'city' && !contained[at] && metonymOf({ body, span: mention.span }) ? null : place
  })
}

/** "PARIS" in a dateline and "Paris" in the text are one name. */
const keyOf = (mention: PlaceName): string => mention.name.toLowerCase()

/** "Buffalo, New York": what holds the place before it is the state, not the city. */
function holderOf(inner: GazetteerPlace, body: string, before: PlaceName, mention: PlaceName): GazetteerPlace | null {
  if (!/^,\s$|^\s\($/.test(body.slice(before.span[1], mention.span[0]))) return null
  return (
    mention.places.find(
      place => place.kind === 'region' && place.own && place.country === inner.country && place.region === inner.region,
    ) ?? null
  )
}

/** "Georgia and Ukraine", "Georgia and Alabama": a name of a country and of a region is what stands beside it. */
function besideCountries(body: string, mentions: readonly PlaceName[], at: number): GazetteerPlace | null {
  const mention = mentions[at]!
  const country = mention.places.find(place => place.kind === 'country')
  const region = mention.places.find(place => place.kind === 'region' && place.own)
  if (!country || !region || country.country === region.country) return null
  for (const [other, between] of [
    [mentions[at + 1], body.slice(mention.span[1], mentions[at + 1]?.span[0] ?? mention.span[1])],
    [mentions[at - 1], body.slice(mentions[at - 1]?.span[1] ?? mention.span[0], mention.span[0])],
  ] as const) {
    if (!other || other.name === mention.name || !/^,?\s(?:and|or)\s$|^,\s$/.test(between)) continue
    const sure = undoubted(other)
    if (sure?.kind === 'country') return country
    if (sure?.kind === 'region' && sure.country === region.country) return region
  }
  return null
}

/** The place that the name beside it makes sure of; `elsewhere` where it names a container that holds no place of that name. */
function containedIn(
  body: string,
  mention: PlaceName,
  next: PlaceName | undefined,
  previous: PlaceName | undefined,
): GazetteerPlace | 'elsewhere' | null {
  if (next && next.sentence === mention.sentence) {
    const between = body.slice(mention.span[1], next.span[0])
    const after = body.slice(next.span[1], next.span[1] + 1)
    const joined =
      /^,\s$/.test(between) ||
      /^\s\($/.test(between) ||
      /^,?\sin\s(?:the\s(?:\p{Ll}+\s){0,3}(?:state|province|region)\sof\s)?$/u.test(between)
    if (joined) {
      const inside = within(mention, next)
      if (inside) return inside
      const sure =
        next.abbreviated ||
        (/^,\s$/.test(between) &&
          /^[,.);]?$/.test(after) &&
          !/^,\s(?:and\s)?\p{Lu}/u.test(body.slice(next.span[1], next.span[1] + 12)))
      const small = mention.places.every(place => place.kind === 'city' && place.population < LARGE)
      if (sure && small && next.places.some(place => place.kind !== 'city')) return 'elsewhere'
    }
  }
  if (previous && previous.sentence === mention.sentence) {
    const between = body.slice(previous.span[1], mention.span[0])
    // "the Texas town of Paris", "Ukraine's Donetsk", "the New York state city of Binghamton".
    if (
      /^(?:['’]s)?\s(?:[\p{Ll}-]+\s){0,3}(?:town|city|capital|suburb|village|port|county|region|province|state)(?:\sof)?,?\s$/u.test(
        between,
      ) ||
      /^['’]s\s$/.test(between)
    )
      return within(mention, previous)
  }
  return null
}

/** The largest place of that name inside a container. */
function within(mention: PlaceName, container: PlaceName): GazetteerPlace | null {
  const outer = container.places.filter(place => place.kind !== 'city' && (place.own || place.kind === 'country'))
  const inside = mention.places.filter(place =>
    outer.some(
      each =>
        each.id !== place.id &&
        each.country === place.country &&
        (each.kind === 'country'
          ? place.kind !== 'country'
          : place.kind === 'city' && each.region === place.region && each.region !== ''),
    ),
  )
  if (inside.length === 0) return null
  if (mention.places.some(place => place.kind === 'country') && !container.abbreviated) return null
  return preferred(inside, mention.cue)
}

/** Of places in one country under one name: the city, where it is not small beside the region, or what the words before it say. */
function preferred(places: readonly GazetteerPlace[], cue: PlaceName['cue']): GazetteerPlace {
  const sorted = [...places].sort((a, b) => weight(b) - weight(a))
  const best = sorted[0]!
  const region = sorted.find(place => place.kind === 'region' && place.own && place.country === best.country)
  const city = sorted.find(place => place.kind === 'city' && place.own && place.country === best.country)
  if (region && cue === 'region') return region
  if (!region || !city || (best.id !== region.id && best.id !== city.id)) return best
  if (cue === 'city' || cue === 'capital' || city.capital) return city
  return city.population >= CITY_SHARE * region.population ? city : region
}

/** A city with this share of its region's inhabitants is what its name means: Aleppo, but not Québec. By judgement. */
const CITY_SHARE = 0.2
/** From this many inhabitants on a city is known the world over. */
const LARGE = 500_000

const weight = (place: GazetteerPlace): number => place.population * (place.own ? 1 : ALIAS_WEIGHT)
/** What another name of a place counts against an own one of as many inhabitants. */
const ALIAS_WEIGHT = 0.05

function gather(
  mentions: readonly PlaceName[],
  contained: readonly (GazetteerPlace | 'elsewhere' | null)[],
  demonyms: readonly string[],
): { readonly without: (name: string) => Evidence } {
  const all = new Tally()
  const byName = new Map<string, Tally>()
  for (const country of demonyms) all.add(country, '', DEMONYM_WEIGHT)
  mentions.forEach((mention, at) => {
    const own = contained[at]
    const place = own && own !== 'elsewhere' ? own : mention.abbreviated ? mention.places[0]! : undoubted(mention)
    if (!place) return
    all.add(place.country, place.region, 1)
    const tally = byName.get(keyOf(mention)) ?? new Tally()
    tally.add(place.country, place.region, 1)
    byName.set(keyOf(mention), tally)
  })
  const made = new Map<string, Evidence>()
  return {
    without(name) {
      const evidence = made.get(name) ?? all.less(byName.get(name))
      made.set(name, evidence)
      return evidence
    },
  }
}

/** How often each country and region is spoken of. */
class Tally implements Evidence {
  readonly countries = new Map<string, number>()
  readonly regions = new Map<string, number>()
  total = 0

  add(country: string, region: string, by: number): void {
    this.countries.set(country, (this.countries.get(country) ?? 0) + by)
    this.total += by
    if (region) this.regions.set(`${country}/${region}`, (this.regions.get(`${country}/${region}`) ?? 0) + by)
  }

  /** The same without what one name says: no name is evidence for itself. */
  less(other: Tally | undefined): Evidence {
    if (!other) return this
    const minus = (map: ReadonlyMap<string, number>, by: ReadonlyMap<string, number>) =>
      by.size === 0 ? map : new Map([...map].map(([key, value]) => [key, value - (by.get(key) ?? 0)] as const))
    return {
      countries: minus(this.countries, other.countries),
      regions: minus(this.regions, other.regions),
      total: this.total - other.total,
    }
  }
}

const DEMONYM_WEIGHT = 0.5

/** A name that one place outweighs all others of: twenty times as many inhabitants, and no common word. */
function undoubted(mention: PlaceName): GazetteerPlace | null {
  const country = mention.places.find(place => place.kind === 'country')
  const region = mention.places.find(place => place.kind === 'region' && place.own)
  if (country && !(region && region.country !== country.country))
    return region && region.country === country.country && region.name !== country.name ? region : country
  if (country || isCommon(mention.name)) return null
  const best = preferred(mention.places, mention.cue)
  const rival = mention.places.find(place => place.country !== best.country && weight(place) * UNDOUBTED > weight(best))
  return rival || (best.kind === 'city' && best.population < UNDOUBTED_MIN) || (!best.own && best.population < LARGE)
    ? null
    : best
}

const UNDOUBTED = 20
const UNDOUBTED_MIN = 100_000

function choose(mention: PlaceName, said: GazetteerPlace | undefined, evidence: Evidence): GazetteerPlace | null {
  if (said && mention.cue !== 'region') return said
  const sure = undoubted(mention)
  if (sure?.kind === 'country') return sure
  const scored = mention.places
    .filter(place => isEnough(place, mention, evidence))
    .map(place => ({ place, score: score(place, evidence) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best) return null
  const place = preferred(
    scored.filter(each => each.place.country === best.place.country && sameSpot(each.place, best.place)).map(each => each.place),
    mention.cue,
  )
  const rival = scored.find(each => !(each.place.country === place.country && sameSpot(each.place, place)))
  return rival && best.score - rival.score < MARGIN ? null : place
}

/** "the capital San José": of the one country with such a capital that the article speaks of. */
function capitalOf(mention: PlaceName, { countries }: Evidence): GazetteerPlace | null {
  if (mention.cue !== 'capital') return null
  const capitals = mention.places.filter(place => place.capital && (countries.get(place.country) ?? 0) > 0)
  const largest = capitals.sort((a, b) => b.population - a.population)[0]
  return largest && capitals.every(place => place.country === largest.country) ? largest : null
}

/** A region and the city that it has its name from are no rivals. */
function sameSpot(a: GazetteerPlace, b: GazetteerPlace): boolean {
  return a.id === b.id || (a.kind !== b.kind && (a.region === b.region || a.country === b.country))
}

/** How much better the best must be than the next, in powers of ten of inhabitants; chosen on the development gold. */
const MARGIN = 0.35

function score(place: GazetteerPlace, { countries, regions, total }: Evidence): number {
  const own = countries.get(place.country) ?? 0
  const share = total > 0 ? own / total : 0
  const near = regions.get(`${place.country}/${place.region}`) ?? 0
  const prior = place.kind === 'country' ? COUNTRY_PRIOR : Math.log10(place.population + 1)
  const rank = (place.capital ? 1 : 0) + (place.own ? 0 : -1.3)
  return prior + rank + 2.5 * share * (own / (own + 1)) + (place.region ? 1.5 * (near / (near + 1)) : 0)
}

/** What a country counts that has its name with a region elsewhere: as much as the region, so that the article decides. */
const COUNTRY_PRIOR = 7

/** Whether an article may mean so small a place without saying where it is. */
function isEnough(place: GazetteerPlace, mention: PlaceName, { countries, regions }: Evidence): boolean {
  if (place.kind === 'country') return true
  const inCountry = countries.get(place.country) ?? 0
  if (place.kind === 'region')
    return place.own ? place.population >= 300_000 || inCountry > 0 : inCountry > 0 && mention.cue !== null
  if (!place.own && place.population < LARGE) return inCountry > 0 && mention.cue !== null
  if (place.population >= LARGE || place.capital) return true
  if (place.population >= UNDOUBTED_MIN) return inCountry > 0 || mention.cue !== null
  const near = regions.get(`${place.country}/${place.region}`) ?? 0
  if (place.population >= SMALL) return inCountry > 0 && (mention.cue !== null || near > 0)
  return near > 0 && inCountry > 0 && mention.cue !== null
}

/** Below this a town is meant only where its region is spoken of. */
const SMALL = 15_000
