import { describe, expect, it } from 'vitest'
import { readInner } from '../../src/reading/statements/inner.ts'
import { attribute, type Marked, read, speakerOf } from './attributing.ts'

/** Source | cue | content of what is found inside the one content that is given. */
function inside(text: string, marked: Marked): string[] {
  const words = (spans: readonly (readonly [number, number])[]) => spans.map(span => text.slice(...span)).join(' … ')
  return readInner(text, [attribute(text, marked)]).map(
    ({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  )
}

const said = (content: string, source = 'Lowe', cue = 'said') => inside(`${source} ${cue} ${content}.`, { source, cue, content })

describe('what is told inside a content', () => {
  it('has its subject at the head of the clause, with or without "that"', () => {
    expect(said('that the guard admitted that he slept')).toEqual(['the guard | admitted | that he slept'])
    expect(said('the guard told her the gate was shut')).toEqual(['the guard | told | the gate was shut'])
    expect(said('the pilot, a former major, had reported ice on the wings')).toEqual([
      'the pilot, a former major | reported | ice on the wings',
    ])
    expect(said('police had confirmed to her that the shots came from the hill')).toEqual([
      'police | confirmed | that the shots came from the hill',
    ])
  })

  it('may be what somebody was heard telling, what a man who said so said, or a warning not to', () => {
    expect(said('Kessel had been heard telling a clerk that it could wait')).toEqual(['Kessel | telling | that it could wait'])
    expect(said('she met a man who said he was from the mill')).toEqual(['who | said | he was from the mill'])
    expect(said('she met a man who thought he was from the mill')).toEqual([])
    expect(said('that the manager, Denise Croft, warned them not to speak')).toEqual([
      'the manager, Denise Croft | warned | not to speak',
    ])
  })

  it('may be what somebody called another', () => {
    expect(said('that the minister had called the king “a stamp”')).toEqual(['the minister | called | “a stamp”'])
    expect(said('that the minister had called the king at noon')).toEqual([])
  })

  it('may be an infinitive, a quotation, or what somebody was heard to say', () => {
    expect(said('Okoye promised to resign and that she would hold him to it')).toEqual(['Okoye | promised | to resign'])
    expect(said('the tenant shouted “I will be back” as he fled')).toEqual(['the tenant | shouted | “I will be back” as he fled'])
    expect(said('she heard the pilot say that the fuel was low')).toEqual(['the pilot | say | that the fuel was low'])
  })

  it('may be a message that is quoted', () => {
    expect(said('the porter had sent a message reading: “I left it open.”')).toEqual(['the porter | reading | “I left it open.”'])
  })

  it('may hold another one', () => {
    expect(said('the landlord told her the tenant had threatened to burn the place down')).toEqual([
      'the landlord | told | the tenant had threatened to burn the place down',
      'the tenant | threatened | to burn the place down',
    ])
  })

  it('in the passive is on the word of whoever stands behind "by"', () => {
    expect(said('she was told by the officers that nobody was hurt')).toEqual(['the officers | told | that nobody was hurt'])
    expect(said('the king as saying that he was moved', 'The palace', 'quoted')).toEqual([
      'the king | as saying | that he was moved',
    ])
  })

  it('is nothing where no one else speaks', () => {
    expect(said('that he believed the gate was shut')).toEqual([])
    expect(said('that the report on wages was late')).toEqual([])
    expect(said('that the minister’s claims about wages were false')).toEqual([])
    expect(said('the police report was lost')).toEqual([])
  })

  it('is left to the tagger where that found it', () => {
    const text = 'Lowe said the guard admitted that he slept.'
    const inner = attribute(text, { source: 'the guard', cue: 'admitted', content: 'that he slept' })
    const outer = attribute(text, { source: 'Lowe', cue: 'said', content: 'the guard admitted that he slept' })
    expect(readInner(text, [outer, inner])).toEqual([])
  })
})

describe('the speaker of what is told inside', () => {
  it('is the inner source, and it is told within the outer statement', () => {
    const text = 'Sergeant Mia Corr said the driver told her that he had slept.'
    const described = read(text, {
      source: 'Sergeant Mia Corr',
      cue: 'said',
      content: 'the driver told her that he had slept',
    })
    expect(described.statements.map(each => [speakerOf(described, each), each.within])).toEqual([
      ['Mia Corr', null],
      ['the driver', 's1'],
    ])
  })

  it('is unclear where "he" stands in the quoted words of the only man there is', () => {
    const text = 'Leo Marsh was late. “He told me the dog was fine,” Marsh said.'
    const described = read(text, { source: 'Marsh', cue: 'said', content: '“He told me the dog was fine,”', after: 'late.' })
    expect(described.statements.map(each => speakerOf(described, each))).toEqual(['Leo Marsh', null])
  })
})
