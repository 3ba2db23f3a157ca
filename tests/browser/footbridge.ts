import type { Evidence, Lineage, Origin, Reading, Span, Story, StoryArticle } from '../../src/record/index.ts'
import { type Scripted, type ScriptedEntity, scriptReading } from './script.ts'

/** Six articles written for the tests about one thing; outlets, people and places are invented. */
const WIRE = `Footbridge at Quillmouth collapses

QUILLMOUTH (Coastal Wire) — The footbridge over the Quill collapsed on Wednesday morning. Three people were hurt, police said.

“It went like a drawer that somebody pulls out, with all the plates still in it,” said Ida Coll, a ranger who stood on the bank. “There was no noise at all before.”

The bridge was built in 1958. The council closed the path along the river.`

const BELL = `Three hurt as footbridge collapses

The footbridge over the Quill collapsed on Wednesday morning. Three people were hurt, police said.

“It went like a drawer that somebody pulls out, with all the plates still in it,” said Ida Coll, a ranger who stood on the bank.

The bridge was built in 1958. (Coastal Wire)`

const GAZETTE = `Bridge falls “like a drawer”

The old footbridge at Quillmouth has come down. Three people were hurt when it fell on Wednesday.

“It went like a drawer,” gasped Ida Coll, who saw it.`

const RADIO = `Engineer: council knew of rot since January

The council had known since January that the beams were rotten, Marit Osk, an engineer, told Tolvany Radio. She accused the builder, Halloran Works, of hiding a report.

The council denied that it had known of the rot. Halloran Works did not answer.`

const RELEASE = `Statement on the footbridge

Four people were hurt in Wednesday’s accident, the council of Quillmouth states. All of them are out of hospital.

The council did not know of any rot. The bridge was built in 1958 and is inspected each year.`

const WEEKLY = `What the council knew

Four people were hurt in Wednesday’s accident, the council of Quillmouth states. All of them are out of hospital.

The council had known since January that the beams were rotten, the engineer Marit Osk told Tolvany Radio. On Friday the council took its denial back: a report had lain in a drawer.

The mayor, Petra Lund, declined to say who would pay.`

interface Given {
  readonly id: string
  readonly publisher: string
  readonly headline: string
  readonly datePublished: string
  readonly body: string
  readonly entities: readonly ScriptedEntity[]
  readonly statements: readonly Scripted[]
}

const POLICE: ScriptedEntity = { id: 'e1', name: 'police', kind: 'organization', mentions: [['police', 'name']] }
const IDA: ScriptedEntity = { id: 'e2', name: 'Ida Coll', mentions: [['Ida Coll', 'name']] }
const OSK: ScriptedEntity = { id: 'e3', name: 'Marit Osk', mentions: [['Marit Osk', 'name']] }
const COUNCIL: ScriptedEntity = { id: 'e4', name: 'The council', kind: 'organization', mentions: [['The council', 'nominal']] }
const HALLORAN: ScriptedEntity = {
  id: 'e5',
  name: 'Halloran Works',
  kind: 'organization',
  mentions: [['Halloran Works', 'name']],
}
const LUND: ScriptedEntity = { id: 'e6', name: 'Petra Lund', mentions: [['Petra Lund', 'name']] }

const HURT = 'Three people were hurt'
const FOUR = 'Four people were hurt in Wednesday’s accident'
const DRAWER = '“It went like a drawer that somebody pulls out, with all the plates still in it,”'
const ROT = 'The council had known since January that the beams were rotten'
const BUILT = 'The bridge was built in 1958'

