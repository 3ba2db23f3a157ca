import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../src/record/index.ts'
import { findClaims } from '../../../src/story/claims/claims.ts'
import { mergeEntities } from '../../../src/story/merging/index.ts'
import { placeOf, readingOf } from '../readings.ts'

function found(readings: readonly Reading[], rulings: Parameters<typeof findClaims>[0]['rulings'] = { notOneClaim: [] }) {
  const entities = mergeEntities({ readings, rulings: { notOneEntity: [] } })
  return findClaims({ readings, rulings, entityOf: entities.of })
}

/** The appearances of each claim, in short. */
const shown = (readings: readonly Reading[], rulings?: Parameters<typeof findClaims>[0]['rulings']) =>
  found(readings, rulings).claims.map(({ appearances }) =>
    appearances.map(({ article, stance, text }) => `${article} ${stance}: ${text}`),
  )

const said = (
  id: string,
  says: string,
  more: Partial<Parameters<typeof readingOf>[0]> & { polarity?: 'denied' | 'declined' } = {},
) => {
  const { polarity = 'asserted', ...rest } = more
  return readingOf({
    id,
    text: `Elena Ruiz said that ${says}.`,
    entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] },
    statements: [{ by: 'Elena Ruiz', says, speaker: 'e1', polarity }],
    ...rest,
  })
}

