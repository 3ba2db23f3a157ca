import { readFileSync } from 'node:fs'
import type { Reading } from '../../src/record/index.ts'
import { scriptReading } from './script.ts'

export const WATER_TEXT = readFileSync(new URL('../../samples/water.txt', import.meta.url), 'utf8')

/** The sample about the water, taken apart by hand: nested, broken and overlapping statements, one of each kind. */
export function waterReading(): Reading {
  const body = WATER_TEXT.slice(WATER_TEXT.indexOf('\n\n') + 2)
  const start = body.indexOf('Meridian')
  return scriptReading({
    body,
    article: {
      id: 'water',
      headline: 'Vellmouth knew of lead in its water for fourteen months, records show',
      publisher: 'The Harrow Bay Courier',
      author: ['Imogen Tarrant'],
      datePublished: '2025-03-11T06:40',
      dateline: { text: 'VELLMOUTH', span: [0, 9] },
      credits: [{ name: 'Meridian Press Agency', kind: 'wire', span: [start, start + 21] }],
    },
    entities: [
      {
        id: 'e1',
        name: 'Dolores Achterberg',
        mentions: [
          ['Dolores Achterberg', 'name'],
          ['Mrs Achterberg', 'name'],
          ['she', 'pronoun'],
        ],
      },
      {
        id: 'e2',
        name: 'Piers Lockhaven',
        mentions: [
          ['Piers Lockhaven', 'name'],
          ['Mr Lockhaven', 'name'],
          ['he', 'pronoun'],
        ],
      },
      {
        id: 'e3',
        name: 'Winifred Osei',
        mentions: [
          ['Winifred Osei', 'name'],
          ['Dr Osei', 'name'],
          ['the board’s head of laboratory services', 'nominal'],
        ],
      },
      { id: 'e4', name: 'internal records', kind: 'document', mentions: [['internal records', 'nominal']] },
      {
        id: 'e5',
        name: 'A senior official at the board',
        kind: 'unnamed',
        mentions: [
          ['A senior official at the board', 'nominal'],
          ['the official', 'nominal'],
        ],
      },
      {
        id: 'e6',
        name: 'Harlan Voss',
        mentions: [
          ['Harlan Voss', 'name'],
          ['Mr Voss', 'name'],
        ],
      },
      {
        id: 'e7',
        name: 'Lucinda Farrow',
        mentions: [
          ['Lucinda Farrow', 'name'],
          ['Ms Farrow', 'name'],
        ],
      },
      { id: 'e8', name: 'Office for Water Standards', kind: 'organization', mentions: [['The regulator', 'nominal']] },
      { id: 'e9', name: 'Agnes Hollis', mentions: [['Agnes Hollis', 'name']] },
      {
        id: 'e10',
        name: 'Conrad Abeyta',
        mentions: [
          ['Conrad Abeyta', 'name'],
          ['Mr Abeyta', 'name'],
        ],
      },
      { id: 'e11', name: 'Teodor Brandt', mentions: [['Dr Teodor Brandt', 'name']] },
    ],
    statements: [
      {
        source: 'internal records',
        cue: 'according to',
        content:
          'Engineers at the Vellmouth Water Board measured lead above the legal limit in the Eastgate mains in January last year, fourteen months before anyone on the estate was told to stop drinking from the tap',
        speaker: 'e4',
      },
      {
        source: 'Dolores Achterberg, who has lived on Lanyon Street since 1988',
        cue: 'said',
        content: [
          '“Nobody rang, nobody wrote, nobody put a note through the door,”',
          '“I made up my grandson’s bottles with that water. I stood at that sink and made up his bottles.”',
        ],
        speaker: 'e1',
        quotation: 'direct',
        confidence: 0.94,
      },
      {
        source: 'Mayor Piers Lockhaven',
        cue: 'told',
        content: 'that he had learned of the readings only last week',
        speaker: 'e2',
      },
      {
        source: 'he',
        cue: 'said',
        content: ['“I am as angry as anyone in Eastgate,”', '“I was not shown these figures, and I should have been.”'],
        speaker: 'e2',
        quotation: 'direct',
      },
      {
        source: 'the board’s head of laboratory services, Dr Winifred Osei',
        cue: 'warned',
        content: 'that three of eight samples exceeded the limit “by a margin that cannot be put down to error”',
        speaker: 'e3',
        quotation: 'mixed',
      },
      { source: 'She', cue: 'recommended', content: 'that residents be told within ten days', speaker: 'e3' },
      {
        source: 'A reply',
        cue: 'asked',
        content: 'her to repeat the tests and to keep the results “within the technical team for the time being”',
        speaker: null,
        quotation: 'mixed',
        polarity: 'asked',
        confidence: 0.41,
      },
      { source: 'Dr Osei, who left the board in August,', cue: 'said', content: 'that the e-mails were hers', speaker: 'e3' },
      { source: 'She', cue: 'said', content: 'she had asked twice more, in writing, for a notice to be sent out', speaker: 'e3' },
      { source: 'she', cue: 'asked', content: 'for a notice to be sent out', speaker: 'e3', within: 's9', polarity: 'asked' },
      {
        source: 'she',
        cue: 'said',
        content: [
          '“I was told the mayor’s office had been informed and preferred to wait until after the budget,”',
          '“I cannot tell you whether that was so. I can tell you that it is what I was told.”',
        ],
        speaker: 'e3',
        quotation: 'direct',
      },
      {
        cue: 'was told',
        content: 'the mayor’s office had been informed and preferred to wait until after the budget',
        speaker: null,
        within: 's11',
        confidence: 0.62,
      },
      { source: 'Mr Lockhaven', cue: 'denied', content: 'it', speaker: 'e2', polarity: 'denied', after: 'what I was told.”' },
      {
        source: 'he',
        cue: 'said',
        content: '“There was no such conversation, with me or with anybody in my office,”',
        speaker: 'e2',
        quotation: 'direct',
        polarity: 'denied',
      },
      { source: 'Mr Abeyta', cue: 'did not respond', content: 'to three messages', speaker: 'e10', polarity: 'declined' },
      {
        source: 'Harlan Voss',
        cue: 'declined to comment',
        speaker: 'e6',
        polarity: 'declined',
        content: 'citing an inquiry that the regulator opened on Saturday',
      },
      {
        source: 'A spokeswoman for the board, Lucinda Farrow',
        cue: 'said',
        content:
          'that the safety of customers was “our first, second and third concern” and that the board had “acted on the best advice available at each stage”',
        speaker: 'e7',
        quotation: 'mixed',
      },
      {
        source: 'The regulator, the Office for Water Standards',
        cue: 'said',
        content: 'it had received no report of the January readings',
        speaker: 'e8',
      },
      {
        source: 'Its director, Agnes Hollis',
        cue: 'described',
        content: 'the gap as “hard to understand and harder to excuse”',
        speaker: 'e9',
        quotation: 'mixed',
      },
      {
        source: 'Dr Teodor Brandt, a paediatrician there',
        cue: 'said',
        content: [
          '“Most of these children will be fine,”',
          '“But I would be lying if I told their parents that fourteen months do not matter.”',
        ],
        speaker: 'e11',
        quotation: 'direct',
      },
      {
        source: 'the official',
        cue: 'According to',
        content:
          'Mr Voss told the meeting that replacing the mains would cost 11 million and that “no one thanks you for a bill they did not ask for”',
        speaker: 'e5',
        quotation: 'mixed',
      },
      {
        source: 'Mr Voss',
        cue: 'told',
        content: 'that replacing the mains would cost 11 million and that “no one thanks you for a bill they did not ask for”',
        speaker: 'e6',
        quotation: 'mixed',
        within: 's21',
      },
      {
        source: 'she',
        cue: 'said',
        content: ['He would not be the first', 'to be tried in a church hall'],
        speaker: null,
        confidence: 0.55,
      },
      { source: 'Mrs Achterberg', cue: 'said', content: 'she would believe it when she saw the trench', speaker: 'e1' },
      {
        source: 'she',
        cue: 'said',
        content: ['“They tell us it is safe to wash in,”', '“They told us it was safe to drink.”'],
        speaker: 'e1',
        quotation: 'direct',
        after: 'saw the trench',
      },
    ],
  })
}