const GIVEN: readonly Given[] = [
  {
    id: 'wire',
    publisher: 'Coastal Wire',
    headline: 'Footbridge at Quillmouth collapses',
    datePublished: '2031-04-02T09:10',
    body: WIRE,
    entities: [POLICE, IDA, COUNCIL],
    statements: [
      { content: HURT, source: 'police', cue: 'said', cueLemma: 'say', speaker: 'e1' },
      {
        content: [DRAWER, '“There was no noise at all before.”'],
        source: 'Ida Coll, a ranger who stood on the bank',
        cue: 'said',
        cueLemma: 'say',
        speaker: 'e2',
        quotation: 'direct',
      },
    ],
  },
  {
    id: 'bell',
    publisher: 'The Quillmouth Bell',
    headline: 'Three hurt as footbridge collapses',
    datePublished: '2031-04-02T11:00',
    body: BELL,
    entities: [POLICE, IDA],
    statements: [
      { content: HURT, source: 'police', cue: 'said', cueLemma: 'say', speaker: 'e1' },
      {
        content: DRAWER,
        source: 'Ida Coll, a ranger who stood on the bank',
        cue: 'said',
        cueLemma: 'say',
        speaker: 'e2',
        quotation: 'direct',
      },
    ],
  },
  {
    id: 'gazette',
    publisher: 'Harrow Gazette',
    headline: 'Bridge falls “like a drawer”',
    datePublished: '2031-04-02T15:30',
    body: GAZETTE,
    entities: [IDA],
    statements: [
      {
        content: '“It went like a drawer,”',
        source: 'Ida Coll, who saw it',
        cue: 'gasped',
        cueLemma: 'gasp',
        speaker: 'e2',
        quotation: 'direct',
      },
    ],
  },
  {
    id: 'radio',
    publisher: 'Tolvany Radio',
    headline: 'Engineer: council knew of rot since January',
    datePublished: '2031-04-03T07:00',
    body: RADIO,
    entities: [OSK, COUNCIL, HALLORAN],
    statements: [
      { content: ROT, source: 'Marit Osk, an engineer', cue: 'told', cueLemma: 'tell', speaker: 'e3' },
      {
        content: 'it had known of the rot',
        source: 'The council',
        cue: 'denied',
        cueLemma: 'deny',
        speaker: 'e4',
        polarity: 'denied',
      },
    ],
  },
  {
    id: 'release',
    publisher: 'Council of Quillmouth',
    headline: 'Statement on the footbridge',
    datePublished: '2031-04-03T09:00',
    body: RELEASE,
    entities: [COUNCIL],
    statements: [
      { content: FOUR, source: 'the council of Quillmouth', cue: 'states', cueLemma: 'state', speaker: 'e4' },
      { content: 'The council did not know of any rot', speaker: 'e4', polarity: 'denied' },
    ],
  },
  {
    id: 'weekly',
    publisher: 'Harrow Weekly',
    headline: 'What the council knew',
    datePublished: '2031-04-05',
    body: WEEKLY,
    entities: [
      { ...COUNCIL, id: 'e1' },
      { ...OSK, id: 'e2' },
      { ...LUND, id: 'e3' },
    ],
    statements: [
      { content: FOUR, source: 'the council of Quillmouth', cue: 'states', cueLemma: 'state', speaker: 'e1' },
      { content: ROT, source: 'the engineer Marit Osk', cue: 'told', cueLemma: 'tell', speaker: 'e2' },
      { content: 'its denial', source: 'the council', cue: 'took', cueLemma: 'take', speaker: 'e1', after: 'On Friday' },
      {
        content: 'who would pay',
        source: 'The mayor, Petra Lund,',
        cue: 'declined to say',
        cueLemma: 'decline',
        speaker: 'e3',
        polarity: 'declined',
      },
    ],
  },
]

export function footbridgeReadings(): readonly Reading[] {
  return GIVEN.map(({ body, entities, statements, ...article }) => scriptReading({ body, article, entities, statements }))
}

const bodies = new Map(GIVEN.map(({ id, body }) => [id, body]))

function at(article: string, words: string): Evidence {
  const start = bodies.get(article)!.indexOf(words)
  if (start < 0) throw new Error(`${article} does not have “${words}”.`)
  return { article, span: [start, start + words.length] as Span }
}

type Telling = Story['claims'][number]['appearances'][number]

function told(
  article: string,
  words: string,
  { statement = null, speaker = null, stance = 'asserts', why = [] }: Partial<Telling> = {},
): Telling {
  return { article, statement, spans: [at(article, words).span], text: words, speaker, stance, why }
}

const SAME: Telling['why'] = [{ kind: 'text', what: ['people were hurt'] }]

const articles: readonly StoryArticle[] = [
  ['wire', ['o1', 'o2'], 'Coastal Wire'],
  ['bell', ['o1', 'o2'], 'Harrow Press'],
  ['gazette', ['o1', 'o2'], 'Harrow Press'],
  ['radio', ['o3'], 'Tolvany Radio'],
  ['release', ['o4'], 'Council of Quillmouth'],
  ['weekly', ['o3', 'o4'], 'Harrow Weekly'],
].map(([id, origins, family]) => {
  const { publisher, headline, datePublished } = GIVEN.find(one => one.id === id)!
  return {
    id: id as string,
    publisher,
    family: family as string,
    headline,
    datePublished,
    url: null,
    origins: origins as string[],
  }
})

