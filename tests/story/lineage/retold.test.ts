import { describe, expect, it } from 'vitest'
import type { Lineage, Reading, Statement } from '../../../src/record/index.ts'
import { retellings, withRetellings } from '../../../src/story/lineage/index.ts'
import { readingOf } from './readings.ts'

const told = (id: string, hour: string, publisher = `${id} Post`) =>
  readingOf({ id, publisher, published: `2025-05-05T${hour}:00Z`, body: 'The kiln burst.' })

const overlap = {
  article: 'b',
  other: 'a',
  shared: 6,
  sharedSentences: 5,
  sharedOwn: 3,
  sharedTaken: 1,
  tellings: 15,
  evidence: [{ here: [0, 4], there: [4, 8] }],
} as const

const common: Lineage = {
  from: 'a',
  to: 'b',
  kind: 'common',
  credited: false,
  commonWith: 'speech',
  share: 0.1,
  direction: 'unclear',
  evidence: [],
}

const GIVEN = {
  readings: [told('a', '06:00'), told('b', '12:00')],
  lineage: [] as readonly Lineage[],
  overlaps: [overlap],
  rulings: { notCopies: [] },
}

const links = ({ lineage = [], ...given }: Partial<Parameters<typeof retellings>[0]>) =>
  withRetellings(lineage, retellings({ ...GIVEN, lineage, ...given })).map(
    ({ from, to, kind, direction }) => `${from} ${direction === 'known' ? '→' : '–'} ${to} ${kind}`,
  )

it('an article that tells much of what an earlier one tells retells it, and what it shows for it is both', () => {
  expect(links({})).toEqual(['a → b rewrite'])
  const [link] = retellings(GIVEN)
  expect(link!.evidence).toEqual([{ from: { article: 'a', span: [4, 8] }, to: { article: 'b', span: [0, 4] } }])
})

it.each([
  ['few things in all', { shared: 2.6 }],
  ['few things, and few in its own voice', { shared: 4, sharedOwn: 1.5 }],
  ['few things, and few that the other has from somebody', { shared: 3.6, sharedOwn: 2.2, sharedTaken: 0.9 }],
  ['little of all that it tells', { tellings: 40 }],
  ['nothing that the other has from anybody, as two who watch one match do,', { sharedTaken: 0.3 }],
  ['nothing in its own voice', { sharedOwn: 0.5 }],
])('%s in common are told by both', (_, less) => {
  expect(links({ overlaps: [{ ...overlap, ...less }] })).toEqual([])
})

it('what it says itself and the other has from somebody counts once more', () => {
  expect(links({ overlaps: [{ ...overlap, shared: 4.2, sharedOwn: 2.2, sharedTaken: 1.1 }] })).toEqual(['a → b rewrite'])
})

it('less is enough from a release whose issuer it names', () => {
  const release = readingOf({
    id: 'a',
    publisher: 'Town of Arne',
    published: '2025-05-05T06:00Z',
    headline: 'Press release: kiln',
    body: 'The kiln burst.',
  })
  const naming = (issuer: string): Reading => {
    const body = `${issuer} said that the kiln burst.`
    const statement = { source: [[0, issuer.length]], cue: [], content: [] } as unknown as Statement
    return {
      ...readingOf({ id: 'b', publisher: 'b Post', published: '2025-05-05T12:00Z', body }),
      statements: [statement],
    }
  }
  const overlaps = [{ ...overlap, shared: 4.7, sharedOwn: 0.9, tellings: 15 }]
  expect(links({ readings: [release, naming('The town')], overlaps })).toEqual(['a → b rewrite'])
  expect(links({ readings: [release, naming('The town')], overlaps: [{ ...overlaps[0]!, tellings: 20 }] })).toEqual([])
  expect(links({ readings: [release, naming('The village')], overlaps })).toEqual([])
})

