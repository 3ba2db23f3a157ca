import { expect, test } from 'vitest'
import { readDateline } from '../../src/article/dateline.ts'

test.each([
  ['BEIJING, Sept 3 (Reuters) — They met.', 'BEIJING'],
  ['WASHINGTON (AP) — They met.', 'WASHINGTON'],
  ['LONDON — They met.', 'LONDON'],
  ['WASHINGTON, D.C. (AP) -- They met.', 'WASHINGTON, D.C.'],
  ['KYIV, Ukraine (AP) – They met.', 'KYIV, Ukraine'],
  ['Nairobi, 4 May (Xinhua) -- They met.', 'Nairobi'],
  ['🌊 A wave\r\n\r\nSAN JUAN, P.R. — They met.', 'SAN JUAN, P.R.'],
  ['Headline\n\nBy Ana Lopez\n\n\u200bOSLO (AFP) - They met.', 'OSLO'],
])('%j is sent from %s', (body, place) => {
  const dateline = readDateline(body)
  expect(dateline?.text).toBe(place)
  expect(body.slice(...dateline!.span)).toBe(place)
})

test.each([
  'By Ana Lopez in Kyiv\n\nThey met.',
  'UPDATE 1 - They met.',
  'BREAKING — They met.',
  'The Socialist Party (SPA) said they met.',
  'Paris — as ever — was full.',
  'They met in LONDON — twice.',
  'NATO said they met.',
])('%j has no dateline', body => {
  expect(readDateline(body)).toBeNull()
})
