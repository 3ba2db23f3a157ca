import { readFileSync } from 'node:fs'
import { type GazetteerPlace, placesNamed } from './gazetteer.ts'
import { placeKey } from './keys.ts'

interface ExonymFile {
  readonly unlisted: readonly string[]
  readonly common: readonly string[]
  readonly abbreviations: Readonly<Record<string, string>>
}

const file = JSON.parse(readFileSync(new URL('../../../ontology/exonyms.json', import.meta.url), 'utf8')) as ExonymFile

const unlisted = new Set(file.unlisted.map(placeKey))
const common = new Set(file.common.map(placeKey))

/** Names of areas and islands that the gazetteer has no entry for, and words that are a place's name only by chance: never taken for a namesake. */
export const isUnlisted = (name: string): boolean => unlisted.has(placeKey(name))

/** Places whose names are more often a word or a person's name. */
export const isCommon = (name: string): boolean => common.has(placeKey(name))

/** "Colo." → Colorado; looked up when first asked for. */
export const ABBREVIATIONS: { get(name: string): GazetteerPlace | undefined } = {
  get(name) {
    const [country, region] = file.abbreviations[name]?.split('/') ?? []
    if (!region) return undefined
    return regions().get(`${country}/${region}`)
  },
}

let found: Map<string, GazetteerPlace> | null = null

function regions(): Map<string, GazetteerPlace> {
  found ??= new Map(
    REGION_NAMES.flatMap(placesNamed)
      .filter(place => place.kind === 'region' && place.own && place.region !== '')
      .map(place => [`${place.country}/${place.region}`, place] as const),
  )
  return found
}

const REGION_NAMES =
  `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island|Quebec|Saskatchewan|New South Wales|Queensland|Victoria`.split(
    '|',
  )