describe('the claims of a story', () => {
  it('join what is told in other words, the outlet’s own voice too', () => {
    const own = readingOf({ id: 'b', text: 'Police have detained two men in connection with the robbery.' })
    expect(shown([said('a', 'officers arrested two men over the robbery'), own])).toEqual([
      [
        'a asserts: officers arrested two men over the robbery',
        'b asserts: Police have detained two men in connection with the robbery.',
      ],
    ])
  })

  it('have speakers of the story, and none in the outlet’s own voice', () => {
    const own = readingOf({ id: 'b', text: 'The water is safe to drink.' })
    const [claim] = found([said('a', 'the water is safe to drink'), own]).claims
    expect(claim!.appearances.map(({ speaker, statement }) => [speaker, statement])).toEqual([
      ['e1', 's1'],
      [null, null],
    ])
    expect(claim!.appearances[1]!.why).toEqual([{ kind: 'text', what: ['water', 'safe', 'drink'] }])
  })

  it('are told by few words and a date', () => {
    const own = (id: string) =>
      readingOf({ id, text: 'There will be no dividend for 2025.', times: [{ words: '2025', value: '2025' }] })
    expect(shown([own('a'), own('b')])).toHaveLength(1)
  })

  it('keep a denial with the claim that it speaks of', () => {
    expect(
      shown([
        said('a', 'the company dumped waste in the river'),
        said('b', 'the company dumped waste in the river', { polarity: 'denied' }),
      ]),
    ).toEqual([['a asserts: the company dumped waste in the river', 'b denies: the company dumped waste in the river']])
    expect(
      shown([said('a', 'the company dumped waste in the river'), said('b', 'the company has not dumped waste in the river')]),
    ).toEqual([['a asserts: the company dumped waste in the river', 'b denies: the company has not dumped waste in the river']])
  })

  it.each([
    ['there is none and somebody has none', 'there was no watchman in the building', 'the house had no watchman at night'],
    [
      'it is under way and is to be done',
      'the group is to sell its smelter to Istra for 310 million euros',
      'the group is selling the smelter to Istra for €310m',
    ],
    ['it stays so and is so', 'visits are limited to 45 minutes a day', 'visits will stay limited to 45 minutes a day'],
    ['a bound has a "no" in it', 'guests may bring 45 bottles', 'guests may bring no more than 45 bottles'],
    [
      'a participle stands before the verb',
      '45 village schools will reopen',
      '45 village schools closed under the last mayor are to reopen',
    ],
  ])('are one where %s', (_, one, other) => {
    expect(shown([said('a', one), said('b', other)])).toEqual([[`a asserts: ${one}`, `b asserts: ${other}`]])
  })

  it('are denied by who says that there was no such thing', () => {
    expect(shown([said('a', 'lightning had struck the upper station'), said('b', 'there was no lightning at all')])).toEqual([
      ['a asserts: lightning had struck the upper station', 'b denies: there was no lightning at all'],
    ])
  })

  it('are denied by who denies them, also where nobody else tells them', () => {
    const denied = said('a', 'the company dumped waste in the river', { polarity: 'denied' })
    expect(shown([denied])).toEqual([['a denies: the company dumped waste in the river']])
  })

  it('are told, and not denied, by who alone says that something is not so', () => {
    expect(shown([said('a', 'the company has not dumped waste in the river')])).toEqual([
      ['a asserts: the company has not dumped waste in the river'],
    ])
    const two = said('a', 'the plant does not leak, and the river is clean from Halm down to the sea')
    expect(shown([two])).toEqual([['a asserts: the plant does not leak, and the river is clean from Halm down to the sea']])
  })

  it('have the words of who says that it is not so, where another only denies it', () => {
    const denied = said('a', 'the company dumped waste in the river', { polarity: 'denied' })
    const [claim] = found([denied, said('b', 'the company has not dumped waste in the river')]).claims
    expect(claim!.text).toBe('the company has not dumped waste in the river')
    expect(claim!.appearances.map(({ stance }) => stance)).toEqual(['asserts', 'asserts'])
  })

  it('keep a refusal with it', () => {
    expect(
      shown([
        said('a', 'the company dumped waste in the river'),
        said('b', 'whether the company dumped waste in the river', { polarity: 'declined' }),
      ]),
    ).toEqual([
      ['a asserts: the company dumped waste in the river', 'b withholds: whether the company dumped waste in the river'],
    ])
  })

  it('are not one for naming one thing, unless one and the same mouth does', () => {
    const praise = said('a', 'the quarry deal')
    const ruiz = { entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] } } as const
    const condemned = (says: string) =>
      readingOf({
        id: 'b',
        text: `Jon Falk condemned ${says}.`,
        entities: { e1: ['Jon Falk', 'person', 'Jon Falk'] },
        statements: [{ by: 'Jon Falk', cueWords: 'condemned', says, speaker: 'e1' }],
      })
    const again = readingOf({
      id: 'c',
      text: 'Elena Ruiz praised the quarry deal.',
      ...ruiz,
      statements: [{ by: 'Elena Ruiz', cueWords: 'praised', says: 'the quarry deal', speaker: 'e1' }],
    })
    expect(shown([praise, condemned('the quarry deal')])).toHaveLength(2)
    expect(shown([said('a', 'the launch'), condemned('the launch')])).toHaveLength(2)
    expect(shown([praise, again])).toHaveLength(1)
  })

  it('are two where "no" was said first', () => {
    expect(shown([said('a', 'no report on the leak exists'), said('b', 'a report on the leak exists')])).toHaveLength(2)
  })

  it.each([
    ['another number', 'the tanker carried 300 tonnes of fuel', 'the tanker carried 500 tonnes of fuel'],
    ['another actor', 'the union rejected the offer', 'the company rejected the offer'],
    ['places changed', 'the pilot blamed the controllers', 'the controllers blamed the pilot'],
    ['the contrary', 'the council voted to cut the budget', 'the council voted to raise the budget'],
    ['what may be', 'the company has closed its plant', 'the company may close its plant'],
    ['what will be', 'the governor has resigned over the leak', 'the governor will resign over the leak'],
    ['the same words about something else', 'the dam failed after three days of rain', 'the dam was built in three years'],
  ])('are two with %s', (_, one, other) => {
    expect(shown([said('a', one), said('b', other)])).toHaveLength(2)
  })

  it('are two on other days, and disagree', () => {
    const on = (id: string, words: string, value: string) =>
      said(id, `the minister resigned on ${words}`, { times: [{ words, value }] })
    const { claims, disagreements } = found([on('a', 'Monday', '2024-03-04'), on('b', 'Tuesday', '2024-03-05')])
    expect(claims).toHaveLength(2)
    expect(disagreements).toEqual([
      {
        about: 'the minister resigned on Monday',
        values: [
          { value: 'Monday', article: 'a', span: [46, 52], claim: 'c1' },
          { value: 'Tuesday', article: 'b', span: [46, 53], claim: 'c2' },
        ],
      },
    ])
  })

  it('list each figure of one kind with its article', () => {
    const { disagreements } = found([
      said('a', 'four people were killed'),
      said('b', 'six bodies were found'),
      said('c', 'the death toll rose to six'),
    ])
    expect(disagreements.map(({ values }) => values.map(({ value, article }) => `${article} ${value}`))).toEqual([
      ['a four', 'b six', 'c six'],
    ])
  })

  it('keep a figure that is taken back with the claim that gave it', () => {
    const back = readingOf({ id: 'b', text: 'Police withdrew the figure of four.' })
    expect(shown([said('a', 'four people were killed'), back])).toEqual([
      ['a asserts: four people were killed', 'b withdraws: Police withdrew the figure of four.'],
    ])
  })

  it('leave the dead of another year alone', () => {
    const old = readingOf({ id: 'b', text: 'In 1987 nine people were killed here.', times: [{ words: '1987', value: '1987' }] })
    expect(found([said('a', 'four people were killed'), old]).disagreements).toEqual([])
  })

  it('are apart where people said so', () => {
    const readings = [said('a', 'the water is safe to drink'), said('b', 'the water is safe to drink')]
    const passage = (article: string) => ({
      article,
      span: placeOf(readings[0]!.article.articleBody, 'the water is safe to drink'),
      exact: 'the water is safe to drink',
    })
    expect(shown(readings)).toHaveLength(1)
    expect(shown(readings, { notOneClaim: [[passage('a'), passage('b')]] })).toHaveLength(2)
  })

  it('leave out what one outlet alone tells in its own voice', () => {
    expect(
      shown([
        readingOf({ id: 'a', text: 'The church is open all night.' }),
        readingOf({ id: 'b', text: 'A ferry sank in the fog.' }),
      ]),
    ).toEqual([])
  })

  it('list a statement whole where nobody else tells a part of it', () => {
    expect(shown([said('a', 'the dam failed and the valley was flooded')])).toEqual([
      ['a asserts: the dam failed and the valley was flooded'],
    ])
  })

  it.each([
    ['a number that hardly two things share', 'about 900 people had been on the stand', 'there were about 900 people on it'],
    [
      'a verb with its particle',
      'the governor stepped down over the leak in Harrow',
      'the governor resigned over the leak in Harrow',
    ],
    ['none of it, told of as there being none', 'no alarm had been sounded on the ferry', 'there was no alarm on the ferry'],
    ['the tense that reporting shifts', 'there is no hole in the budget', 'there was no hole in the budget of the town'],
    [
      'what it is put at and would cost',
      'the report puts the cost of a dyke at 38 million crowns',
      'a dyke would cost 38 million crowns',
    ],
  ])('join %s', (_, one, other) => {
    expect(shown([said('a', one), said('b', other)])).toEqual([[`a asserts: ${one}`, `b asserts: ${other}`]])
  })

  it.each([
    ['that there is none of something else', 'there is no arsenic in the river', 'no report on arsenic in the river exists'],
    ['an age', 'Ada Lowe, 58, lost her house in the fire', 'the fire took 58 houses'],
    ['a question in a sentence', 'strong winds caused the charter plane to crash', 'what caused the charter plane to crash'],
  ])('are two where one tells %s', (_, one, other) => {
    expect(shown([said('a', one), said('b', other)])).toHaveLength(2)
  })

  it('take in who is told of by a pronoun in the same words, and no other name', () => {
    const named = (id: string, says: string, name: string) =>
      said(id, says, { entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'], e2: [name, 'person', name] } })
    const ours = named('a', 'Ivo Brandt received no call on any channel', 'Ivo Brandt')
    expect(shown([ours, named('b', 'he received no call on any channel', 'he')])).toHaveLength(1)
    expect(shown([ours, named('b', 'Ada Lowe received no call on any channel', 'Ada Lowe')])).toHaveLength(2)
  })

  it('keep a withdrawal with what it takes back, by its words or a number that hardly two things share', () => {
    const back = readingOf({ id: 'b', text: 'The ministry withdrew its statement made on Monday that there had been no attack.' })
    expect(shown([said('a', 'there has been no attack on its computers'), back])).toEqual([
      ['a asserts: there has been no attack on its computers', `b withdraws: ${back.article.articleBody}`],
    ])
    const promise = said('b', 'nothing had been signed or promised in Halvern', {
      statements: [
        { by: 'Elena Ruiz', says: 'nothing had been signed or promised in Halvern', speaker: 'e1', cueLemma: 'withdraw' },
      ],
    })
    expect(shown([said('a', 'we have promised nothing'), promise])).toEqual([
      ['a asserts: we have promised nothing', 'b withdraws: nothing had been signed or promised in Halvern'],
    ])
    expect(
      shown([said('a', 'we have promised nothing'), said('c', 'the front promised nothing to the river army'), promise]),
    ).toHaveLength(3)
    const number = readingOf({ id: 'b', text: 'The brigade took back the figure of 900 spectators.' })
    expect(shown([said('a', 'the stand held 900 spectators'), number])[0]).toHaveLength(2)
  })

  it('leave out captions, notices and questions in the outlet’s own voice', () => {
    for (const text of [
      'In this June 3 file photo, the ferry leaves the harbour.',
      'Hide Caption 3 of 25 Photos: The ferry leaves the harbour.',
      'Has the ferry left the harbour?',
    ]) {
      const twice = ['a', 'b'].map(id => readingOf({ id, text }))
      expect(shown(twice)).toEqual([])
    }
    expect(shown(['a', 'b'].map(id => readingOf({ id, text: 'The ferry leaves the harbour.' })))).toHaveLength(1)
  })
})

