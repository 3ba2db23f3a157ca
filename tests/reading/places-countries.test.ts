import { expect, test } from 'vitest'
import { COUNTRIES, countryOfDemonym, countryOfName } from '../../src/reading/places/countries.ts'
import { placesNamed } from '../../src/reading/places/gazetteer.ts'
import { metonymNamed, metonymOf } from '../../src/reading/places/metonyms.ts'
import { countryOfPhrase } from '../../src/reading/places/phrases.ts'

const standsFor = (text: string) => {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return metonymOf({ body: text.replace(/[[\]]/g, ''), span: [start, end] })?.of ?? null
}

test('names of countries mean them in all their forms, and ambiguous ones none', () => {
  expect(['Britain', 'the U.K.', 'UK', 'Great Britain'].map(countryOfName)).toEqual(['GBR', 'GBR', 'GBR', 'GBR'])
  expect(['the United States', 'U.S.', 'USA', 'America', 'us'].map(countryOfName)).toEqual(['USA', 'USA', 'USA', 'USA', null])
  expect(['Côte d’Ivoire', 'Ivory Coast', 'St. Lucia', 'Saint Lucia'].map(countryOfName)).toEqual(['CIV', 'CIV', 'LCA', 'LCA'])
  expect(['Congo', 'Georgia', 'Korea', 'polish', 'turkey'].map(countryOfName)).toEqual([null, null, null, null, null])
})

test('demonyms tell the country', () => {
  expect(['French', 'Frenchwomen', 'Brits', 'Filipina', 'Swiss', 'Congolese', 'polish'].map(countryOfDemonym)).toEqual([
    'FRA',
    'FRA',
    'GBR',
    'PHL',
    'CHE',
    null,
    null,
  ])
})

test('all countries and territories of ISO 3166-1 and Kosovo are listed, once, and are in the gazetteer', () => {
  expect(COUNTRIES.size).toBe(250)
  expect(new Set([...COUNTRIES.values()].map(country => country.alpha2)).size).toBe(250)
  const missing = [...COUNTRIES.values()].filter(
    country => !placesNamed(country.name).some(place => place.kind === 'country' && place.id === country.geonames),
  )
  expect(missing.map(country => country.code)).toEqual([])
})

test('the capital of every country stands for its government', () => {
  const silent = [...COUNTRIES.values()].filter(
    country =>
      country.capital !== null &&
      country.capital !== country.name &&
      country.capital !== 'East Jerusalem' &&
      !metonymNamed(country.capital),
  )
  expect(silent.map(country => country.code)).toEqual([])
})

test('a phrase belongs to the country before its head, else to the one after “of”', () => {
  expect(countryOfPhrase('the French president')).toBe('FRA')
  expect(countryOfPhrase('Kenyan police')).toBe('KEN')
  expect(countryOfPhrase('the president of France')).toBe('FRA')
  expect(countryOfPhrase('the Russian ambassador to Ukraine')).toBe('RUS')
  expect(countryOfPhrase('a Downing Street spokesman')).toBe('GBR')
  expect(countryOfPhrase('Russian and Ukrainian officials')).toBe(null)
  expect(countryOfPhrase('Jordan Smith')).toBe(null)
})

test('a residence stands for who resides there, but not where it is a building', () => {
  expect(standsFor('The [Kremlin] denied it.')).toBe('the presidency and government of Russia')
  expect(standsFor('They met outside the [Kremlin] at noon.')).toBe(null)
  expect(metonymNamed('Downing Street')).toMatchObject({ standsFor: 'prime minister', country: 'GBR' })
  expect(metonymNamed('Brussels')).toMatchObject({ standsFor: 'union', country: null })
})

test('a capital stands for a government where it acts, owns a policy or is dealt with', () => {
  const russia = 'the government of Russia'
  expect(standsFor('[Moscow] said so.')).toBe(russia)
  expect(standsFor('[Moscow]’s demand was heard.')).toBe(russia)
  expect(standsFor('[Moscow] and Tehran have denied it.')).toBe(russia)
  expect(standsFor('They accused [Moscow] of it.')).toBe(russia)
  expect(standsFor('[Moscow]’s streets were empty.')).toBe(null)
  expect(standsFor('It rained in [Moscow] again.')).toBe(null)
  expect(standsFor('After the [Paris] attacks it was quiet.')).toBe(null)
})

test('the gazetteer finds places by any spelling, and nothing for what is no name', () => {
  const ids = (name: string) => placesNamed(name).map(place => place.id)
  expect(ids('São Paulo')).toContain(3448439)
  expect(ids('sao paulo')).toEqual(ids('São Paulo'))
  expect(placesNamed('Beijing').find(place => place.kind === 'city')).toMatchObject({
    id: 1816670,
    country: 'CHN',
    capital: true,
  })
  expect(ids('')).toEqual([])
  expect(ids('北京')).toEqual([])
  expect(ids('No such town as this')).toEqual([])
})
