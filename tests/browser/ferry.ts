import type { Reading } from '../../src/record/index.ts'
import { withLayers } from './layers.ts'
import { scriptReading } from './script.ts'

const BODY = `Ferry line and port trade blame over stranded passengers

VALLETTA — The ferry line Corvane stranded 340 passengers in Valletta on Saturday after the port of Catania turned its ship away, the line said on Sunday. The two have quarrelled over harbour dues since 2019.

Corvane accused the port authority of “a reckless stunt”. Its director, Odile Marchetti, told the Harbour Post that the authority had blocked the berth for three days. “We asked every morning,” she said. “Every morning they said: come tomorrow.”

A spokesman for the transport ministry in Rome, who asked not to be named, said that the authority had informed the ministry in August that Corvane owed 4 million. The ministry will inspect the berth in the first week of October.

According to a letter seen by the Harbour Post, the line had threatened in the summer of 2024 to sue the authority in Palermo. Corvane denies it has ever threatened anybody.

The port authority did not respond to questions. Passengers slept on the quay in Valletta, and some flew home by way of Tunis. “It was a circus,” claimed Bastian Roe, a teacher from Leeds.

The line has sailed from Malta to Sicily twice a week since the 1990s.`

/** An article written for the tests with everything that can stand beside the text; the cities are real, nobody else is. */
export function ferryReading(): Reading {
  const reading = scriptReading({
    body: BODY,
    article: {
      id: 'ferry',
      headline: 'Ferry line and port trade blame over stranded passengers',
      publisher: 'The Harbour Post',
      author: ['Nell Ashgrove'],
      datePublished: '2025-09-22T07:15',
      dateline: { text: 'VALLETTA', span: [BODY.indexOf('VALLETTA'), BODY.indexOf('VALLETTA') + 8] },
    },
    entities: [
      {
        id: 'e1',
        name: 'Corvane',
        kind: 'organization',
        mentions: [
          ['Corvane', 'name'],
          ['the line', 'nominal'],
          ['The ferry line', 'nominal'],
        ],
      },
      {
        id: 'e2',
        name: 'port of Catania',
        kind: 'organization',
        mentions: [
          ['port of Catania', 'name'],
          ['the port authority', 'nominal'],
          ['the authority', 'nominal'],
        ],
      },
      {
        id: 'e3',
        name: 'Odile Marchetti',
        mentions: [
          ['Odile Marchetti', 'name'],
          ['Its director', 'nominal'],
          ['she', 'pronoun'],
        ],
      },
      {
        id: 'e4',
        name: 'A spokesman for the transport ministry',
        kind: 'unnamed',
        mentions: [['A spokesman for the transport ministry', 'nominal']],
      },
      {
        id: 'e5',
        name: 'transport ministry',
        kind: 'organization',
        mentions: [
          ['transport ministry', 'name'],
          ['the ministry', 'nominal'],
        ],
      },
      { id: 'e6', name: 'a letter', kind: 'document', mentions: [['a letter', 'nominal']] },
      {
        id: 'e7',
        name: 'Bastian Roe',
        mentions: [
          ['Bastian Roe', 'name'],
          ['a teacher from Leeds', 'nominal'],
        ],
      },
      {
        id: 'e8',
        name: 'Passengers',
        kind: 'group',
        mentions: [
          ['Passengers', 'nominal'],
          ['340 passengers', 'nominal'],
        ],
      },
      { id: 'e9', name: 'Tunis', kind: 'place', mentions: [['Tunis', 'name']] },
    ],
    statements: [
      {
        source: 'the line',
        cue: 'said',
        content:
          'The ferry line Corvane stranded 340 passengers in Valletta on Saturday after the port of Catania turned its ship away',
        speaker: 'e1',
        time: 't2',
      },
      {
        source: 'Corvane',
        cue: 'accused',
        content: 'the port authority of “a reckless stunt”',
        speaker: 'e1',
        quotation: 'mixed',
        after: 'since 2019',
      },
      {
        source: 'Its director, Odile Marchetti',
        cue: 'told',
        content: 'that the authority had blocked the berth for three days',
        speaker: 'e3',
      },
      {
        source: 'she',
        cue: 'said',
        content: ['“We asked every morning,”', '“Every morning they said: come tomorrow.”'],
        speaker: 'e3',
        quotation: 'direct',
      },
      {
        source: 'they',
        cue: 'said',
        content: 'come tomorrow',
        speaker: 'e2',
        quotation: 'direct',
        within: 's4',
        after: 'Every morning ',
      },
      {
        source: 'A spokesman for the transport ministry in Rome',
        cue: 'said',
        content: 'that the authority had informed the ministry in August that Corvane owed 4 million',
        speaker: 'e4',
      },
      {
        source: 'the authority',
        cue: 'informed',
        content: 'that Corvane owed 4 million',
        speaker: 'e2',
        within: 's6',
        time: 't4',
        after: 'said that',
      },
      {
        source: 'a letter',
        cue: 'According to',
        content: 'the line had threatened in the summer of 2024 to sue the authority in Palermo',
        speaker: 'e6',
      },
      { source: 'Corvane', cue: 'denies', content: 'it has ever threatened anybody', speaker: 'e1', polarity: 'denied' },
      { source: 'The port authority', cue: 'did not respond', content: 'to questions', speaker: 'e2', polarity: 'declined' },
      {
        source: 'Bastian Roe, a teacher from Leeds',
        cue: 'claimed',
        content: '“It was a circus,”',
        speaker: 'e7',
        quotation: 'direct',
        attitude: 'doubting',
      },
    ],
  })
  const layered = withLayers(reading, {
    times: [
      { id: 't1', words: 'Saturday', type: 'DATE', value: '2025-09-20' },
      { id: 't2', words: 'Sunday', type: 'DATE', value: '2025-09-21' },
      { id: 't3', words: '2019', type: 'DATE', value: '2019' },
      { id: 't4', words: 'August', type: 'DATE', value: '2025-08' },
      { id: 't5', words: 'three days', type: 'DURATION', value: 'P3D' },
      { id: 't6', words: 'every morning', type: 'SET', value: 'XXXX-XX-XXTMO' },
      { id: 't7', words: 'the first week of October', type: 'DATE', value: '2025-W40' },
      { id: 't8', words: 'the summer of 2024', type: 'DATE', value: '2024-SU' },
      { id: 't9', words: 'the 1990s', type: 'DATE', value: '199' },
      { id: 't10', words: 'twice a week', type: 'SET', value: 'P1W' },
    ],
    places: [
      {
        id: 'p1',
        words: 'VALLETTA',
        name: 'Valletta',
        country: 'MLT',
        latitude: 35.9,
        longitude: 14.51,
        gazetteer: 'geonames:2562305',
      },
      {
        id: 'p2',
        words: 'Valletta',
        name: 'Valletta',
        country: 'MLT',
        latitude: 35.9,
        longitude: 14.51,
        gazetteer: 'geonames:2562305',
      },
      {
        id: 'p3',
        words: 'Catania',
        name: 'Catania',
        country: 'ITA',
        latitude: 37.5,
        longitude: 15.09,
        gazetteer: 'geonames:2525068',
      },
      { id: 'p4', words: 'Rome', name: 'Rome', country: 'ITA', latitude: 41.89, longitude: 12.51, gazetteer: 'geonames:3169070' },
      {
        id: 'p5',
        words: 'Palermo',
        name: 'Palermo',
        country: 'ITA',
        latitude: 38.13,
        longitude: 13.34,
        gazetteer: 'geonames:2523920',
      },
      {
        id: 'p6',
        words: 'Valletta',
        after: 'quay in',
        name: 'Valletta',
        country: 'MLT',
        latitude: 35.9,
        longitude: 14.51,
        gazetteer: 'geonames:2562305',
      },
      {
        id: 'p7',
        words: 'Tunis',
        name: 'Tunis',
        entity: 'e9',
        country: 'TUN',
        latitude: 36.82,
        longitude: 10.17,
        gazetteer: 'geonames:2464470',
      },
      {
        id: 'p8',
        words: 'Leeds',
        name: 'Leeds',
        country: 'GBR',
        latitude: 53.8,
        longitude: -1.55,
        gazetteer: 'geonames:2644688',
      },
      {
        id: 'p9',
        words: 'Malta',
        name: 'Malta',
        country: 'MLT',
        latitude: 35.92,
        longitude: 14.43,
        gazetteer: 'geonames:2562770',
      },
      {
        id: 'p10',
        words: 'Sicily',
        name: 'Sicily',
        country: 'ITA',
        latitude: 37.75,
        longitude: 14.25,
        gazetteer: 'geonames:2523119',
      },
    ],
    events: [
      {
        id: 'v1',
        words: 'stranded',
        after: 'Corvane',
        eventType: 'COERCE',
        actors: ['e1'],
        recipients: ['e8'],
        time: 't1',
        place: 'p2',
        onWordOf: 's1',
      },
      {
        id: 'v2',
        words: 'turned its ship away',
        eventType: 'REJECT',
        actors: ['e2'],
        recipients: ['e1'],
        time: 't1',
        onWordOf: 's1',
      },
      { id: 'v3', words: 'accused', eventType: 'ACCUSE', actors: ['e1'], recipients: ['e2'] },
      { id: 'v4', words: 'blocked the berth', eventType: 'COERCE', actors: ['e2'], recipients: ['e1'], onWordOf: 's3' },
      {
        id: 'v5',
        words: 'inspect',
        eventType: 'INVESTIGATE',
        actors: ['e5'],
        recipients: ['e2'],
        time: 't7',
        modality: 'planned',
      },
      { id: 'v6', words: 'threatened', eventType: 'THREATEN', actors: ['e1'], recipients: ['e2'], time: 't8', onWordOf: 's8' },
      {
        id: 'v7',
        words: 'threatened',
        after: 'ever',
        eventType: 'THREATEN',
        actors: ['e1'],
        recipients: [],
        modality: 'denied',
        onWordOf: 's9',
      },
    ],
    heard: [
      { entity: 'e1', direct: 1, indirect: 2, doubted: 0, sought: false },
      { entity: 'e2', direct: 0, indirect: 0, doubted: 0, sought: true },
      { entity: 'e5', direct: 0, indirect: 0, doubted: 0, sought: false },
      { entity: 'e8', direct: 0, indirect: 0, doubted: 0, sought: false },
    ],
    loaded: [
      { words: 'stranded', after: 'over ', entry: 'stranded', score: null },
      { words: 'reckless', entry: 'reckless', score: 0.91 },
      { words: 'stunt', entry: 'stunt', score: null },
      { words: 'circus', entry: null, score: 0.74 },
    ],
  })
  return {
    ...layered,
    entities: layered.entities?.map(entity =>
      entity.id === 'e5' || entity.id === 'e2' ? { ...entity, country: 'ITA' } : entity,
    ),
  }
}
