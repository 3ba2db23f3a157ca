import { describe, expect, it, test } from 'vitest'
import { readTimes } from '../../src/reading/times/times.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import { exampleOf } from './times-example.ts'

/** A Thursday. */
const PUBLISHED = '2025-11-20'

function timesIn(body: string, datePublished: string | null = PUBLISHED) {
  return readTimes({ body, datePublished, sentences: splitSentences(body, splitParagraphs(body)) })
}

/** `text value`, or `text value mod`, of each time. */
function read(body: string, datePublished: string | null = PUBLISHED): string[] {
  return timesIn(body, datePublished).map(({ span, value, mod }) => [body.slice(...span), value, mod].filter(Boolean).join(' | '))
}

describe('a date of the calendar', () => {
  it.each([
    ['Mora resigned on Sept. 3, 2025.', ['Sept. 3, 2025 | 2025-09-03']],
    ['The law of 1 January 2024 applies.', ['1 January 2024 | 2024-01-01']],
    ['It was signed on Friday, Oct. 23, 1998, in Velm.', ['Friday, Oct. 23, 1998 | 1998-10-23']],
    ['It opened in June 2022 and closed in 2024.', ['June 2022 | 2022-06', '2024 | 2024']],
    ['They met on 2025-09-03 and on 11/20/1998.', ['2025-09-03 | 2025-09-03', '11/20/1998 | 1998-11-20']],
    ['In nineteen ninety-seven the mill burned.', ['nineteen ninety-seven | 1997']],
    ['It began in the 1960s and grew in the mid-90s.', ['1960s | 196X', 'the mid-90s | 199X | MID']],
    ['A church of the 11th century fell.', ['11th century | 10']],
  ])('%s', (text, times) => expect(read(text)).toEqual(times))

  it.each([
    ['The board knew of it as early as June.', ['June | 2025-06']],
    ['The plant could be shut as early as June.', ['June | 2026-06']],
    ['Nobody may enter the park, shut since February.', ['February | 2025-02']],
  ])('is of the year that the verb before it tells: %s', (text, times) => expect(read(text)).toEqual(times))

  it('keeps the precision of the text', () => {
    expect(read('In April the dam held.')).toEqual(['April | 2025-04'])
  })

  it('shares month and year among the days of a list', () => {
    expect(read('Talks ran from 24-26 September and on Nov. 12-14, 2024.')).toEqual([
      '24 | 2025-09-24',
      '26 September | 2025-09-26',
      'Nov. 12 | 2024-11-12',
      '14, 2024 | 2024-11-14',
    ])
  })

  it('is not read out of names, amounts and scores', () => {
    expect(read('May Lorn said June Carver may march; 1500 metres, flight 2014 lost 3:15.')).toEqual([])
  })
})

describe('a date without its year', () => {
  it('is the last one in the past tense and the next one in the future tense', () => {
    expect(read('Velm surrendered on Jan. 6.')).toEqual(['Jan. 6 | 2025-01-06'])
    expect(read('Velm will vote on Jan. 6.')).toEqual(['Jan. 6 | 2026-01-06'])
  })

  it('is told by "last", "this" and "next"', () => {
    expect(read('Last April was dry; next April may be wet.')).toEqual(['Last April | 2025-04', 'next April | 2026-04'])
    expect(read('She left in July last year.')).toEqual(['July last year | 2024-07'])
  })
})

describe('a weekday', () => {
  it('is the last one in a past-tense sentence', () => {
    expect(read('The council met on Wednesday.')).toEqual(['Wednesday | 2025-11-19'])
  })

  it('is the next one in a future-tense sentence', () => {
    expect(read('The council will meet on Wednesday.')).toEqual(['Wednesday | 2025-11-26'])
    expect(read('The trial is due to begin on Monday.')).toEqual(['Monday | 2025-11-24'])
    expect(read('The firm had to pay the fine in June.')).toEqual(['June | 2025-06'])
    expect(read('The vote was postponed until Tuesday.')).toEqual(['Tuesday | 2025-11-25'])
  })

  it('takes the verb of its own clause', () => {
    expect(read('Reese said on Tuesday that she would travel next Friday.')).toEqual([
      'Tuesday | 2025-11-18',
      'next Friday | 2025-11-28',
    ])
  })

  it('is the day itself on the day of publication', () => {
    expect(read('Officials said Thursday that it rained.')).toEqual(['Thursday | 2025-11-20'])
  })

  it('makes a part of it with the part of day', () => {
    expect(read('It struck Friday night and early Sunday.')).toEqual([
      'Friday night | 2025-11-14TNI',
      'early Sunday | 2025-11-16 | START',
    ])
  })
})

describe('a relative time', () => {
  it.each([
    ['It happened yesterday; tomorrow we march.', ['yesterday | 2025-11-19', 'tomorrow | 2025-11-21']],
    ['Last week was calm.', ['Last week | 2025-W46']],
    ['Prices fell last month and last year.', ['last month | 2025-10', 'last year | 2024']],
    ['She left two years ago and he ten days ago.', ['two years ago | 2023', 'ten days ago | 2025-11-10']],
    ['It opened in June 2022. The following year it closed.', ['June 2022 | 2022-06', 'The following year | 2023']],
    ['He fell on May 3, 2024. Two days later he died.', ['May 3, 2024 | 2024-05-03', 'Two days later | 2024-05-05']],
    ['It ends by the end of the year.', ['the end of the year | 2025 | END']],
    ['Over the weekend it snowed.', ['the weekend | 2025-W46-WE']],
    ['The week of 6 October was dry.', ['The week of 6 October | 2025-W41']],
    ['She recently left and is now back.', ['recently | PAST_REF', 'now | PRESENT_REF']],
    ['In the future it will rain.', ['the future | FUTURE_REF']],
    ['Last Easter and this Christmas.', ['Last Easter | 2025-04-20', 'this Christmas | 2025-12-25']],
    ['It opened last summer.', ['last summer | 2025-SU']],
  ])('%s', (text, times) => expect(read(text)).toEqual(times))
})

