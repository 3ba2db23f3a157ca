import { describe, expect, it } from 'vitest'
import { textOf } from '../../../src/index.ts'
import { readLineage } from '../../../src/story/lineage/index.ts'
import { readingOf } from './readings.ts'

const NONE = { notCopies: [] }

const KILN = `A kiln burst in the old brickworks at Aune on Monday and set fire to a roof, the fire service said. Two workers were treated for burns and sent home.

The brickworks, which employs 61 people, was inspected in April. The inspectors had asked for a new flue, foreman Ivo Brandt said.

“They asked for it on a Tuesday and we ordered it on the Wednesday,” Brandt told reporters. “It is on a ship.”

Production will stand still until the end of May.`

const RETOLD = `Fire broke out on a roof of Aune’s old brickworks after a kiln burst on Monday. The fire service said that two workers had burns and were sent home after treatment.

In April inspectors visited the brickworks and its 61 people; they asked for a new flue, according to foreman Ivo Brandt.

The flue was ordered the day after. “It is on a ship,” he said.

Until the end of May production stands still.`

const SPEECH = '“A village that pays for its own fire engine does not need a minister to come and cut the ribbon in front of it”'

function kinds(...readings: Parameters<typeof readingOf>[0][]): string[] {
  return readLineage(readings.map(readingOf), NONE).map(
    ({ from, to, kind, commonWith, credited, direction }) =>
      `${from} ${direction === 'known' ? '→' : '–'} ${to} ${kind}${commonWith ? ` ${commonWith}` : ''}${credited ? ', credited' : ''}`,
  )
}

describe('a copy', () => {
  const agency = { id: 'a', publisher: 'Norland Press Agency', published: '2025-05-05T09:00', body: KILN }

  it('goes from the agency that is credited to who prints it', () => {
    const body = `AUNE (Norland Press Agency) — ${KILN.slice(0, KILN.lastIndexOf('\n\n'))}`
    expect(kinds(agency, { id: 'b', publisher: 'Aune Courier', published: '2025-05-05', body })).toEqual(['a → b copy, credited'])
  })

  it('has a direction by times alone only where they are far enough apart', () => {
    const at = (published: string | null) => ({ id: 'b', publisher: 'Aune Courier', published, body: KILN })
    const paper = { ...agency, publisher: 'Orme Post' }
    expect(kinds(paper, at('2025-05-05T21:00'))).toEqual(['a → b copy'])
    expect(kinds(paper, at('2025-05-06'))).toEqual(['a → b copy'])
    expect(kinds(paper, at('2025-05-05T09:40'))).toEqual(['a – b copy'])
    expect(kinds(paper, at('2025-05-05'))).toEqual(['a – b copy'])
    expect(kinds(paper, at(null))).toEqual(['a – b copy'])
  })

  it('has none between two that carry one agency’s text', () => {
    const credited = (id: string, published: string) => ({ id, publisher: `${id} Post`, published, body: `AUNE (AFP) - ${KILN}` })
    expect(kinds(credited('a', '2025-05-05'), credited('b', '2025-05-08'))).toEqual(['a – b copy, credited'])
  })

  it('has none by times where three have the text within a day', () => {
    const paper = (id: string, hour: string) => ({ id, publisher: `${id} Post`, published: `2025-05-05T${hour}`, body: KILN })
    expect(kinds(paper('a', '06:00'), paper('b', '12:00'), paper('c', '18:00'))).toEqual([
      'a – b copy',
      'a – c copy',
      'b – c copy',
    ])
  })

  it('says what share it is, and shows the words side by side', () => {
    const body = `${KILN.split('\n\n').slice(0, 2).join('\n\n')}\n\nThe council meets on Friday to talk about the ruin and what might become of it one day.`
    const [from, to] = [readingOf(agency), readingOf({ id: 'b', publisher: 'Aune Courier', published: '2025-05-09', body })]
    const [link] = readLineage([from, to], NONE)
    expect(link).toMatchObject({ kind: 'copy', from: 'a', to: 'b' })
    expect(link!.share).toBeCloseTo(0.73, 1)
    for (const { from: there, to: here } of link!.evidence) {
      expect(textOf(to.article.articleBody, here.span)).toBe(textOf(from.article.articleBody, there.span))
    }
  })
})