describe('where people speak as they do in the other', () => {
  const QUOTED = '“No kiln of mine has ever burst before breakfast,”'
  const overlaps = [{ ...overlap, shared: 2.2, sharedOwn: 0.8 }]
  const speaking = (id: string, hour: string, body: string, people: readonly string[]): Reading => ({
    ...readingOf({ id, publisher: `${id} Post`, published: `2025-05-05T${hour}:00Z`, body }),
    entities: people.map((name, at) => ({ id: `e${at}`, kind: 'person', name, mentions: [] })) as unknown as Reading['entities'],
    statements: people.map((_, at) => ({
      speaker: `e${at}`,
      source: [],
      cue: [],
      content: [],
    })) as unknown as Reading['statements'],
  })
  const retold = (parent: string, child: string, theirs: readonly string[], own: readonly string[]) =>
    links({ readings: [speaking('a', '06:00', parent, theirs), speaking('b', '12:00', child, own)], overlaps })

  it.each([
    ['the same people do', ['Ivo Brandt', 'Ada Lowe', 'Tom Reed'], ['Brandt', 'Lowe'], ['a → b rewrite']],
    ['there is one', ['Ivo Brandt'], ['Brandt'], []],
    ['most are others', ['Ivo Brandt', 'Ada Lowe', 'Tom Reed', 'Una Dahl'], ['Brandt', 'Lowe'], []],
    ['most of its own are others', ['Ivo Brandt', 'Ada Lowe'], ['Brandt', 'Lowe', 'Reed', 'Dahl', 'Moe'], []],
  ])('less is enough, or not: %s', (_, theirs, own, expected) => {
    expect(retold(`${QUOTED} Brandt said.`, `${QUOTED} Brandt groaned.`, theirs, own)).toEqual(expected)
    expect(retold('The kiln burst.', 'The kiln burst.', theirs, own)).toEqual([])
  })

  it('who is named by a verb that is not read speaks too, and his words may have lost their marks', () => {
    const people = ['Ivo Brandt', 'Ada Lowe']
    const parent = speaking('a', '06:00', `${QUOTED} Brandt said.`, people)
    const child = (body: string) => ({ ...speaking('b', '12:00', body, people), statements: [] })
    const unmarked = child('No kiln of mine has ever burst before breakfast, growls Brandt.')
    expect(links({ readings: [parent, unmarked], overlaps })).toEqual(['a → b rewrite'])
    expect(links({ readings: [parent, child('No kiln has burst before lunch, growls Brandt.')], overlaps })).toEqual([])
  })

  it('it is so whatever another newsroom tells, unless it has the same voices, and not where the other is cited', () => {
    const people = ['Ivo Brandt', 'Ada Lowe']
    const [parent, child] = [
      speaking('a', '06:00', `${QUOTED} Brandt said.`, people),
      speaking('b', '12:00', `${QUOTED} Brandt said.`, people),
    ]
    const witness = { ...overlap, other: 'c', shared: 2.1 }
    const readings = [parent, told('c', '08:00'), child]
    expect(links({ readings, overlaps: [...overlaps, witness] })).toEqual(['a → b rewrite'])
    const same = speaking('c', '08:00', `${QUOTED} Brandt said.`, people)
    expect(links({ readings: [parent, same, child], overlaps: [...overlaps, witness] })).toEqual([])
    const cite: Lineage = { ...common, kind: 'cite', commonWith: null, direction: 'known' }
    expect(links({ readings, overlaps, lineage: [cite] })).toEqual(['a → b cite'])
  })

  it('nothing follows from words that an audience heard', () => {
    const people = ['Ivo Brandt', 'Ada Lowe']
    expect(retold(`${QUOTED} Brandt told reporters.`, `${QUOTED} Brandt said.`, people, people)).toEqual([])
    expect(retold(`${QUOTED} Brandt said.`, `${QUOTED} Brandt said in a statement.`, people, people)).toEqual([])
    const apart = 'Brandt told reporters that it was old. It rained. A dog barked. '
    const heard = speaking('a', '06:00', `${apart}${QUOTED} he said.`, people)
    const at = apart.length
    const statements = [
      { id: 's1', speaker: 'e0', source: [], cue: [], content: [[0, 6]] },
      { id: 's2', speaker: 'e0', source: [], cue: [], content: [[at, at + QUOTED.length]] },
      { id: 's3', speaker: 'e1', source: [], cue: [], content: [] },
    ] as unknown as Statement[]
    const child = speaking('b', '12:00', `${QUOTED} Brandt said.`, people)
    expect(links({ readings: [{ ...heard, statements }, child], overlaps })).toEqual([])
    const other = statements.with(0, { ...statements[0]!, speaker: 'e1' })
    expect(links({ readings: [{ ...heard, statements: other }, child], overlaps })).toEqual(['a → b rewrite'])
  })

  it('nothing follows where one of them spoke to it itself', () => {
    const people = ['Ivo Brandt', 'Ada Lowe', 'Tom Reed']
    const parent = speaking('a', '06:00', `${QUOTED} Brandt said. It was old, Lowe said.`, people.slice(0, 2))
    const child = (who: string) => {
      const body = `${QUOTED} Brandt said. It rained. Smoke rose. It was old, ${who} told this newspaper.`
      const reading = speaking('b', '12:00', body, people)
      const statements = reading.statements!.map((statement, at) => {
        const start = body.indexOf(people[at]!.split(' ')[1]!)
        return { ...statement, id: `s${at}`, ...(start > 0 && { source: [[start, start + 4]] as const }) }
      })
      return { ...reading, statements }
    }
    expect(links({ readings: [parent, child('Reed')], overlaps })).toEqual(['a → b rewrite'])
    expect(links({ readings: [parent, child('Lowe')], overlaps })).toEqual([])
  })

  it('one is enough who told the other outlet, and it alone', () => {
    expect(retold(`${QUOTED} he said.`, `${QUOTED} said Brandt.`, [], ['Brandt'])).toEqual([])
    expect(retold(`${QUOTED} he told this newspaper.`, `${QUOTED} said Brandt.`, [], ['Brandt'])).toEqual(['a → b rewrite'])
    expect(retold(`${QUOTED} he told this newspaper.`, `${QUOTED} he told our reporter.`, [], ['Brandt'])).toEqual([])
  })
})

