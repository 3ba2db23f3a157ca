import { readFileSync } from 'node:fs'
import { COUNTRIES } from './countries.ts'
import { placeKey } from './keys.ts'

/** A place of `ontology/gazetteer.tsv` as one of its names finds it. */
export interface GazetteerPlace {
  readonly kind: 'country' | 'region' | 'city'
  readonly name: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  /** GeoNames' code of the first-level region; empty for a country. */
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  /** GeoNames. */
  readonly id: number
  /** Whether it was found by its own name, or an English one; not by one of the many others that it has somewhere. */
  readonly own: boolean
  readonly capital: boolean
}

const NEWLINE = 10
const KINDS = { C: 'country', R: 'region', P: 'city' } as const

let bytes: Buffer | null = null

/** All places that bear a name, in no order. The file is read at the first call (11 MB, outside JavaScript's heap) and searched in place: its lines are in the order of their keys. */
export function placesNamed(name: string): readonly GazetteerPlace[] {
  const key = placeKey(name)
  if (key === '') return []
  bytes ??= readFileSync(new URL('../../../ontology/gazetteer.tsv', import.meta.url))
  const wanted = Buffer.from(`${key}\t`)
  const found: GazetteerPlace[] = []
  for (let at = firstLine(bytes, wanted); at < bytes.length && startsWith(bytes, at, wanted); ) {
    const end = bytes.indexOf(NEWLINE, at)
    found.push(placeOf(key, bytes.toString('utf8', at, end).split('\t')))
    at = end + 1
  }
  return found
}

/** Where the first line begins that is not before `wanted`. */
function firstLine(file: Buffer, wanted: Buffer): number {
  let low = 0
  let high = file.length
  while (low < high) {
    const middle = (low + high) >>> 1
    let line = middle
    while (line > low && file[line - 1] !== NEWLINE) line--
    if (isBefore(file, line, wanted)) {
      low = middle
      while (low < high && file[low] !== NEWLINE) low++
      low++
    } else high = line
  }
  return low
}

function isBefore(file: Buffer, line: number, wanted: Buffer): boolean {
  for (let at = 0; at < wanted.length; at++) {
    const difference = (file[line + at] ?? 0) - wanted[at]!
    if (difference !== 0) return difference < 0
  }
  return false
}

function startsWith(file: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index++) if (file[at + index] !== wanted[index]) return false
  return true
}

function placeOf(key: string, fields: readonly string[]): GazetteerPlace {
  const [, kind = 'P', listed = '', country = '', region = '', latitude, longitude, population, id] = fields
  const name = listed || key.replace(/(?:^| )[a-z]/g, letter => letter.toUpperCase())
  return {
    kind: KINDS[kind[0] as keyof typeof KINDS],
    name,
    country,
    region,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(population),
    id: Number(id),
    own: kind.length === 1,
    capital: kind[0] === 'P' && capitalKey(country) === placeKey(name),
  }
}

const capitalKeys = new Map<string, string>()

function capitalKey(country: string): string {
  let key = capitalKeys.get(country)
  if (key === undefined) {
    key = placeKey(COUNTRIES.get(country)?.capital ?? '')
    capitalKeys.set(country, key)
  }
  return key
}