const origins: readonly Origin[] = [
  {
    id: 'o1',
    root: { article: 'wire', speaker: 'p1' },
    articles: ['wire', 'bell', 'gazette'],
    why: ['wire credit', 'shared text'],
    evidence: [at('bell', '(Coastal Wire)'), at('gazette', HURT)],
    mayBeSameAs: [{ origin: 'o4', why: 'both count those who were hurt' }],
  },
  {
    id: 'o2',
    root: { article: 'wire', speaker: 'p2' },
    articles: ['wire', 'bell', 'gazette'],
    why: ['wire credit', 'shared text'],
    evidence: [at('bell', DRAWER), at('gazette', '“It went like a drawer,”')],
    mayBeSameAs: [],
  },
  {
    id: 'o3',
    root: { article: 'radio', speaker: 'p3' },
    articles: ['radio', 'weekly'],
    why: ['own telling', 'cites'],
    evidence: [at('weekly', 'told Tolvany Radio')],
    mayBeSameAs: [],
  },
  {
    id: 'o4',
    root: { article: 'release', speaker: null },
    articles: ['release', 'weekly'],
    why: ['own telling', 'shared text'],
    evidence: [at('weekly', FOUR)],
    mayBeSameAs: [{ origin: 'o1', why: 'both count those who were hurt' }],
  },
]

const debt = (given: Pick<Lineage, 'from' | 'to' | 'kind' | 'share'> & Partial<Lineage>): Lineage => ({
  credited: false,
  commonWith: null,
  direction: 'known',
  evidence: [],
  ...given,
})

const pair = (from: string, fromWords: string, to: string, toWords: string) => ({
  from: at(from, fromWords),
  to: at(to, toWords),
})

const FIRST = 'The footbridge over the Quill collapsed on Wednesday morning. Three people were hurt, police said.'

