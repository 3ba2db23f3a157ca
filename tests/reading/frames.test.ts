import { describe, expect, it } from 'vitest'
import { mendAttributions } from '../../src/reading/statements/statements.ts'
import { findQuotations } from '../../src/reading/words/quotes.ts'
import { splitParagraphs, splitSentences } from '../../src/reading/words/sentences.ts'
import type { Attribution } from '../../src/record/index.ts'

/** Source | cue | content of what is read where the tagger found `found`. */
function read(body: string, found: readonly Attribution[] = []): string[] {
  const paragraphs = splitParagraphs(body)
  const { quotations } = findQuotations(body, paragraphs)
  const words = (spans: Attribution['source']) => spans.map(([start, end]) => body.slice(start, end)).join(' … ')
  return mendAttributions(found, { body, paragraphs, quotations, sentences: splitSentences(body, paragraphs) }).map(
    ({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  )
}

describe('frames of the press', () => {
  it('a signed quotation has its speaker behind the dash', () => {
    expect(read('“We lent the bell to the town.” – Rosa Delmar, president of the guild')).toEqual([
      'Rosa Delmar, president of the guild | – | “We lent the bell to the town.”',
    ])
  })

  it('a line that ends in a colon leads a quoted paragraph in', () => {
    expect(read('Statement from Commissioner Dele Adu:\n\n“The fire service did what it could.”')).toEqual([
      'Commissioner Dele Adu | Statement from | “The fire service did what it could.”',
    ])
  })

  it('a transcript has its speakers at the head of paragraphs, questions too', () => {
    const body = 'MARGA VOSS, HOST: Did you know?\n\nTROND: I saw it on Tuesday.\n\nQ: Who opened it?'
    expect(read(body)).toEqual([
      'MARGA VOSS, HOST | : | Did you know?',
      'TROND | : | I saw it on Tuesday.',
      'Q | : | Who opened it?',
    ])
  })

  it('a turn of a transcript is one statement, whatever the tagger made of it', () => {
    const body = 'HOST: Why bees?\n\nADAIR: They are kind. They never ask.'
    const found: Attribution = { source: [[17, 22]], cue: [[22, 23]], content: [[24, 37]], confidence: 0.6 }
    expect(read(body, [found])).toEqual(['HOST | : | Why bees?', 'ADAIR | : | They are kind. They never ask.'])
  })

  it('names in small letters are turns where they come up again, those of a list are not', () => {
    expect(read('Noor Aziz: Why a van?\n\nTed Lau: It was there.\n\nNoor Aziz: Where?\n\nTed Lau: In Tarn.')).toEqual([
      'Noor Aziz | : | Why a van?',
      'Ted Lau | : | It was there.',
      'Noor Aziz | : | Where?',
      'Ted Lau | : | In Tarn.',
    ])
    expect(read('Winner: Ada Lowe\n\nPlace: Tarn Hall\n\nDate: Friday')).toEqual([])
  })

  it('a post begins with its account', () => {
    expect(read('@tidewatch: two years too late')).toEqual(['@tidewatch | : | two years too late'])
  })

  it('a list of reactions has the names first', () => {
    const list = 'Lake Alliance (@lakes) — “Twelve people did it.”\n\nSir Alan Pruett, former chief constable — “I accept it.”'
    expect(read(list)).toEqual([
      'Lake Alliance (@lakes) | — | “Twelve people did it.”',
      'Sir Alan Pruett, former chief constable | — | “I accept it.”',
    ])
  })

  it('readers sign with a name and a place, two at least', () => {
    expect(read('“Bring back the 47.” Hilda, Marsh End\n\n“It never came.” Joe, 44, Marsh End')).toEqual([
      'Hilda, Marsh End |  | “Bring back the 47.”',
      'Joe, 44, Marsh End |  | “It never came.”',
    ])
    expect(read('“Bring back the 47, please.” Hilda wept.')).toEqual([])
  })

  it('a signature may stand in brackets, and a heading say whose statement follows', () => {
    expect(read('“The hall was half empty.” (Ruth Kane, violinist)')).toEqual([
      'Ruth Kane, violinist | ( | “The hall was half empty.”',
    ])
    expect(read('STATEMENT BY THE MAYOR OF TARN\n\n“Nobody was hurt last night.”')).toEqual([
      'THE MAYOR OF TARN | STATEMENT BY | “Nobody was hurt last night.”',
    ])
  })

  it('a signature may stand on the next line, and lines answer a heading that asks', () => {
    expect(read('“We have ordered fans.”\n— Hank Moll, City Schools')).toEqual([
      'Hank Moll, City Schools | — | “We have ordered fans.”',
    ])
    expect(read('What they say on rent:\n\nCivic Union: It should fall.\n\nTarn List: It should not.')).toEqual([
      'Civic Union | : | It should fall.',
      'Tarn List | : | It should not.',
    ])
    expect(read('Statement from Ida Moe: “The grid will hold.”')).toEqual(['Ida Moe | Statement from | “The grid will hold.”'])
  })

  it('a turn is taken out of what somebody else is made to say', () => {
    const body = '“At last,” wrote Ty Cole.\n\n@riverwatch: “Ten years late.”'
    const found: Attribution = {
      source: [[17, 24]],
      cue: [[11, 16]],
      content: [
        [0, 10],
        [40, 57],
      ],
      confidence: 0.9,
    }
    expect(read(body, [found])).toEqual(['Ty Cole | wrote | “At last,”', '@riverwatch | : | “Ten years late.”'])
  })

  it('one capital word with a colon is a heading', () => {
    expect(read('UPDATE: The road is open again.\n\nTraffic was light.')).toEqual([])
  })

  it('what the tagger found is left as it is', () => {
    const body = 'TROND: I saw it.\n\nVOSS: When was that?'
    const found: Attribution = { source: [[0, 5]], cue: [[5, 6]], content: [[7, 16]], confidence: 0.9 }
    expect(read(body, [found])).toEqual(['TROND | : | I saw it.', 'VOSS | : | When was that?'])
  })

  it('a refusal is one', () => {
    expect(read('The ministry did not respond to questions. Neither did he.')).toEqual([
      'The ministry | did not respond to | questions',
    ])
    expect(read('A spokesman, Otto Lenz, declined to comment on the figures.')).toEqual([
      'A spokesman, Otto Lenz, | declined | to comment on the figures',
    ])
    expect(read('Norvik Rail could not be reached for comment.')).toEqual(['Norvik Rail | could not be reached for | comment'])
    expect(read('The club knew; its owner, Ida Moss, would not comment.')).toEqual(['its owner, Ida Moss, | would not | comment'])
    expect(read('The engine did not respond to the helm. Prices declined to a new low.')).toEqual([])
  })

  it('a source right behind its cue is taken in', () => {
    const body = '“Sell the old boat now,” tweeted @lowfieldred.'
    const found: Attribution = { source: [], cue: [[25, 32]], content: [[0, 24]], confidence: 0.9 }
    expect(read(body, [found])).toEqual(['@lowfieldred | tweeted | “Sell the old boat now,”'])
  })

  it('who was quoted as saying it speaks, not who quotes', () => {
    const body = 'Mensah was quoted by the radio as saying that the port was shut.'
    const found: Attribution = {
      source: [[21, 30]],
      cue: [[7, 17]],
      content: [
        [0, 6],
        [31, 63],
      ],
      confidence: 0.8,
    }
    expect(read(body, [found])).toEqual(['Mensah | was quoted … as saying | that the port was shut'])
  })

  it('who was told does not speak: whoever stands behind "by" does, or nobody that is known', () => {
    const body = 'Residents were warned by the surveyor that the cliff moved.'
    const found: Attribution = { source: [[0, 9]], cue: [[10, 21]], content: [[38, 58]], confidence: 0.6 }
    expect(read(body, [found])).toEqual(['the surveyor | were warned | that the cliff moved'])
    const passive = 'The claim was called nonsense by the junta.'
    const claim: Attribution = {
      source: [],
      cue: [[10, 20]],
      content: [
        [0, 9],
        [21, 42],
      ],
      confidence: 0.6,
    }
    expect(read(passive, [claim])).toEqual(['the junta | was called | The claim … nonsense'])
    const own = 'It is thought that the gang fled by boat.'
    const thought: Attribution = { source: [], cue: [[3, 13]], content: [[14, 40]], confidence: 0.6 }
    expect(read(own, [thought])).toEqual([' | is thought | that the gang fled by boat'])
    const nobody = 'Jurors were told that the men had met.'
    const told: Attribution = { source: [[0, 6]], cue: [[7, 16]], content: [[17, 37]], confidence: 0.6 }
    expect(read(nobody, [told])).toEqual([' | were told | that the men had met'])
    const heard = 'Jurors heard that the men had met.'
    const hearing: Attribution = { source: [[0, 6]], cue: [[7, 12]], content: [[13, 33]], confidence: 0.9 }
    expect(read(heard, [hearing])).toEqual([' | heard | that the men had met'])
  })
})
