import { describe, expect, test } from 'vitest'
import { read, speakerOf } from './attributing.ts'

/** Content and speaker of each statement; nothing is tagged. */
function told(text: string): (readonly [string, string | null | undefined])[] {
  const described = read(text)
  return described.statements.map(one => [text.slice(...one.content[0]!), speakerOf(described, one)])
}

describe('an interview', () => {
  test('with letters is answered by the only person whom the lines before it name', () => {
    const text =
      'The diver Ines Prado spoke to The Lantern.\n\nQ: Were you afraid?\n\nA: Only of the boat.\n\nQ: And now?\n\nA: Of the next boat.'
    expect(told(text)).toEqual([
      ['Were you afraid?', null],
      ['Only of the boat.', 'Ines Prado'],
      ['And now?', null],
      ['Of the next boat.', 'Ines Prado'],
    ])
  })

  test('is asked by whoever is said to interview, and answered by nobody where two may be meant', () => {
    const asked = 'Ines Prado was interviewed by Otto Lenz.\n\nQ: Were you afraid?\n\nA: Only of the boat.'
    expect(told(asked).map(([, speaker]) => speaker)).toEqual(['Otto Lenz', 'Ines Prado'])
    const two = 'Ines Prado and Rosa Delmar dive together.\n\nQ: Were you afraid?\n\nA: Only of the boat.'
    expect(told(two).map(([, speaker]) => speaker)).toEqual([null, null])
  })

  test('is answered by whoever talks, not by whoever is talked to', () => {
    const text = 'Rosalind Tam designs bridges. She talks to Priya Nair.\n\nQ: Were you afraid?\n\nA: Only of rust.'
    expect(told(text).map(([, speaker]) => speaker)).toEqual(['Priya Nair', 'Rosalind Tam'])
  })

  test('in court is answered by whoever the questions call upon', () => {
    expect(told('Q. Officer Delgado, did you knock?\n\nA. I did.').map(([, speaker]) => speaker)).toEqual([null, 'Delgado'])
  })

  test('may be set as bare questions and answers, which a list of questions to nobody is not', () => {
    const answers = ['An egg. I burned it.', 'He died. I keep his table.', 'Eel. I have met too many.']
    const asking = ['What did you cook first?', 'Is your father still your guest?', 'What would you never serve?']
    const intro = 'Sandro Bellini cooks on a boat. We asked him about fish.'
    const text = [intro, ...asking.flatMap((question, index) => [question, answers[index]])].join('\n\n')
    const found = told(text)
    expect(found.filter(([, speaker]) => speaker === 'Sandro Bellini').map(([content]) => content)).toEqual(answers)
    expect(found.filter(([, speaker]) => speaker === null).map(([content]) => content)).toEqual(asking)
    expect(told('What is a levy?\n\nA tax on fish.\n\nWho pays it?\n\nBoats.\n\nWhen is it due?\n\nIn May.')).toEqual([])
  })

  test('may go on with initials', () => {
    const text =
      'Bram Visscher: You have not sung for years.\n\nOdalys Ferro: Nobody asked me.\n\nBV: Nobody?\n\nOF: Managers. They are close.'
    expect(told(text).map(([, speaker]) => speaker)).toEqual(['Bram Visscher', 'Odalys Ferro', 'Bram Visscher', 'Odalys Ferro'])
  })
})
