import { expect, test } from 'vitest'
import { parsePage } from '../../src/article/dom.ts'
import { readMetadata } from '../../src/article/metadata.ts'
import { peopleOf } from '../../src/article/people.ts'

const of = (head: string, body = '') => readMetadata(parsePage(`<html><head>${head}</head><body>${body}</body></html>`), null)
const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

test('of several articles in JSON-LD the one whose address is the page’s counts', () => {
  const nodes = [
    { '@type': 'NewsArticle', headline: 'Other', url: 'https://a.example/other' },
    { '@type': 'NewsArticle', headline: 'This', mainEntityOfPage: { '@id': 'https://a.example/this' } },
  ]
  expect(of(`<link rel="canonical" href="https://a.example/this">${linked(nodes)}`).headline).toBe('This')
})

test('where it is unclear which article is meant, none counts', () => {
  const nodes = [
    { '@type': 'NewsArticle', headline: 'One', datePublished: '2020' },
    { '@type': 'NewsArticle', headline: 'Two', datePublished: '2021' },
  ]
  expect(of(linked(nodes)).datePublished).toBeNull()
})

test('JSON-LD that is no JSON is passed over', () => {
  expect(
    of('<script type="application/ld+json">{"@type": </script><meta property="og:title" content="A &amp;amp; B">').headline,
  ).toBe('A & B')
})

test('times that name different days tell no date', () => {
  expect(of('', '<time datetime="2020-01-01"></time><time datetime="2021-01-01"></time>').datePublished).toBeNull()
  expect(of('', '<time datetime="2020-01-01T10:00"></time>').datePublished).toBe('2020-01-01T10:00')
})

test.each([
  ['By Ana Lopez and Tom Reed, Staff Writers', ['Ana Lopez', 'Tom Reed']],
  ['Associated Press', []],
  ['Reuters Staff', []],
  ['The Arden Courier', []],
  ['ANALYSIS by Zoë O’Hara | Monday', ['Zoë O’Hara']],
  ['https://social.example/ana', []],
])('%j names %j', (byline, people) => {
  expect(peopleOf(byline, 'The Arden Courier')).toEqual(people)
})