it('a rewrite is found by its sentences, in their order', () => {
  const a = { id: 'a', publisher: 'Orme Post', published: '2025-05-05', body: KILN }
  expect(kinds(a, { id: 'b', publisher: 'Aune Courier', published: '2025-05-07', body: RETOLD })).toEqual(['a → b rewrite'])
})

it('a rewrite is found in another order where wording is left, and quotations alone make a speech', () => {
  const a = { id: 'a', publisher: 'Orme Post', published: '2025-05-05', body: KILN }
  const turned = RETOLD.split('\n\n').reverse().join('\n\n')
  const kept = turned.replace(
    '“It is on a ship,” he said.',
    '“They asked for it on a Tuesday and we ordered it on the Wednesday,” he said.',
  )
  const own = kept.replace(
    'production stands still.',
    'production will stand still, and two workers were treated for burns and sent home.',
  )
  const b = (body: string) => ({ id: 'b', publisher: 'Aune Courier', published: '2025-05-07', body })
  expect(kinds(a, b(own))).toEqual(['a → b rewrite'])
  expect(kinds(a, b(kept))).toEqual(['a – b common speech'])
})

/** As many sentences as asked for, of words of their own. */
const long = (letter: string, sentences: number) =>
  Array.from({ length: sentences }, (_, at) => `${`${letter}${at}`.repeat(3)} ${letter.repeat(at + 2)} ${letter}oven${at}.`).join(
    ' ',
  )

describe('what two took from elsewhere', () => {
  const a = `Minister Ada Lowe spoke at the opening of a fire station in Orme.\n\n${SPEECH}, she told the crowd.\n\nIt rained.`
  const b = `Bakers in Aune fear for their ovens. Nobody else does, it seems.\n\n${SPEECH}, Ada Lowe said.\n\nBread will be dearer by the autumn, the guild thinks. It has 40 members and one oven that all of them may use on Sundays, when the mill is closed.`

  it('is a speech where only its words are shared', () => {
    expect(kinds({ id: 'a', publisher: 'Orme Post', body: a }, { id: 'b', publisher: 'Aune Courier', body: b })).toEqual([
      'a – b common speech',
    ])
  })

  it('is a release where both say that it was one', () => {
    const released = (text: string) =>
      text.replace('she told the crowd', 'she said in a statement').replace('Lowe said', 'Lowe said in a press release')
    expect(
      kinds({ id: 'a', publisher: 'Orme Post', body: released(a) }, { id: 'b', publisher: 'Aune Courier', body: released(b) }),
    ).toEqual(['a – b common release, credited'])
  })

  it('is a release that is held, where an article names who issued it, and ties two that use it', () => {
    const issued = `Bakers of Aune: statement on the ovens\n\nSeven ovens in ten are older than their bakers. We ask for a loan of two million crowns before the winter.\n\nContact: Bakers of Aune`
    const use = (words: string) =>
      `It rained on the mills of Orme and Aune.\n\n${words}\n\nThe mayor was sent for, and came on foot, with an umbrella that was not his.`
    const named = use('Bakers of Aune said that seven ovens in ten are older than their bakers.')
    const release = { id: 'r', publisher: 'Bakers of Aune', published: '2025-05-05', body: issued }
    const [one, other] = ['a', 'b'].map(id => ({ id, publisher: `${id} Post`, published: '2025-05-06', body: named }))
    const elsewhere = { ...other!, body: `${named.split('\n\n')[1]} Nobody has counted the cats.` }
    const untold = { ...one!, body: use('Somebody said that seven ovens in ten are older than their bakers.') }
    expect(kinds(release, one!, elsewhere)).toEqual([
      'r – a common release, credited',
      'r – b common release, credited',
      'a – b common release',
    ])
    expect(kinds(release, untold)).toEqual([])
  })

  it('is a speech that one of them says to be one, where the quotation is a good part of the shorter', () => {
    const words = '“A village that pays for its own fire engine does not need a minister”'
    const pair = (where: string, sentences = 60) =>
      kinds(
        { id: 'a', publisher: 'Orme Post', body: `${long('m', sentences)}\n\n${words}, Ada Lowe ${where}.` },
        { id: 'b', publisher: 'Aune Courier', body: `${words}, Ada Lowe said.\n\n${long('b', sentences)}` },
      )
    expect(pair('told the crowd')).toEqual(['a – b common speech'])
    expect(pair('told the crowd', 160)).toEqual([])
    expect(pair('said')).toEqual([])
  })

  it('is a speech where both tell the speaker to have spoken to an audience, wherever they do', () => {
    const words = 'A village that pays for its own fire engine does not need a minister'
    const speaking = (id: string, where: string) => {
      const said = `It rained, Ada Lowe ${where}.`
      const body = `${said} A dog ${id.repeat(4)} barked. Nobody ${id.repeat(5)} spoke. The ${id.repeat(3)} oven smoked. “${words},” she said. ${long(id, 60)}`
      const start = body.indexOf(words)
      const statement = (at: string, content: readonly [number, number]) => ({
        id: at,
        speaker: 'e1',
        source: [],
        cue: [],
        content: [content],
      })
      const statements = [statement('s1', [0, said.length]), statement('s2', [start, start + words.length])]
      return { ...readingOf({ id, publisher: `${id} Post`, body }), statements } as unknown as ReturnType<typeof readingOf>
    }
    const both = (one: string, other: string) =>
      readLineage([speaking('m', one), speaking('b', other)], NONE).map(({ kind, commonWith }) => `${kind} ${commonWith}`)
    expect(both('told the crowd', 'told the meeting')).toEqual(['common speech'])
    expect(both('told the crowd', 'told her mother')).toEqual([])
  })

  it('is the other outlet’s where one names it for the words', () => {
    const named = b.replace('Ada Lowe said', 'Ada Lowe told the Orme Post')
    const own = a.replace('she told the crowd', 'she told this newspaper')
    expect(kinds({ id: 'a', publisher: 'Orme Post', body: own }, { id: 'b', publisher: 'Aune Courier', body: named })).toEqual([
      'a → b cite, credited',
    ])
  })
})

