import { expect, test } from 'vitest'
import { isoDate } from '../../src/article/dates.ts'

test.each([
  ['September 3, 2025 10:16 am', '2025-09-03T10:16'],
  ['3 Sept. 2025', '2025-09-03'],
  ['September 2025', '2025-09'],
  ['2025', '2025'],
  ['2025-09-03T10:16:00+0200', '2025-09-03T10:16:00+02:00'],
  ['2025-09-03 10:16', '2025-09-03T10:16'],
  ['Wed, 03 Sep 2025 22:16:05 GMT', '2025-09-03T22:16:05Z'],
  ['Updated on: Nov. 20, 2019 12:02 AM EST', '2019-11-20T00:02-05:00'],
  ['12:30 p.m. May 1, 2024', '2024-05-01T12:30'],
  ['Published 25/12/2024', '2024-12-25'],
  ['3.9.2025', '2025-09-03'],
  ['September 3, 2025 10:16 am ET', '2025-09-03T10:16'],
])('%s is %s, no more precise than given', (written, iso) => {
  expect(isoDate(written)).toBe(iso)
})

test.each(['03/09/2025', 'September 3', 'Feb 30, 2025', '2025-13-01', 'yesterday', '', 'Wednesday at 10:16 am'])(
  '%j is no date that can be told',
  written => {
    expect(isoDate(written)).toBeNull()
  },
)
