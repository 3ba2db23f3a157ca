import { describe, expect, it } from 'vitest'
import { textOf } from '../../../src/index.ts'
import { sourcingOf } from '../../../src/story/lineage/index.ts'
import { readingOf } from './readings.ts'

const HELD = ['Aune Courier', 'Radio Skarn', 'Norland Press Agency', 'The Lantern', 'Skylark']

function found(body: string, publisher = 'Orme Post'): string[] {
  return sourcingOf(readingOf({ id: 'a', publisher, body }), HELD).map(({ kind, scope, name }) => `${kind} ${scope} ${name}`)
}

describe('sourcing', () => {
  it.each([
    ['The bridge is shut, the Aune Courier reported.', 'outlet sentence the Aune Courier'],
    ['Brandt told the Courier that the bridge was shut.', 'outlet sentence the Courier'],
    ['The bridge is shut, according to Radio Skarn.', 'outlet sentence Radio Skarn'],
    ['The bridge is shut, as first reported by the Aune Courier.', 'outlet sentence the Aune Courier'],
    ['He said so in an interview with the German daily Die Welt.', 'outlet sentence Die Welt'],
    ['The bridge is shut, said Radio Skarn.', 'outlet sentence Radio Skarn'],
    ['The Lantern says that the bridge is shut.', 'outlet sentence The Lantern'],
    ['As the Courier had it, the bridge is shut.', 'outlet sentence the Courier'],
    ['Skylark, a trade magazine, learned that the bridge is shut.', 'outlet sentence Skylark'],
    ['Papers that the Lantern had published show it.', 'outlet sentence the Lantern'],
    ['Brandt called the Courier’s report nonsense.', 'outlet sentence the Courier’s'],
    ['In the Lantern, Brandt gave another reason.', 'outlet sentence the Lantern'],
    ['Brandt said as much to Radio Skarn.', 'outlet sentence Radio Skarn'],
    ['The bridge is shut, Reuters reported.', 'agency sentence Reuters'],
    ['The bridge is shut, Sarnian Telegraph Agency reported.', 'agency sentence Sarnian Telegraph Agency'],
    ['A guard told AFP that the bridge was shut.', 'agency sentence AFP'],
    ['The bridge is shut, Brandt told this newspaper.', 'own sentence this newspaper'],
    ['Brandt told the Orme Post that the bridge was shut.', 'own sentence the Orme Post'],
    ['The bridge is shut, the company said in a statement.', 'release sentence statement'],
    ['The bridge is shut, according to a news release.', 'release sentence news release'],
    ['The bridge is shut, Brandt told reporters.', 'speech sentence reporters'],
    ['The bridge is shut, Brandt said at a press conference.', 'speech sentence press conference'],
    ['The bridge had been shut, she told the packed courtroom.', 'speech sentence packed courtroom'],
    ['The bridge had been shut, Judge Moe said as she read the ruling.', 'speech sentence ruling'],
  ])('%s', (sentence, expected) => {
    expect(found(`It rained in Aune.\n\n${sentence}`)).toContain(expected)
  })

  it.each([
    'Brandt told her that the bridge was shut.',
    'According to a review of public records the bridge is shut.',
    'A fire in the Skarn tunnel was put out.',
    'Brandt told Australian radio that the bridge was shut.',
    'The bank reported a loss.',
    'ARDEN (Upper Skarn) — The bridge is shut.',
    'Trains on the Skarn route are late.',
    'Brandt lives on the Lantern Road.',
    'A walk to the Lantern’s door is long.',
    'A skylark says nothing.',
  ])('names no outlet: %s', sentence => {
    expect(found(sentence)).toEqual([])
  })

  it.each([
    ['ARDEN, May 5 (Meridian Wire) — The bridge is shut.\n\nIt rained.', 'agency article Meridian Wire'],
    ['ARDEN (Radio Skarn) — The bridge is shut.\n\nIt rained.', 'agency article Radio Skarn'],
    ['ARDEN (Radio Skarn/Orme Post) — The bridge is shut.\n\nIt rained.', 'agency article Radio Skarn'],
    ['ARDEN (Aune Telegraph Bureau) — The bridge is shut.\n\nIt rained.', 'agency article Aune Telegraph Bureau'],
    ['Aune Town Police, press office, 5 May\n\nThe bridge is shut.', 'release article Aune Town Police, press office, 5 May'],
    ['INFORMATION FOR THE PRESS\n\nThe bridge is shut.', 'release article INFORMATION FOR THE PRESS'],
    ['By Sarn News Agency\n\nThe bridge is shut.', 'agency article Sarn News Agency'],
    ['The bridge is shut.\n\nWith files from the Aune Courier', 'outlet article Aune Courier'],
    ['The bridge is shut.\n\nReporting by the Aune Courier.', 'outlet article Aune Courier'],
    ['The bridge is shut.\n\n(Norland Press Agency)', 'agency article Norland Press Agency'],
    ['The bridge is shut.\n\nThis story was originally published by the Aune Courier.', 'outlet article Aune Courier'],
  ])('a credit is for the whole article: %s', (body, expected) => {
    expect(found(body)).toContain(expected)
  })

  it('is the outlet of the story, whatever stands before its name', () => {
    const keys = (body: string) => sourcingOf(readingOf({ id: 'a', publisher: 'Orme Post', body }), HELD).map(({ key }) => key)
    expect(keys('Last Thursday the Aune Courier had reported that the bridge is shut.')).toEqual(['aune courier'])
  })

  it('is the one outlet that was cited by name before, where only its kind is named', () => {
    const keys = (body: string) => sourcingOf(readingOf({ id: 'a', publisher: 'Orme Post', body }), HELD).map(({ key }) => key)
    const first = 'The bridge is shut, Radio Skarn reported.'
    expect(keys(`${first} It will open in May, according to the broadcaster.`)).toEqual(['radio skarn', 'radio skarn'])
    expect(keys(`${first} The broadcaster had also reported a death.`)).toEqual(['radio skarn', 'radio skarn'])
    expect(keys('It will open in May, according to the broadcaster.')).toEqual([])
    expect(keys(`${first} It is old, the Aune Courier wrote. It will open in May, the paper said.`)).toHaveLength(2)
    expect(keys(`${first} It will open in May, the news agency said.`)).toHaveLength(1)
  })

  it('stands where it says, with the sentence that it covers', () => {
    const body = 'It rained. The bridge is shut, Radio Skarn reported. It snowed.'
    const [one] = sourcingOf(readingOf({ id: 'a', publisher: 'Orme Post', body }), HELD)
    expect(textOf(body, one!.span)).toBe('Radio Skarn reported')
    expect(textOf(body, one!.sentence!)).toBe('The bridge is shut, Radio Skarn reported.')
  })
})
