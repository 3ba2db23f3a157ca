import { expect, it } from 'vitest'
import { familyOf, outletKey } from '../../../src/story/lineage/index.ts'

it('finds the group of an outlet by its name, another name, or its host', () => {
  expect(['USA Today', 'Detroit Free Press', 'www.azcentral.com'].map(familyOf)).toEqual(['Gannett', 'Gannett', 'Gannett'])
  expect(['Daily Mirror', 'express.co.uk', 'The Daily Mirror'].map(familyOf)).toEqual(['Reach', 'Reach', 'Reach'])
  expect(familyOf('africa.chinadaily.com.cn')).toBe(familyOf('Xinhua News Agency'))
})

it('leaves an outlet that it does not know by itself', () => {
  expect(familyOf('Aunedale Courier')).toBe('Aunedale Courier')
  expect(familyOf('courier.aunedale.example')).toBe('courier.aunedale.example')
  expect(familyOf(null)).toBeNull()
})

it('takes no name for an outlet’s that many share', () => {
  expect(familyOf('The Standard')).toBe('The Standard')
  expect(familyOf('The Star')).toBe('The Star')
})

it('gives one key to all names of one outlet or agency', () => {
  expect(outletKey('AP')).toBe(outletKey('The Associated Press'))
  expect(outletKey('apnews.com')).toBe(outletKey('AP'))
  expect(outletKey('www.reuters.com')).toBe(outletKey('Reuters'))
  expect(outletKey('The Aunedale Courier')).toBe(outletKey('Aunedale courier'))
  expect(outletKey('Aunedale Courier')).not.toBe(outletKey('Aunedale Post'))
})