describe('a business period', () => {
  it.each([
    ['Third-quarter profit rose.', ['Third-quarter | 2025-Q3']],
    ['It will report in the first quarter of 2026.', ['the first quarter of 2026 | 2026-Q1']],
    [
      'Sales in Q3 2024 and in the second half of 2025 fell.',
      ['Q3 2024 | 2024-Q3', 'the second half of 2025 | 2025-H1'.replace('H1', 'H2')],
    ],
    [
      'Profit fell in the third quarter. It was higher a year earlier.',
      ['the third quarter | 2025-Q3', 'a year earlier | 2024-Q3'],
    ],
    [
      'Net rose in the third quarter. In the year-ago period it fell.',
      ['the third quarter | 2025-Q3', 'the year-ago period | 2024-Q3'],
    ],
    ['In fiscal 2024 it lost money.', ['fiscal 2024 | 2024']],
    ['Prices rose in August from a year earlier.', ['August | 2025-08', 'a year earlier | 2024-08']],
    ['They scored in the first quarter of the game.', []],
  ])('%s', (text, times) => expect(read(text)).toEqual(times))
})

describe('a time of day', () => {
  it.each([
    ['It struck at 10:35 a.m. EST on Friday.', ['10:35 a.m. EST on Friday | 2025-11-14T10:35']],
    ['Shops shut on Friday at 5.30pm.', ['Friday at 5.30pm | 2025-11-14T17:30']],
    ['He spoke at noon.', ['noon | 2025-11-20T12:00']],
    ['He woke this morning.', ['this morning | 2025-11-20TMO']],
  ])('%s', (text, times) => expect(read(text)).toEqual(times))
})

describe('lengths and sets', () => {
  it.each([
    ['It took at least 72 hours.', 'at least 72 hours', 'DURATION', 'PT72H', 'EQUAL_OR_MORE'],
    ['It took about two and a half years.', 'about two and a half years', 'DURATION', 'P2.5Y', 'APPROX'],
    ['The two-week strike ended.', 'two-week', 'DURATION', 'P2W', null],
    ['The past five days were hot.', 'The past five days', 'DURATION', 'P5D', null],
    ['It lasted several months.', 'several months', 'DURATION', 'PXM', null],
    ['They meet every Monday.', 'every Monday', 'SET', 'XXXX-WXX-1', null],
    ['They meet twice a week.', 'a week', 'SET', 'P1W', null],
    ['Rain falls daily.', 'daily', 'SET', 'P1D', null],
  ])('%s', (body, text, type, value, mod) => {
    const [time, ...others] = timesIn(body)
    expect(others).toEqual([])
    expect({ ...time, text: body.slice(...time!.span) }).toMatchObject({ text, type, value, mod })
  })

  it('are no ages', () => expect(read('Ada Lorn, 33 years old, and a 12-year-old girl.')).toEqual([]))
})

describe('without a publication date', () => {
  it('nothing is invented', () => {
    expect(read('On Monday, yesterday, today, in April, on May 3 and last week; two years ago.', null)).toEqual([
      'Monday | XXXX-WXX-1',
      'yesterday | PAST_REF',
      'today | PRESENT_REF',
      'April | XXXX-04',
      'May 3 | XXXX-05-03',
      'last week | PAST_REF',
      'two years ago | PAST_REF',
    ])
  })

  it('a date that is less precise is used as far as it goes', () => {
    expect(read('Last year it rained; on Monday too.', '2025')).toEqual(['Last year | 2024', 'Monday | XXXX-WXX-1'])
  })

  it('a date that no calendar has is none', () =>
    expect(read('It rained yesterday.', '2025-02-30')).toEqual(['yesterday | PAST_REF']))
})

test('times are numbered in the order of the text and do not overlap', () => {
  const times = timesIn('On Monday at noon, three weeks after June 3, 2025, the 24-hour strike of last week ended.')
  expect(times.map(time => time.id)).toEqual(times.map((_, index) => `t${index + 1}`))
  for (const [index, time] of times.slice(1).entries()) expect(time.span[0]).toBeGreaterThanOrEqual(times[index]!.span[1])
})

test('words that every object has as properties are no times', () => {
  expect(read('The constructor met a toString year at the valueOf year.').length).toBeLessThan(3)
})

// A rule that looked at all of its line again at each word would not end here.
test.each(['1', '1 ', 'a ', 'a.', '1,111', 'no more than ', 'Oct. 1 and 2 and ', "last year's ", 'mid-', "'90"])(
  'a line of nothing but %j is read to its end',
  unit => {
    const body = unit.repeat(Math.ceil(200_000 / unit.length))
    const times = readTimes({ body, datePublished: PUBLISHED, sentences: [[0, body.length]] })
    expect(times.every(({ span }) => span[1] > span[0] && span[1] <= body.length)).toBe(true)
  },
  60_000,
)

test('docs/time.md shows what comes out', () => {
  const { text, json } = exampleOf('time')
  expect(timesIn(text, '2025-09-04')).toEqual(json)
})
