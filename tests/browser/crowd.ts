import type { Reading } from '../../src/record/index.ts'
import { seeded } from '../seeded.ts'
import { type Scripted, type ScriptedEntity, scriptReading } from './script.ts'

/** Readings of one invented flood in as many articles as are wanted, the same in each run: a third print an agency's text, the rest tell it themselves. */
export function crowdReadings(count: number): readonly Reading[] {
  const random = seeded(3)
  const some = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  return Array.from({ length: count }, (_, index) => {
    const day = 1 + Math.floor((index / count) * 27)
    const copied = index % 3 === 1
    const speakers = copied ? [SPEAKERS[0]!, SPEAKERS[1]!] : [some(SPEAKERS), some(SPEAKERS)]
    const words = copied ? [SAID[0]!, SAID[1]!] : [some(SAID), some(SAID)]
    const own = Array.from({ length: 12 }, () => `The ${some(THINGS)} of ${some(TOWNS)} ${some(DEEDS)} ${some(WHEN)}.`)
    const told = copied ? AGENCY : own.slice(0, 6).join(' ')
    const quoted = speakers.map((name, at) => `“${words[at]},” ${name} ${some(VERBS)}.`)
    const body = `The Orla flooded ${some(TOWNS)} on day ${day}, edition ${index}. ${told}\n\n${quoted.join('\n\n')}\n\n${own.slice(6).join(' ')}`
    return readingOf({ index, day, body, speakers, words })
  })
}

interface Given {
  readonly index: number
  readonly day: number
  readonly body: string
  readonly speakers: readonly string[]
  readonly words: readonly string[]
}

function readingOf({ index, day, body, speakers, words }: Given): Reading {
  const names = [...new Set(speakers)]
  const entities = names.map((name, at): ScriptedEntity => ({ id: `e${at + 1}`, name, mentions: [[name, 'name']] }))
  const statements = speakers.map((name, at): Scripted => {
    const content = `“${words[at]},”`
    const cue = VERBS.find(verb => body.includes(`${content} ${name} ${verb}.`))!
    const speaker = `e${names.indexOf(name) + 1}`
    return { content, source: name, cue, cueLemma: cue, speaker, quotation: 'direct' }
  })
  const datePublished = `2031-05-${String(day).padStart(2, '0')}T${String(index % 24).padStart(2, '0')}:00`
  const article = {
    id: `c${index}`,
    headline: `The Orla rises, edition ${index}`,
    publisher: `Outlet ${index % 60}`,
    datePublished,
  }
  return scriptReading({ body, article, entities, statements })
}

const AGENCY =
  'ORLA (Coastal Wire) — The river Orla left its bed below the weir before dawn and ran through the lower streets, where boats took people from their windows until noon. The bridge at the mill held, and the road to the coast is shut.'
const SPEAKERS = ['Ada Lowe', 'Bram Tull', 'Cy Pell', 'Dita Vohl', 'Emil Raske', 'Fenna Orr', 'Goran Imre', 'Hedda Quist']
const SAID = [
  'We took forty people out of the lower streets before noon',
  'Nobody opened the weir in time',
  'The dyke was never meant for such a spring',
  'Eleven houses are beyond repair',
  'The warning came two hours after the water',
  'I saw the bridge shake and did not cross it',
  'The mill will stand until the thaw is over',
  'There was money for sand and none for men',
]
const VERBS = ['said', 'told', 'added', 'warned', 'insisted']
const TOWNS = ['Orlahaven', 'Nether Quill', 'Aunedale', 'Saint Orrin', 'Tolvany', 'Harrow Bay', 'Varnes', 'Ostrel']
const THINGS = ['council', 'school', 'ferry', 'mill', 'market', 'fire brigade', 'parish', 'archive', 'hospital', 'railway']
const DEEDS = ['closed', 'moved its people uphill', 'asked for boats', 'lost its power', 'opened its hall', 'counted its losses']
const WHEN = ['before dawn', 'at noon', 'in the evening', 'on the second day', 'when the rain stopped', 'after the thaw']