describe('disagreements', () => {
  const values = (...readings: Reading[]) =>
    found(readings).disagreements.map(each => each.values.map(({ value, article }) => `${article} ${value}`))

  it('list how many of one thing are told, and homes and people apart', () => {
    expect(
      values(
        said('a', 'the group had copied the records of three million patients'),
        said('b', 'the records of 2.1 million patients had been locked'),
      ),
    ).toEqual([['a three million', 'b 2.1 million']])
    expect(
      values(said('a', 'the fire destroyed 45 homes and forced 6,000 people to flee'), said('b', '38 homes have burned')),
    ).toEqual([['a 45', 'b 38']])
  })

  it('list who is said to have done it, of whom one is named', () => {
    const readings = [
      said('a', 'the union broke off the negotiations over the smelter on Friday'),
      readingOf({ id: 'b', text: 'It was Istra that broke off the negotiations over the smelter on Friday.' }),
    ]
    expect(values(...readings)).toEqual([['a union', 'b Istra']])
    expect(shown(readings).filter(claim => claim.length > 1)).toEqual([])
  })

  it('list whom each tells of a deed that one alone does', () => {
    const by = (id: string, name: string, does: string) =>
      readingOf({ id, text: `${name} was ${does}.`, entities: { e1: [name, 'person', name] } })
    const flying = 'flying the plane to the island'
    expect(values(by('a', 'Elena Ruiz', flying), by('b', 'Dora Klimt', flying))).toEqual([['a Elena', 'b Dora']])
    const praising = 'praising the plan for the island'
    expect(values(by('a', 'Elena Ruiz', praising), by('b', 'Dora Klimt', praising))).toEqual([])
  })

  it('list a number of what was counted just before', () => {
    const later = readingOf({ id: 'b', text: 'The brigade had spoken of 900 spectators. By the tickets there were 1,240.' })
    expect(values(said('a', 'the stand held 900 spectators'), later)[0]).toEqual(['a 900', 'b 900', 'b 1,240'])
  })

  it('leave out a part of those spoken of', () => {
    expect(values(said('a', 'nine people were killed'), said('b', 'five people were killed'))).toEqual([['a nine', 'b five']])
    expect(values(said('a', 'nine people were killed'), said('b', 'five of the dead were brothers'))).toEqual([])
  })

  it.each([
    [
      'money',
      'the company is to sell its plant for €310m',
      'the company agreed to sell the plant for some 340 million euros',
      ['€310m', '340 million euros'],
    ],
    [
      'durations',
      'workers blocked the gate for three hours',
      'the gate was blocked by workers for 90 minutes',
      ['three hours', '90 minutes'],
    ],
    [
      'heights',
      'the cabin stopped some forty metres above the ground',
      'the cabin came to a stop 65 metres above the ground',
      ['forty metres', '65 metres'],
    ],
    [
      'shares',
      'the fund holds a stake of 26 percent in the bank',
      'nearly a third of the bank is held by the fund',
      ['26 percent', 'a third'],
    ],
    [
      'a toll that rose',
      'twelve people were hurt in the crash',
      'the number of people hurt in the crash rose to fifteen',
      ['twelve', 'fifteen'],
    ],
    [
      'some of those before',
      'fourteen of them suffered injuries in the crash',
      'seventeen people were injured in the crash',
      ['fourteen', 'seventeen'],
    ],
    [
      'who has what others count',
      '1,200 residents were evacuated on Sunday',
      'the fire forced 800 people from their homes',
      ['1,200', '800'],
    ],
    [
      'a deed that a noun names',
      'the group made a loss of 61 million crowns',
      'the loss of the group comes to 74 million crowns',
      ['61 million crowns', '74 million crowns'],
    ],
    [
      'what a relative clause values',
      'the thieves took four clocks, which the museum values at twelve million pesos',
      'the stolen clocks are worth at least twenty million pesos',
      ['twelve million pesos', 'twenty million pesos'],
    ],
    [
      'the injured that are treated',
      'nineteen people were injured in the crash',
      '26 injured people were treated after the crash in the hospital',
      ['nineteen', '26'],
    ],
    [
      'those that are slightly hurt where none is badly',
      'one person was injured by the blast',
      'two people were slightly injured by the blast',
      ['one', 'two'],
    ],
    [
      'thousands with hundreds',
      'seven thousand one hundred people were brought out of the area before the blast',
      '6,400 people had been evacuated before the blast',
      ['seven thousand one hundred', '6,400'],
    ],
    [
      'pages of so many',
      'the commission found copied passages on 43 of the 210 pages',
      'the commission found copied passages on 67 pages',
      ['43', '67'],
    ],
    [
      'what a number is put to',
      'the country lacks 1,900 teachers',
      'the union puts the shortage of teachers at 2,400',
      ['1,900', '2,400'],
    ],
    [
      'a measure set beside its noun',
      'the hosts failed to pay the second instalment, 1.8 million crowns, by the end of the month',
      'the second instalment was 1.6 million crowns',
      ['1.8 million crowns', '1.6 million crowns'],
    ],
    [
      'a measure without a number',
      'windows broke up to 800 metres from the silo',
      'windows were shattered as far as a mile from the silo',
      ['800 metres', 'a mile'],
    ],
    ['things by other names', 'six aircraft fought the fire', 'four planes fought the fire from the air', ['six', 'four']],
    [
      'all beside some of them',
      'twelve people were hurt, two of them seriously, in the collapse',
      'the number of people injured in the collapse has risen to 19',
      ['twelve', '19'],
    ],
    [
      'what has one beside',
      'twelve people were hurt in the fire',
      'the number of injured rose to fifteen, among them two firefighters',
      ['twelve', 'fifteen'],
    ],
    [
      'all the hurt beside the dead',
      'the crash killed two people and injured ten others',
      'the crash killed two people and injured fourteen people',
      ['ten', 'fourteen'],
    ],
    [
      'who loses what others count',
      'the sale will cost 1,150 people their jobs',
      'about 900 jobs are to go at the mill',
      ['1,150', '900'],
    ],
    [
      'what a verb tells with a particle',
      'the burglars made off with four clocks',
      'the burglars stole five clocks',
      ['four', 'five'],
    ],
    ['a number in thousands behind a name', 'in Istra, 3,500 homes burned', 'in Istra, 4,100 homes burned', ['3,500', '4,100']],
    [
      'measures with others in brackets',
      'the camp lies 10 miles (16 km) from the sea',
      'the camp lies 12 miles (19 km) from the sea',
      ['10 miles', '12 miles'],
    ],
    [
      'what is worth so much',
      'the stolen clocks are worth nine million pesos',
      'the museum said that the clocks were worth 14 million pesos',
      ['nine million pesos', '14 million pesos'],
    ],
  ])('list %s in other words', (_, one, other, expected) => {
    expect(values(said('a', one), said('b', other))).toEqual([[`a ${expected[0]}`, `b ${expected[1]}`]])
  })

  it.each([
    ['a round number', 'the fair drew 3,000 visitors', 'the fair drew 2,960 visitors'],
    ['what is rounded', 'the house passed a budget of $1.37 trillion', 'the house passed a budget of $1.4 trillion'],
    ['a share that is rounded', 'the rent rose to 2.55 percent of wages', 'the rent rose to 2.5 percent of wages'],
    ['months as days', 'the minister gave the firms four months', 'the minister gave the firms 120 days'],
    [
      'two that add up to it',
      'the plane carried ten travellers and two crew members to the island',
      'the plane carried twelve travellers to the island',
    ],
    [
      'people of a list beside all of them',
      'seven officers and at least four miners were held in the town hall',
      'eight people were held in the town hall',
    ],
    ['when a page was changed', 'the page was updated at 17:52 on Friday', 'the page was updated at 21:45 on Friday'],
    ['the number of a flight', 'the crew of flight 175 took off', 'the crew of flight 226 took off'],
    ['which day', 'the river flooded the town on day 2, edition 12', 'the river flooded the town on day 2, edition 17'],
    ['half an hour', 'the boy was taken to the clinic half an hour later', 'the boy was taken to the clinic 40 percent later'],
    ['the one side of a result', 'the measure passed by 64 percent', 'the measure passed by 65% to 35%'],
    ['readings of a thermometer', 'the town had 35 degrees on Sunday', 'the town had 36 degrees on Sunday'],
    ['tons', 'the rocket lifts 64 metric tons into orbit', 'the rocket lifts 80 metres of rope into orbit'],
    ['a bound', 'more than 500 people were hurt in the blast', '527 people were hurt in the blast'],
    ['the same in other measures', 'the camp lies 10 miles from the border', 'the camp lies 16 kilometres from the border'],
    [
      'what was before',
      'the company raised its offer to 90 million euros',
      'the offer of the company was up from 70 million euros',
    ],
    ['another sort', 'the brigade sent eight fire engines', 'the brigade sent five fire crews'],
    ['a rise and a level', 'prices rose by 4 percent in the city', 'prices in the city stood at 9 percent of wages'],
    ['how far a count is', 'the mayor led with 54 percent of the votes', 'the mayor led with 90 percent of the votes counted'],
    ['a name', 'Category 3 winds hit the coast', 'Category 2 winds hit the coast'],
    ['another currency', 'the plant was sold for $40 million', 'the plant was sold for £30 million'],
    [
      'what was there before',
      'the levy took the bank from some $2 billion in profit to a loss of $11 billion',
      'the levy left the bank $2.5 billion in profit',
    ],
    [
      'weights of so many pounds',
      'the rocket has 5 million pounds of thrust at liftoff',
      'the rocket has 3 million pounds of thrust at liftoff',
    ],
    ['a decade', 'police detained the mayor in the 1970s', 'police detained the mayor in the 1980s'],
    [
      'what such a deed is',
      'three persons were killed in the attack',
      'a grave attack means that five persons or more were killed or wounded by it',
    ],
    [
      'the number of a name',
      'the maker confirmed the features of the new Orbiter 4 firmware',
      'the maker confirmed the features of the new Orbiter 5 firmware',
    ],
    [
      'things of which names stand before them',
      'the ministry put sanctions on six North Istran companies',
      'the ministry put sanctions on 20 North Istran vessels',
    ],
    [
      'the same measure of another thing',
      'the lorry can travel 500 miles on a single charge of its battery',
      'the roadster can travel 620 miles on a single charge of its battery',
    ],
    ['another deed', 'the ministry gave every school $20,000', 'the ministry saved $26,000 on every school'],
    ['another object of a light verb', 'the rules give each side 24 hours', 'the rules give senators 16 hours'],
    ['what was raised', 'the tariff on steel was raised from 10 percent', 'the tariff on steel was raised to 20 percent'],
    ['what is told of a period', 'the virus killed 700 people', 'the virus killed 778 people in the past 24 hours'],
    ['how far it had come by then', 'by Monday evening nineteen ships were waiting', 'on the roads 31 ships were waiting'],
    ['another time', 'the firm was to invest nine million euros', 'the firm was previously to invest five million euros'],
    ['who were among them', 'four people were killed', 'three civilians were among those killed'],
    ['a part of a price', 'the group sold the mill for $60 million', 'the group sold the mill for $40 million in stock'],
    ['winds', 'the storm had winds of 125 mph', 'the storm had winds of 110 mph'],
    ['the first of a range', 'the levy will cost the town $20 to $60 million', 'the levy will cost the town $24'],
    ['what it is compared with', 'the mill employs 1,900 people compared with 700 in spring', 'the mill employs 610 people'],
    ['the first of many', 'the brigade saved the first four people', 'the brigade saved six people'],
    ['a range with a dash', 'the mill cut 10-20 jobs', 'the mill cut 14 jobs'],
    ['minutes beside hours', 'the flight took three hours and 20 minutes', 'the flight took 45 minutes'],
    ['a range', 'the storm left 20 to 30 inches of snow', 'the storm left 45 inches of snow'],
    ['how long a gain took', 'the index had its largest two-day percentage gain', 'the index had a gain of 3 percent'],
    ['nearly the same share', 'the tax rose to 0.501 percent', 'the tax rose to just below 0.5 percent'],
    ['other durations', 'the strike at the mill is to end in three weeks', 'the strike at the mill is to last for eight weeks'],
    ['those badly hurt', 'the crash left 40 people injured', 'after the crash 18 people are critically injured'],
    ['what was forecast', 'the jobless rate rose to 4.4%', 'economists had forecast a jobless rate of 3.8%'],
    [
      'a price of the hour',
      'the stock of the mill fell 2 percent on Monday morning',
      'the stock of the mill fell 3 percent on Monday',
    ],
    ['other polls', 'a poll found that 45% approve of the mayor', 'a poll found that 35% approve of the mayor'],
    [
      'what is said of something beside it',
      'the missile flew 2,300 miles',
      'the missile flew far enough to reach Istra, which is 2,100 miles away',
    ],
    [
      'those that are still in hospital',
      'nineteen people were injured in the crash',
      'eight people are still in hospital after the crash',
    ],
    ['some of those before', 'the shots killed twelve people', 'the dead included eleven people in the bar'],
    ['ages of a boy and a girl', 'a 14-year-old boy died in the camp', 'a 15-year-old girl died in the camp'],
    ['ages of which it is not told whose they are', 'a 14-year-old boy died', 'a 15-year-old boy and a 16-year-old boy died'],
    ['what one of them tells beside the other', 'prices rose 35 percent', 'prices rose 22 percent and then 35 percent'],
    ['how far into it', 'the flight turned round four hours into its way', 'the flight was on its way for eight hours'],
    ['what somebody has', 'the crash killed the couple and their three sons', 'the crash killed the director and his two sons'],
    ['a number nearly round', 'the fund is to spend $250 million on letters', 'the fund is to spend $252 million on letters'],
    ['numbers of another size', 'the brigade fought the fire with five pumps', 'the brigade fought the fire with 27 pumps'],
  ])('leave out %s', (_, one, other) => {
    expect(values(said('a', one), said('b', other))).toEqual([])
  })

  it('set a day against another only where both are named, however exactly where it is to come', () => {
    const on = (id: string, says: string, words: string, value: string) =>
      said(id, `${says} ${words}`, { times: [{ words, value }] })
    const open = 'the bridge will open'
    expect(values(on('a', open, 'on Friday', '2024-03-08'), on('b', open, 'in April', '2024-04'))).toEqual([
      ['a on Friday', 'b in April'],
    ])
    const called = 'the mayor called the minister'
    expect(values(on('a', called, 'on Friday', '2024-03-01'), on('b', called, 'on Monday', '2024-03-04'))).toHaveLength(1)
    expect(values(on('a', called, 'on Friday', '2024-03-01'), on('b', called, 'yesterday', '2024-03-05'))).toEqual([])
    expect(values(on('a', called, '9 a.m.', '2024-03-05'), on('b', called, 'on Monday', '2024-03-04'))).toEqual([])
    expect(values(on('a', open, 'in April', '2024-04'), on('b', open, 'next November', '2024-11'))).toEqual([])
    const inspected = ['the lift had last been inspected', 'the last inspection of the lift was made'] as const
    expect(values(on('a', inspected[0], 'in April', '2023-04'), on('b', inspected[1], 'in March', '2023-03'))).toHaveLength(1)
    const [went, cameTo] = ['the minister went to the meeting', 'the minister went to the meeting in the town']
    expect(values(on('a', went, 'in 2019', '2019'), on('b', cameTo, 'in 2017', '2017'))).toEqual([])
    const [shut, opens] = ['the lower lock is closed to shipping until', 'the lower lock will not open to ships before']
    const [first, then] = [on('a', shut, 'Friday', '2024-03-08'), on('b', opens, 'Monday', '2024-03-11')]
    expect(values(first, then)).toEqual([['a Friday', 'b Monday']])
    const [fell, spoke] = ['the talks fell apart', 'the talks fell apart, the minister said']
    expect(values(on('a', fell, 'on Friday', '2024-03-08'), on('b', spoke, 'on Monday', '2024-03-11'))).toEqual([])
    const [nineteen, thirty] = ['nineteen ships lay in the roads', 'thirty ships lay in the roads']
    expect(values(on('a', nineteen, 'on Friday', '2024-03-01'), on('b', thirty, 'on Monday', '2024-03-04'))).toEqual([])
  })

  it('set days since when somebody knew of something against each other, by whatever words', () => {
    const on = (id: string, says: string, words: string, value: string) =>
      said(id, `${says} ${words}`, { times: [{ words, value }] })
    const knew = on('a', 'the board of the mill had known of the leak since', 'April', '2024-04')
    const june = ['June 3', '2024-06-03'] as const
    expect(values(knew, on('b', 'the board learned of the leak only on', ...june))).toEqual([['a April', 'b June 3']])
    expect(values(knew, on('b', 'the board was not told of the leak until', ...june))).toEqual([['a April', 'b June 3']])
    expect(values(knew, on('b', 'the harbour office learned of the leak only on', ...june))).toEqual([])
    expect(values(knew, on('b', 'the board had never heard of the leak on', ...june))).toEqual([])
    expect(values(knew, on('b', 'the board will be told of the leak on', ...june))).toEqual([])
    expect(values(knew, on('b', 'the board met on', ...june))).toEqual([])
  })

  it('set times of day of one deed against each other, but for those that may be one', () => {
    const seven = said('a', 'the alarm at the prison was raised at 7.25')
    const until = (time: string) => said('b', `the alarm at the prison was not raised until ${time}`)
    expect(values(seven, until('half past nine'))).toEqual([['a 7.25', 'b half past nine']])
    expect(
      values(said('a', 'the burglars climbed in after three in the morning'), said('b', 'the burglars climbed in at 5.10')),
    ).toEqual([['a three', 'b 5.10']])
    const [three, five] = ['after three in the morning', 'before five when the street was dark'] as const
    const inBy = (id: string, time: string) => readingOf({ id, text: `The burglars climbed in ${time}. They took five clocks.` })
    expect(values(inBy('a', three), inBy('b', five))).toEqual([['a three', 'b five']])
    expect(values(seven, until('7.30'))).toEqual([])
    expect(values(said('a', 'the alarm at the prison was raised before eight'), until('7.30'))).toEqual([])
    expect(values(seven, said('b', 'the gate of the prison was shut at half past nine'))).toEqual([])
    expect(values(seven, said('b', 'the school was closed at noon'))).toEqual([])
    expect(values(seven, said('b', 'the alarm at the prison will be raised at noon'))).toEqual([])
  })

  it('leave out the dead of an event that comes after the first, but for those that both name', () => {
    const of = (id: string, text: string) =>
      readingOf({ id, text, entities: text.includes('Istra') ? { e1: ['Istra', 'place', 'Istra'] } : {} })
    const first = 'A gunman killed ten people on the quay. '
    expect(values(of('a', 'A gunman killed eleven people on the quay.'), of('b', first))).toEqual([['a eleven', 'b ten']])
    expect(values(of('a', first), of('b', `${first}In a school a gunman killed 17 people.`))).toEqual([])
    expect(
      values(
        of('a', 'A gunman killed eleven people on the quay.'),
        of('b', `A gunman fired on the quay. ${first}The war killed 17 people.`),
      ),
    ).toEqual([['a eleven', 'b ten']])
    const war = (count: string) => `The raid on Istra killed ${count} people.`
    expect(values(of('a', `${first}${war('30')}`), of('b', `${first}${war('36')}`))).toEqual([['a 30', 'b 36']])
  })

  it('do not ask about another value whoever agrees with one', () => {
    const other = readingOf({ id: 'b', text: 'The mill cut 400 jobs. The port cut 740 jobs.' })
    expect(values(readingOf({ id: 'a', text: 'Altogether 740 jobs were cut.' }), other)).toEqual([])
  })

  it('leave out what is told later of a day or a count that went on', () => {
    const at = (id: string, published: string, says: string, times: { words: string; value: string }[] = []) =>
      said(id, says, { published, times })
    const before = at('a', '2024-03-05T08:00:00Z', 'four people were killed in the blast')
    expect(values(before, at('b', '2024-03-06T08:00:00Z', 'six people were killed in the blast'))).toEqual([['a four', 'b six']])
    expect(values(before, at('b', '2024-03-06T08:00:00Z', 'the number of people killed in the blast rose to six'))).toEqual([])
    const arrests = at('a', '2024-03-04', 'police arrested 20 people at the protest')
    const day = [{ words: 'Tuesday night', value: '2024-03-05' }]
    expect(values(arrests, at('b', '2024-03-06', 'police arrested 30 people at the protest'))).toEqual([['a 20', 'b 30']])
    expect(values(arrests, at('b', '2024-03-06', 'police arrested 30 people at the protest on Tuesday night', day))).toEqual([])
  })

  it('set a result against one that is denied in its stead', () => {
    const text = 'Dora Klimt denied that the council had voted nine to four. It had been eight to five, she said.'
    const denial = readingOf({
      id: 'b',
      text,
      entities: { e1: ['Dora Klimt', 'person', 'Dora Klimt', 'she'] },
      statements: [
        { by: 'Dora Klimt', says: 'the council had voted nine to four', speaker: 'e1', polarity: 'denied' },
        { by: 'she', says: 'It had been eight to five', speaker: 'e1' },
      ],
    })
    expect(values(readingOf({ id: 'a', text: 'The council voted nine to four.' }), denial)).toEqual([
      ['a nine to four', 'b eight to five'],
    ])
  })

  it('set two voices of one article against each other where another article tells one of the values', () => {
    const both = (first: string, second: string, by = 'Dora Klimt') =>
      readingOf({
        id: 'a',
        text: `Elena Ruiz said that ${first}. ${by} said that ${second}.`,
        entities: {
          e1: ['Elena Ruiz', 'person', 'Elena Ruiz'],
          ...(by === 'Dora Klimt' ? { e2: ['Dora Klimt', 'person', 'Dora Klimt'] } : {}),
        },
        statements: [
          { by: 'Elena Ruiz', says: first, speaker: 'e1' },
          { by, says: second, speaker: by === 'Dora Klimt' ? 'e2' : 'e1' },
        ],
      })
    const [less, more] = ['the group sold 500 shares', 'the group sold 900 shares']
    const other = readingOf({ id: 'b', text: 'The group sold 500 shares.' })
    expect(values(both(less, more), other)).toEqual([['a 500', 'a 900', 'b 500']])
    expect(values(both(less, more), readingOf({ id: 'b', text: 'The weather was fine.' }))).toEqual([])
    expect(values(both(less, more, 'Elena Ruiz'), other)).toEqual([])
    expect(values(both(less, `${more}, up from 500 shares`), other)).toEqual([])
    expect(values(both(less, 'the group has sold 900 shares by now'), other)).toEqual([])
  })

  it('read how long it took as no rate, and those hurt beside the dead as all of them', () => {
    const seven = said('a', 'three people were killed and seven injured when the stand collapsed')
    expect(values(seven, said('b', 'ten injured people were brought to the clinic in just over an hour'))).toEqual([
      ['a seven', 'b ten'],
    ])
    expect(values(seven, said('b', 'ten injured people are brought to the clinic an hour'))).toEqual([])
    expect(values(seven, said('b', 'three people died and ten more were hurt when the stand collapsed'))).toEqual([
      ['a seven', 'b ten'],
    ])
    expect(values(seven, said('b', 'ten more were hurt when the stand collapsed'))).toEqual([])
  })

  it('list sums in marks, and by how much one is too high as by how much it is inflated', () => {
    const inflated = said('a', 'the profits of the mill had been inflated by 12 million marks')
    expect(values(inflated, said('b', 'the profits of the mill were too high by 19 million marks'))).toEqual([
      ['a 12 million marks', 'b 19 million marks'],
    ])
    expect(values(inflated, said('b', 'the walls of the mill were too high by 19 metres'))).toEqual([])
  })

  it('list a number whose noun has a clause between it and its verb', () => {
    const seven = said('a', 'seven pedestrians were taken to hospital')
    const nine = (verb: string) =>
      readingOf({
        id: 'b',
        text: `Nine people who had been waiting for a bus ${verb}, Elena Ruiz said.`,
        entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'] },
        statements: [{ by: 'Elena Ruiz', says: `Nine people who had been waiting for a bus ${verb}`, speaker: 'e1' }],
      })
    expect(values(seven, nine('were brought to hospital'))).toEqual([['a seven', 'b Nine']])
    expect(values(seven, nine('were asked for their names'))).toEqual([])
  })

  it('list others who are told to have done what one article points to somebody for', () => {
    const itWas = (who: string, did = 'was driving the excavator') =>
      readingOf({ id: 'a', text: `It had been ${who} who ${did}. The street was closed.` })
    const builder = itWas('an employee of a builder')
    const driven = (by: string) => readingOf({ id: 'b', text: `The excavator was driven by ${by}. A cable was cut.` })
    expect(values(builder, driven('a municipal worker'))).toEqual([['a employee of a builder', 'b municipal worker']])
    expect(values(builder, readingOf({ id: 'b', text: 'A clerk of the town was driving the excavator.' }))).toHaveLength(1)
    expect(values(builder, driven('a worker'))).toEqual([])
    expect(values(builder, driven('a worker of the builder'))).toEqual([])
    expect(values(itWas('not only an employee of a builder'), driven('a municipal worker'))).toEqual([])
    expect(values(itWas('an employee of a builder', 'had opened the park'), driven('a municipal worker'))).toEqual([])
    expect(values(builder, readingOf({ id: 'b', text: 'A municipal worker was not driving the excavator.' }))).toEqual([])
  })

  it('list two to whom two mouths of an article point in turn', () => {
    const text = (second: string) =>
      readingOf({
        id: 'a',
        text: `Dora Klimt said that it was she who had noticed the wrong date. Elena Ruiz said that ${second}.`,
        entities: { e1: ['Elena Ruiz', 'person', 'Elena Ruiz'], e2: ['Dora Klimt', 'person', 'Dora Klimt', 'she'] },
        statements: [
          { by: 'Dora Klimt', says: 'it was she who had noticed the wrong date', speaker: 'e2' },
          { by: 'Elena Ruiz', says: second, speaker: 'e1' },
        ],
      })
    expect(values(text('it was an employee of a bank'))).toEqual([['a she', 'a employee']])
    expect(values(text('it was not an employee of a bank'))).toEqual([])
    expect(values(text('it was a disaster for the bank'))).toEqual([])
    expect(values(text('it was an employee of a bank who was hurt by the news'))).toEqual([])
  })

  it('do not set two names of one against each other', () => {
    const one = readingOf({ id: 'a', text: 'Dora broke off the negotiations over the smelter on Friday.' })
    const itWas = (name: string) => `It was ${name} that broke off the negotiations over the smelter on Friday.`
    const other = readingOf({ id: 'b', text: `${itWas('Klimt')} Nobody had seen Dora Klimt.` })
    const third = readingOf({ id: 'b', text: `${itWas('Ruiz')} Nobody had seen Dora Klimt.` })
    expect(values(one, third)).toEqual([['a Dora', 'b Ruiz']])
    expect(values(one, other)).toEqual([])
  })

  it('leave out the year of a name', () => {
    const of = (id: string, value: string) =>
      said(id, `the striker scored twice for the club in the ${value} final`, { times: [{ words: value, value }] })
    expect(values(of('a', '2009'), of('b', '2013'))).toEqual([])
  })

  it('leave out those of an event that was long before', () => {
    const other = readingOf({
      id: 'b',
      text: 'A gunman opened fire in a club on June 12 last year and he killed 49 people.',
      published: '2024-03-04',
      times: [{ words: 'June 12 last year', value: '2023-06-12' }],
    })
    expect(values(said('a', 'a gunman killed 50 people', { published: '2024-03-04' }), other)).toEqual([])
  })

  it('leave out what is told in the same words', () => {
    const on = (id: string, value: string) => said(id, 'the minister resigned on Monday', { times: [{ words: 'Monday', value }] })
    expect(values(on('a', '2024-03-04'), on('b', '2024-03-11'))).toEqual([])
  })
})