describe('a citation', () => {
  const a = { id: 'a', publisher: 'Orme Post', published: '2025-05-05', body: KILN }
  const body =
    'Prices of brick rose again.\n\nA kiln in the brickworks at Aune burst on Monday, the Orme Post reported.\n\nBuilders wait for tiles too.'

  it('links the outlet’s article that tells what is cited', () => {
    const other = {
      id: 'o',
      publisher: 'Orme Post',
      published: '2025-05-06',
      body: 'The swimming pool in Orme opens on Saturday with a race for grandmothers.',
    }
    expect(kinds(a, other, { id: 'b', publisher: 'Aune Courier', published: '2025-05-07', body })).toEqual([
      'a → b cite, credited',
    ])
  })

  it('links no article that came later, and none that tells something else', () => {
    expect(
      kinds({ ...a, published: '2025-05-09' }, { id: 'b', publisher: 'Aune Courier', published: '2025-05-07', body }),
    ).toEqual([])
    expect(kinds({ ...a, body: 'The pool in Orme opens on Saturday.' }, { id: 'b', publisher: 'Aune Courier', body })).toEqual([])
  })

  it('links no article of another day than it names', () => {
    const on = (day: string) =>
      kinds(a, {
        id: 'b',
        publisher: 'Aune Courier',
        published: '2025-05-09',
        body: body.replace('Post reported', `Post reported on ${day}`),
      })
    expect(on('Monday')).toEqual(['a → b cite, credited'])
    expect(on('Tuesday')).toEqual(['a → b cite, credited'])
    expect(on('Thursday')).toEqual([])
  })

  it('needs more than small words in common', () => {
    const song = 'They sang it for him on a boat and we wept on the quay, according to the Orme Post.'
    expect(kinds(a, { id: 'b', publisher: 'Aune Courier', published: '2025-05-07', body: song })).toEqual([])
  })
})

