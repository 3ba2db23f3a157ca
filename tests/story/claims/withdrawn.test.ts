import { expect, it } from 'vitest'
import { takesWordsBack } from '../../../src/story/claims/withdrawn.ts'

it.each([
  'police withdrew the figure of four',
  'they have taken back the four of yesterday',
  'the ministry withdrew its earlier statement that nothing had been signed',
  'she took her words back',
  'he recanted',
  'the paper corrected its report',
  'the claim was later withdrawn',
])('words are taken back in "%s"', clause => {
  expect(takesWordsBack(clause)).toBe(true)
})

it.each([
  'about 7,000 troops will be withdrawn in the coming months',
  'the ministry withdrew roughly 2,000 soldiers',
  'the buyer would withdraw its offer if the meeting was moved',
  'the house had withdrawn a subpoena',
  'she withdrew from the race',
  'the town took its streets back',
  'the rebels took back four villages',
])('something else is taken back in "%s"', clause => {
  expect(takesWordsBack(clause)).toBe(false)
})