it('a speech that both share is part of what was retold, a release that both print is not', () => {
  expect(links({ lineage: [common] })).toEqual(['a → b rewrite'])
  expect(links({ lineage: [{ ...common, commonWith: 'release', share: 0.2 }] })).toEqual(['a – b common'])
})

it('nothing is retold within an outlet, without a time between, or where people said so', () => {
  expect(links({ readings: [told('a', '06:00', 'Aune Post'), told('b', '12:00', 'Aune Post')] })).toEqual([])
  expect(links({ readings: [told('a', '06:00'), told('b', '06:20')] })).toEqual([])
  expect(links({ readings: [told('b', '06:00'), told('a', '12:00')] })).toEqual([])
  expect(links({ rulings: { notCopies: [['b', 'a']] } })).toEqual([])
})

it('who cites another retells all the same, and what it retells it does not cite besides', () => {
  const readings = [told('c', '05:00'), told('a', '06:00'), told('b', '12:00')]
  const cite = (from: string): Lineage => ({
    ...common,
    from,
    kind: 'cite',
    commonWith: null,
    direction: 'known',
    credited: true,
  })
  expect(links({ readings, lineage: [cite('c')] })).toEqual(['c → b cite', 'a → b rewrite'])
  expect(links({ lineage: [cite('a')] })).toEqual(['a → b rewrite'])
  expect(retellings({ ...GIVEN, lineage: [cite('a')] })[0]!.credited).toBe(true)
})

it('who has copied from somebody retells nobody else', () => {
  const readings = [told('c', '05:00'), told('a', '06:00'), told('b', '12:00')]
  const copy: Lineage = { ...common, from: 'c', kind: 'copy', commonWith: null, direction: 'known' }
  expect(links({ readings, lineage: [copy] })).toEqual(['c → b copy'])
})

it('what another newsroom tells as well is nobody’s, unless that one has it from there too', () => {
  const readings = [told('a', '06:00'), told('c', '08:00'), told('b', '12:00')]
  const overlaps = [overlap, { ...overlap, other: 'c', shared: 5.5, sharedSentences: 4 }]
  expect(links({ readings, overlaps })).toEqual([])
  const copy: Lineage = { ...common, from: 'a', to: 'c', kind: 'copy', commonWith: null, direction: 'known' }
  expect(links({ readings, overlaps, lineage: [copy] })).toEqual(['a → c copy', 'a → b rewrite'])
  expect(links({ readings, overlaps: [overlap, { ...overlap, other: 'c', shared: 5.5, sharedSentences: 3 }] })).toEqual([
    'a → b rewrite',
  ])
})

it('of an article and its copy that tell about as much the article is retold', () => {
  const readings = [told('a', '06:00'), told('c', '08:00'), told('b', '12:00')]
  const copy: Lineage = { ...common, from: 'a', to: 'c', kind: 'copy', commonWith: null, direction: 'known' }
  const shared = (most: number) => [overlap, { ...overlap, other: 'c', shared: most }]
  expect(links({ readings, overlaps: shared(6.3), lineage: [copy] })).toEqual(['a → c copy', 'a → b rewrite'])
  expect(links({ readings, overlaps: shared(7), lineage: [copy] })).toEqual(['a → c copy', 'c → b rewrite'])
})

it('what shares the other’s text from who knows where is another newsroom’s', () => {
  const readings = [told('a', '06:00'), told('c', '06:20'), told('b', '12:00')]
  const overlaps = [overlap, { ...overlap, other: 'c', shared: 5.5 }]
  const rewrite: Lineage = { ...common, from: 'a', to: 'c', kind: 'rewrite', commonWith: null, direction: 'known' }
  expect(links({ readings, overlaps, lineage: [rewrite] })).toEqual(['a → c rewrite', 'a → b rewrite'])
  expect(links({ readings, overlaps, lineage: [{ ...rewrite, direction: 'unclear' }] })).toEqual(['a – c rewrite'])
})

it('another article of one of the two outlets is no other newsroom', () => {
  const readings = [told('a', '06:00'), told('b', '12:00'), told('c', '18:00', 'a Post')]
  const overlaps = [overlap, { ...overlap, other: 'c', shared: 5.5, sharedSentences: 4 }]
  expect(links({ readings, overlaps })).toEqual(['a → b rewrite'])
})

it('what looks back weeks later retells nothing', () => {
  const late = readingOf({ id: 'b', publisher: 'b Post', published: '2025-05-20T12:00:00Z', body: 'The kiln burst.' })
  expect(links({ readings: [told('a', '06:00'), late] })).toEqual([])
})
