import { describe, expect, it } from 'vitest'
import { read } from './attributing.ts'

/** Each deed's actors and recipients, as kind and name, and the mentions of each entity. */
function partiesOf(text: string) {
  const { entities, deeds } = read(text)
  const shown = (id: string) => {
    const { kind, name } = entities.find(entity => entity.id === id)!
    return `${kind}: ${name}`
  }
  return deeds.map(({ actors, recipients }) => [actors.map(shown), recipients.map(shown)])
}

describe('parties of deeds', () => {
  it.each([
    ['Police arrested two men near Olmo.', [['group: Police'], ['group: two men']]],
    ['The union sued the airline.', [['organization: The union'], ['organization: the airline']]],
    ['Ana Ruiz was detained by soldiers.', [['group: soldiers'], ['person: Ana Ruiz']]],
    ['Rebels shelled the bridge in Olmo.', [['group: Rebels'], ['place: the bridge']]],
    ['A gunman shot the harbour master, Ana Ruiz, on Monday.', [['unnamed: A gunman'], ['person: Ana Ruiz']]],
  ])('are entities, with a name or without: %s', (text, wanted) => {
    expect(partiesOf(text)).toEqual([wanted])
  })

  it('are one where the text says the same again', () => {
    const text = 'Police arrested 40 protesters. The protesters blockaded the port. Police detained Ana Ruiz.'
    expect(partiesOf(text)).toEqual([
      [['group: Police'], ['group: 40 protesters']],
      [['group: 40 protesters'], ['place: the port']],
      [['group: Police'], ['person: Ana Ruiz']],
    ])
  })

  it('stay apart where another could be meant', () => {
    const text = 'Nordtek met Sudtek Group on Monday. The company sued two men. Two men stabbed a guard.'
    const found = partiesOf(text)
    expect(found[1]![0]).toEqual(['organization: The company'])
    expect(found[2]![0]).toEqual(['group: Two men'])
  })

  it('are missing, and the deed is not, where it is unclear who a pronoun means', () => {
    expect(partiesOf('Ana Ruiz met Eva Brun. Soldiers attacked her.')[1]).toEqual([['group: Soldiers'], []])
  })
})