export function footbridgeStory(): Story {
  return {
    schema: 'hearsay-story/1',
    id: 'footbridge',
    name: 'Footbridge at Quillmouth collapses',
    firstPublished: '2031-04-02T09:10',
    lastPublished: '2031-04-05',
    independentOrigins: [3, 4],
    entities: [
      {
        id: 'p1',
        name: 'police',
        kind: 'organization',
        country: null,
        members: ['wire', 'bell'].map(article => ({ article, id: 'e1' })),
        why: [{ kind: 'name', what: ['police'] }],
      },
      {
        id: 'p2',
        name: 'Ida Coll',
        kind: 'person',
        country: null,
        members: ['wire', 'bell', 'gazette'].map(article => ({ article, id: 'e2' })),
        why: [{ kind: 'name', what: ['Ida Coll'] }],
      },
      {
        id: 'p3',
        name: 'Marit Osk',
        kind: 'person',
        country: null,
        members: [
          { article: 'radio', id: 'e3' },
          { article: 'weekly', id: 'e2' },
        ],
        why: [{ kind: 'name', what: ['Marit Osk'] }],
      },
      {
        id: 'p4',
        name: 'The council',
        kind: 'organization',
        country: null,
        members: [
          { article: 'wire', id: 'e4' },
          { article: 'radio', id: 'e4' },
          { article: 'release', id: 'e4' },
          { article: 'weekly', id: 'e1' },
        ],
        why: [{ kind: 'office', what: ['The council'] }],
      },
      {
        id: 'p5',
        name: 'Halloran Works',
        kind: 'organization',
        country: null,
        members: [{ article: 'radio', id: 'e5' }],
        why: [],
      },
      { id: 'p6', name: 'Petra Lund', kind: 'person', country: null, members: [{ article: 'weekly', id: 'e3' }], why: [] },
    ],
    times: [],
    places: [],
    articles,
    origins,
    lineage: [
      debt({
        from: 'wire',
        to: 'bell',
        kind: 'copy',
        share: 0.94,
        credited: true,
        evidence: [
          pair('wire', FIRST, 'bell', FIRST),
          pair('wire', `${DRAWER} said Ida Coll, a ranger`, 'bell', `${DRAWER} said Ida Coll, a ranger`),
        ],
      }),
      debt({
        from: 'wire',
        to: 'gazette',
        kind: 'rewrite',
        share: 0.41,
        evidence: [
          pair('wire', 'Three people were hurt, police said.', 'gazette', 'Three people were hurt when it fell on Wednesday.'),
        ],
      }),
      debt({
        from: 'radio',
        to: 'weekly',
        kind: 'cite',
        share: 0.22,
        credited: true,
        evidence: [pair('radio', ROT, 'weekly', 'told Tolvany Radio')],
      }),
      debt({
        from: 'release',
        to: 'weekly',
        kind: 'common',
        commonWith: 'release',
        share: 0.35,
        direction: 'unclear',
        evidence: [pair('release', FOUR, 'weekly', FOUR)],
      }),
    ],
    claims: [
      {
        id: 'c1',
        text: '“It went like a drawer,”',
        appearances: [
          told('gazette', '“It went like a drawer,”', { statement: 's1', speaker: 'p2' }),
          told('wire', DRAWER, { statement: 's2', speaker: 'p2', why: [{ kind: 'text', what: ['It went like a drawer'] }] }),
          told('bell', DRAWER, { statement: 's2', speaker: 'p2', why: [{ kind: 'text', what: ['It went like a drawer'] }] }),
        ],
        origins: ['o2'],
        independentOrigins: [1, 1],
        lostAttribution: [],
      },
      {
        id: 'c2',
        text: HURT,
        appearances: [
          told('wire', HURT, { statement: 's1', speaker: 'p1' }),
          told('bell', HURT, { statement: 's1', speaker: 'p1', why: SAME }),
          told('gazette', HURT, { why: SAME }),
        ],
        origins: ['o1'],
        independentOrigins: [1, 1],
        lostAttribution: [{ ...at('gazette', HURT), from: at('wire', HURT), direction: 'known' }],
      },
      {
        id: 'c3',
        text: ROT,
        appearances: [
          told('radio', ROT, { statement: 's1', speaker: 'p3' }),
          told('radio', 'it had known of the rot', {
            statement: 's2',
            speaker: 'p4',
            stance: 'denies',
            why: [{ kind: 'meaning', what: ['known'] }],
          }),
          told('release', 'The council did not know of any rot', {
            statement: 's2',
            speaker: 'p4',
            stance: 'denies',
            why: [{ kind: 'meaning', what: ['rot'] }],
          }),
          told('weekly', ROT, { statement: 's2', speaker: 'p3', why: [{ kind: 'text', what: ['known since January'] }] }),
          told('weekly', 'its denial', {
            statement: 's3',
            speaker: 'p4',
            stance: 'withdraws',
            why: [{ kind: 'meaning', what: ['denial'] }],
          }),
        ],
        origins: ['o3'],
        independentOrigins: [1, 1],
        lostAttribution: [],
      },
      {
        id: 'c4',
        text: BUILT,
        appearances: [told('wire', BUILT), told('bell', BUILT, { why: SAME }), told('release', BUILT, { why: SAME })],
        origins: ['o1', 'o4'],
        independentOrigins: [1, 2],
        lostAttribution: [],
      },
      {
        id: 'c5',
        text: FOUR,
        appearances: [
          told('release', FOUR, { statement: 's1', speaker: 'p4' }),
          told('weekly', FOUR, { statement: 's1', speaker: null, why: SAME }),
        ],
        origins: ['o4'],
        independentOrigins: [1, 1],
        lostAttribution: [],
      },
      {
        id: 'c6',
        text: 'who would pay',
        appearances: [told('weekly', 'who would pay', { statement: 's4', speaker: 'p6', stance: 'withholds' })],
        origins: [],
        independentOrigins: [0, 0],
        lostAttribution: [],
      },
    ],
    events: [
      {
        id: 'v1',
        eventType: 'ACCUSE',
        mode: null,
        actors: ['p3'],
        recipients: ['p5'],
        time: null,
        place: null,
        modality: 'asserted',
        appearances: [{ article: 'radio', event: 'v1', trigger: [at('radio', 'accused').span], onWordOf: 'outlet' }],
        origins: ['o3'],
        independentOrigins: [1, 1],
      },
      {
        id: 'v2',
        eventType: 'YIELD',
        mode: null,
        actors: ['p4'],
        recipients: [],
        time: null,
        place: null,
        modality: 'asserted',
        appearances: [
          { article: 'weekly', event: 'v1', trigger: [at('weekly', 'took its denial back').span], onWordOf: 'outlet' },
        ],
        origins: ['o4'],
        independentOrigins: [1, 1],
      },
      {
        id: 'v3',
        eventType: 'COERCE',
        mode: null,
        actors: ['p4'],
        recipients: [],
        time: null,
        place: null,
        modality: 'asserted',
        appearances: [{ article: 'wire', event: 'v1', trigger: [at('wire', 'closed').span], onWordOf: 'outlet' }],
        origins: ['o1'],
        independentOrigins: [1, 1],
      },
    ],
    disagreements: [
      {
        about: 'people were hurt',
        values: [
          { value: 'Three', origins: ['o1'], ...at('wire', 'Three') },
          { value: 'Four', origins: ['o4'], ...at('release', 'Four') },
        ],
      },
    ],
    heard: [
      { entity: 'p1', direct: 0, indirect: 2, doubted: 0, sought: false },
      { entity: 'p2', direct: 3, indirect: 0, doubted: 0, sought: false },
      { entity: 'p3', direct: 0, indirect: 2, doubted: 0, sought: false },
      { entity: 'p4', direct: 0, indirect: 5, doubted: 0, sought: false },
      { entity: 'p5', direct: 0, indirect: 0, doubted: 0, sought: true },
    ],
    timeline: [
      { time: '2031-04-02', event: 'v3' },
      { time: '2031-04-03', event: 'v1' },
      { time: '2031-04-04', event: 'v2' },
    ],
  }
}
