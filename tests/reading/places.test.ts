import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPlaces } from '../../src/reading/places/places.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'

const pins = (body: string) =>
  readPlaces({ body, sentences: splitSentences(body, splitParagraphs(body)), dateline: null }).map(place => [
    body.slice(...place.span),
    place.gazetteer,
  ])

test('the example of the documentation is what is read', () => {
  const page = readFileSync(new URL('../../docs/place.md', import.meta.url), 'utf8')
  const body = /```text\n([\s\S]*?)\n```/.exec(page)![1]!
  const places = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)![1]!) as unknown
  expect(readPlaces({ body, sentences: splitSentences(body, splitParagraphs(body)), dateline: null })).toEqual(places)
})

test('the region beside a name tells which of its namesakes is meant, there and later', () => {
  expect(pins('The fire began in Springfield, Illinois. By noon Springfield was covered in smoke.')).toEqual([
    ['Springfield', 'geonames:4250542'],
    ['Illinois', 'geonames:4896861'],
    ['Springfield', 'geonames:4250542'],
  ])
  expect(pins('A bank in Wilmington, Del., failed.')[0]).toEqual(['Wilmington', 'geonames:4145381'])
  expect(pins('A bank in Wilmington, N.C., failed.')[0]).toEqual(['Wilmington', 'geonames:4499379'])
  expect(pins('He flew to the Texas town of Paris on Monday.')).toContainEqual(['Paris', 'geonames:4717560'])
})

test('what the gazetteer knows and gives no place to has no pin, nor has a town of that name', () => {
  expect(pins('The ship left Midway Atoll and sailed to Hawaii.')).toEqual([['Hawaii', 'geonames:5855797']])
  expect(pins('The ice of Antarctica melts.')).toEqual([])
})

test('without such a word the best known is meant', () => {
  expect(pins('She flew to Paris on Monday, and from there to London.')).toEqual([
    ['Paris', 'geonames:2988507'],
    ['London', 'geonames:2643743'],
  ])
})

test('the countries that the article speaks of decide between a country and a state', () => {
  expect(pins('Troops were sent to Georgia and Ukraine.')[0]).toEqual(['Georgia', 'geonames:614540'])
  expect(pins('Voters in Alabama and Georgia were asked, as were those in Ohio and Florida.')[1]).toEqual([
    'Georgia',
    'geonames:4197000',
  ])
})

test('a namesake that could be either is not pinned', () => {
  expect(pins('The mill in Springfield burned down.')).toEqual([])
})

test('names of persons and of bodies are no places', () => {
  expect(pins('Paris Hilton met Jordan Smith at Georgia Tech.')).toEqual([])
  expect(pins('A study by the University of Chicago appeared in the Boston Globe.')).toEqual([])
  expect(pins('Mayor London Breed spoke. London then left the hall.')).toEqual([])
  expect(pins('Virginia Lowe, the mayor, said so. It was Virginia’s last day.')).toEqual([])
})

test('a capital that speaks for its government is not pinned, and one that something happens in is', () => {
  expect(pins('Moscow said that it would answer.')).toEqual([])
  expect(pins('The talks with Tehran failed, and Beijing’s refusal was blamed.')).toEqual([])
  expect(pins('Two people were hurt in Moscow on Friday.')).toEqual([['Moscow', 'geonames:524901']])
})

test('a capital is known by the country that the article speaks of', () => {
  expect(pins('The aircraft left Costa Rica for good. It had come from the capital San Jose.')).toContainEqual([
    'San Jose',
    'geonames:3621849',
  ])
})

test('old names and other spellings find the place of today', () => {
  expect(pins('He was born in Rangoon, grew up in Bombay and lives in Kiev.').map(([, id]) => id)).toEqual([
    'geonames:1298824',
    'geonames:1275339',
    'geonames:703448',
  ])
})

test('“us” is no country, and “Us” at the head of a sentence is none', () => {
  expect(pins('Us, they left behind. They told us so.')).toEqual([])
  expect(pins('The US and the U.K. signed it.').map(([name]) => name)).toEqual(['US', 'U.K.'])
})

test('the longest name is one place', () => {
  expect(pins('They moved from North Korea to Bosnia and Herzegovina by way of New York City.').map(([name]) => name)).toEqual([
    'North Korea',
    'Bosnia and Herzegovina',
    'New York City',
  ])
  expect(pins('Trade with South America grew.')).toEqual([])
})

test('spans are in order and inside the text, and the entity is what the caller says', () => {
  const body = 'In Nairobi, Kenya, and in Kampala it rained. '.repeat(200)
  const places = readPlaces({
    body,
    sentences: splitSentences(body, splitParagraphs(body)),
    dateline: null,
    entityOf: span => (span[0] === 3 ? 'e1' : null),
  })
  expect(places).toHaveLength(600)
  expect(places.every((place, at) => at === 0 || places[at - 1]!.span[1] <= place.span[0])).toBe(true)
  expect(places.filter(place => place.entity === 'e1')).toHaveLength(1)
})
