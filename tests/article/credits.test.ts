import { expect, test } from 'vitest'
import { readCredits } from '../../src/article/credits.ts'

const BODY = 'They met 🌊 on “Monday”.\n\nThey left.\n\n'

test.each([
  ['BEIJING, Sept. 3 (Reuters) — They met.', 'Reuters', 'wire', '(Reuters)'],
  ['(AP) They met.', 'AP', 'wire', '(AP)'],
  ['ARDEN (The Associated Press) — They met.', 'Associated Press', 'wire', '(The Associated Press)'],
  ['ARDEN (Vale AFP) — They met.', 'AFP', 'wire', '(Vale AFP)'],
  ['By Ana Lopez, Associated Press\n\nThey met.', 'Associated Press', 'wire', 'By Ana Lopez, Associated Press'],
  [
    `${BODY}— Associated Press writer Tom Reed contributed to this report.`,
    'Associated Press',
    'wire',
    '— Associated Press writer Tom Reed contributed to this report.',
  ],
  [
    `${BODY}(Reporting by Ana Lopez in Arden; Editing by Tom Reed)`,
    'Ana Lopez',
    'wire',
    '(Reporting by Ana Lopez in Arden; Editing by Tom Reed)',
  ],
  [`${BODY}© AFP`, 'AFP', 'wire', '© AFP'],
  [`${BODY}They left on Friday. (Xinhua)`, 'Xinhua', 'wire', '(Xinhua)'],
  [
    `${BODY}This story was originally published by The Vale Post.`,
    'The Vale Post',
    'outlet',
    'This story was originally published by The Vale Post',
  ],
  ['ARDEN, Sept. 3, 2025 /PRNewswire/ -- They met.', 'PRNewswire', 'release', '/PRNewswire/'],
  ['PRESS RELEASE\n\nThey met.', 'PRESS RELEASE', 'release', 'PRESS RELEASE'],
])('%j credits %s (%s)', (body, name, kind, slice) => {
  const credits = readCredits(body, null)
  expect(credits).toHaveLength(1)
  expect(credits[0]).toMatchObject({ name, kind })
  expect(body.slice(...credits[0]!.span)).toBe(slice)
})

test.each([
  'They met, the minister told Reuters.\n\nThey left.',
  'The Socialist Party of Arden (SPA) met.\n\nThey left.',
  'VALE, May 3 (Vale Press Association) — They met.\n\nThey left.',
  `${BODY}Ana Lopez contributed to this report.`,
  `${BODY}© 2025 The Arden Courier. All rights reserved.`,
  'They contributed to this report, said the press.\n\nThey left.',
])('%j credits nobody else', body => {
  expect(readCredits(body, 'The Arden Courier')).toEqual([])
})

test('a long text without line ends is read to its end', () => {
  expect(readCredits('The Arden Post of the Vale and '.repeat(20_000), null)).toEqual([])
})