describe('a release that is held', () => {
  const release = {
    id: 'a',
    publisher: 'Aune Leisure',
    published: '2025-05-05T09:00Z',
    headline: 'Press release: the pool',
    body: 'A valve in the old pool broke. The alarm rang at once and the guests left their towels behind.',
  }
  const citing = (body: string, published = '2025-05-06T09:00Z') =>
    kinds(release, { id: 'b', publisher: 'Orme Post', published, body })

  it('is cited where its issuer is named and what it says is told', () => {
    const body =
      'Aune Leisure runs the pool.\n\nThe alarm had rung and the guests had left, the company writes in its press release.'
    expect(citing(body)).toEqual(['a → b cite, credited'])
    expect(citing(body, '2025-05-05T06:00Z')).toEqual([])
    expect(citing(body.replace('Aune Leisure', 'A company'))).toEqual([])
    expect(citing(body.replace('in its press release', 'to us'))).toEqual([])
    expect(citing(body.replace(/The alarm[^,]*/, 'Wages have been paid until June'))).toEqual([])
  })

  it('is known by a first line that only releases have, and cited by who is named without an article', () => {
    const headline = 'The pool'
    const police = {
      ...release,
      headline,
      publisher: 'Aune Town Police',
      body: `Aune Town Police, press office\n\n${release.body}`,
    }
    const citing = {
      id: 'b',
      publisher: 'Orme Post',
      published: '2025-05-06T09:00Z',
      body: 'The alarm had rung and the guests had left, police said in a statement.',
    }
    const statements = [{ source: [[citing.body.indexOf('police'), citing.body.indexOf(' said')]], cue: [], content: [] }]
    const links = (issued: typeof police, said: object = { statements }) =>
      readLineage([readingOf(issued), { ...readingOf(citing), ...said } as ReturnType<typeof readingOf>], NONE).map(
        ({ kind }) => kind,
      )
    expect(links(police)).toEqual(['cite'])
    expect(links({ ...police, body: release.body })).toEqual([])
    expect(links(police, {})).toEqual([])
  })

  it('is known by the first word of its issuer’s name, where that is no common one', () => {
    const body = 'Nobody at Aune picked up. In its statement the company said that the alarm had rung for the guests.'
    expect(citing(body)).toEqual(['a → b cite, credited'])
    const other = { id: 'b', publisher: 'Orme Post', published: '2025-05-06T09:00Z', body: body.replace('Aune', 'Town Hall') }
    expect(kinds({ ...release, publisher: 'Town of Aune' }, other)).toEqual([])
  })
})

it('articles of one event that share no words are not linked', () => {
  const a = { id: 'a', publisher: 'Orme Post', published: '2025-05-05', body: KILN }
  const body =
    'Sirens woke the people of Aune on Monday. The smoke over the brickworks could be seen from the ferry, said Mila Orr, who had been fishing since five.\n\nShe lost a bucket, and found it again.'
  expect(kinds(a, { id: 'b', publisher: 'Aune Courier', published: '2025-05-05', body })).toEqual([])
})

it('an outlet’s notices are no shared text', () => {
  const notice =
    'Sign up for our newsletter to get the best stories of the week in your inbox every Friday morning. Copyright 2025 by the Harrow Press. None of these pages may be copied or sent on, and what stands here may not be reproduced without leave.'
  const [a, b] = ['A goat climbed the tower of Orme.', 'The ferry to Aune is late again, and nobody knows why.']
  expect(
    kinds(
      { id: 'a', publisher: 'Orme Post', body: `${a}\n\n${notice}` },
      { id: 'b', publisher: 'Aune Courier', body: `${b}\n\n${notice}` },
    ),
  ).toEqual([])
})

it('what a person ruled to be no copy is none, in either order', () => {
  const readings = ['a', 'b'].map(id => readingOf({ id, publisher: `${id} Post`, body: KILN }))
  expect(readLineage(readings, NONE)).toHaveLength(1)
  expect(readLineage(readings, { notCopies: [['b', 'a']] })).toEqual([])
})

it('sixty reprints of one text are all tied, and not each with each', () => {
  const readings = Array.from({ length: 60 }, (_, at) => readingOf({ id: `r${at}`, publisher: `Outlet ${at}`, body: KILN }))
  const links = readLineage(readings, NONE)
  expect(new Set(links.flatMap(({ from, to }) => [from, to])).size).toBe(60)
  expect(links.length).toBeLessThan((60 * 59) / 2)
})
