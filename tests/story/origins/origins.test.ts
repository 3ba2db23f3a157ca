import { describe, expect, it } from 'vitest'
import { examplesOf } from '../../reading/examples.ts'
import { counted } from './example.ts'

/** The range alone. */
const range = (example: string) => counted(example).independentOrigins

describe('docs/origin.md', () => {
  const [texts, jsons] = [examplesOf('origin', 'text'), examplesOf('origin', 'json')]

  it.each(texts.map((text, index) => [index + 1, text, jsons[index]!] as const))(
    'has example %i as it is counted',
    (_, text, json) => {
      const { lostAttribution, ...rest } = counted(text)
      expect(lostAttribution.length > 0 ? { ...rest, lostAttribution } : rest).toEqual(JSON.parse(json))
    },
  )
})

const SOURCES = {
  lindal: '“*There was no alarm*,” [Marta Lindal] said.',
  other: '“*Nobody rang a bell*,” [Gudrun Aasen] said.',
  own: 'Nobody heard a thing: *there was no alarm*.',
}

/** A claim that one says to the Arden Post and another, some days later, to the Lantern. */
const heard = (a: string, b: string) =>
  counted(
    `a1 · Arden Post · 2025-01-01\n${a} said *there was no alarm*.\n\na2 · The Evening Lantern · 2025-01-09\n${b} said *no bell was rung*.\n\na3 · Aunedale Courier · 2025-01-10\nIt rained.`,
  )

describe('one origin', () => {
  it('is an agency’s text in two papers although the agency’s own article is not held', () => {
    const text = '*There was no alarm* on the ferry that sank on Tuesday off Gull Point.'
    const { origins, independentOrigins } = counted(
      `a1 · Aunedale Courier\n${text}\n\na2 · The Evening Lantern\n${text}\n\na1 – a2 copy`,
    )
    expect(independentOrigins).toEqual([1, 1])
    expect(origins[0]!.articles).toEqual(['a1', 'a2'])
    expect(origins[0]!.why).toContain('shared text')
  })

  it('is what two papers sign with one agency', () => {
    const example = `a1 · Aunedale Courier · 2025-01-01\nARDEN (Reuters) - ${SOURCES.lindal}

a2 · The Evening Lantern · 2025-01-02\nARDEN (Reuters) - [Marta Lindal] said *there had been no alarm*.`
    expect(counted(example)).toMatchObject({ independentOrigins: [1, 1], origins: [{ why: ['wire credit'] }] })
  })

  it('is what two papers cite from a third that is not held', () => {
    const example = `a1 · Aunedale Courier · 2025-01-01\n[Reuters] reported that *there was no alarm*.

a2 · The Evening Lantern · 2025-01-02\n*There was no alarm*, according to [Reuters].`
    expect(counted(example)).toMatchObject({ independentOrigins: [1, 1], origins: [{ root: { article: 'a1' }, why: ['cites'] }] })
  })

  it('is a speaker in two articles of one outlet', () => {
    const example = `a1 · Aunedale Courier · 2025-01-01\n${SOURCES.lindal}\n\na2 · Aunedale Courier · 2025-01-02\n[Marta Lindal] said *no alarm had been rung*.`
    expect(range(example)).toEqual([1, 1])
  })

  it('is a news conference, and a statement, that two outlets heard', () => {
    for (const occasion of ['told reporters', 'said in a statement']) {
      const example = `a1 · Aunedale Courier · 2025-01-01\n[Marta Lindal] ${occasion} that *there was no alarm*.

a2 · The Evening Lantern · 2025-01-02\n[Marta Lindal] ${occasion} *no alarm had been rung*.`
      expect(range(example)).toEqual([1, 1])
      expect(range(example.replace('2025-01-02', '2025-01-12'))).toEqual([1, 2])
    }
  })

  it('is the text of one release', () => {
    const text = 'All doors were closed and *there was no alarm* when the ship left.'
    expect(range(`a1 · Aunedale Courier\n${text}\n\na2 · The Evening Lantern\n${text}\n\na1 – a2 release`)).toEqual([1, 1])
  })

  it('is a release that is held and who issued it, by a part of the name that stands in full there', () => {
    const release = 'a1 · Bakers Without Night Ovens · 2025-01-02\nPRESS RELEASE\n*There was no alarm* in any town.'
    const paper = (who: string) =>
      `${release}\n\na2 · The Evening Lantern · 2025-01-03\n${who} said *nobody had rung a bell*.\n\na1 – a2 release`
    expect(range(paper('Bakers Without [Night Ovens]'))).toEqual([1, 1])
    expect(range(paper('The owners of [Night Ovens]'))).toEqual([1, 2])
  })

  it('is a company’s release and what it says under its name without the “Group”', () => {
    const story = (publisher: string) =>
      `a1 · ${publisher} · 2025-01-02\nPRESS RELEASE\n*There was no alarm* in any town.\n\na2 · The Evening Lantern · 2025-01-03\n[Tarrow] said *nobody had rung a bell*.\n\na1 – a2 release`
    expect(range(story('Tarrow Group'))).toEqual([1, 1])
    expect(range(story('Tarrow Courier'))).toEqual([1, 2])
  })

  it('is a release that is held and what a paper that cites it has from its issuer, also where "it" means them', () => {
    const story = (who: string) =>
      `a1 · Night Ovens · 2025-01-02\nPRESS RELEASE\n*There was no alarm* in any town.\n\na2 · The Evening Lantern · 2025-01-03\n[Night Ovens] said *the bells were still*. ${who} said *nobody had rung a bell*.\n\na1 → a2 cite`
    expect(range(story('[Night Ovens]'))).toEqual([1, 1])
    expect(range(story('[It]'))).toEqual([1, 1])
    expect(range(story('[Ivo Brandt]'))).toEqual([1, 2])
  })

  it('is of its issuer, a source by name, where a paper has the release from there', () => {
    const baker = '\n\na3 · Channel Nine · 2025-01-04\n[Gudrun Aasen, a baker] said *it had been quiet*.'
    const release = 'a1 · Night Ovens · 2025-01-02\nPRESS RELEASE\n*There was no alarm* in any town.'
    const cited = `${release}\n\na2 · The Evening Lantern · 2025-01-03\n[Night Ovens] said *nobody had rung a bell*.`
    expect(range(`${release}${baker}`)).toEqual([1, 2])
    expect(range(`${cited}${baker}\n\na1 → a2 cite`)).toEqual([2, 2])
  })

  it('is what an outlet has from somebody, and what another has from that outlet and a pronoun', () => {
    const story = (more = '') =>
      `a1 · Radio Tysvik · 2025-01-02\n[two workers] said *there was no alarm*. ${more}\n\na2 · The Evening Lantern · 2025-01-03\n[They] told Radio Tysvik that *no bell was rung*.\n\na1 → a2 cite`
    expect(range(story())).toEqual([1, 1])
    expect(range(story('[Marta Lindal] said *nobody rang*.'))).not.toEqual([1, 1])
  })

  it('is what an outlet has from somebody without a name, and what another has from that outlet and such a one', () => {
    const story = (first: string, second: string) =>
      `a1 · Radio Tysvik · 2025-01-02\n[${first}] said *there was no alarm*.\n\na2 · The Evening Lantern · 2025-01-03\n[${second}] told Radio Tysvik that *no bell was rung*.\n\na1 → a2 cite`
    expect(range(story('a former colleague', 'one of them'))).toEqual([1, 1])
    expect(range(story('Marta Lindal', 'one of them'))).toEqual([1, 2])
  })

  it('is an outlet and "the newspaper" in another that cites it', () => {
    const story = `a1 · Radio Tysvik · 2025-01-02\nNobody heard a thing: *there was no alarm*.\n\na2 · The Evening Lantern · 2025-01-03\nIt was dark, according to Radio Tysvik. [The newspaper] said that *no bell was rung*.\n\na1 → a2 cite`
    expect(range(story)).toEqual([1, 1])
  })

  it('is whom a newsroom has it from and its own voice in a later article', () => {
    const story = (later: string) =>
      `a1 · Aunedale Courier · 2025-01-02\n[Marta Lindal] said *there was no alarm*.\n\na2 · ${later} · 2025-01-05\nIt was dark, and *no bell was rung*.`
    expect(range(story('Aunedale Courier'))).toEqual([1, 1])
    expect(range(story('The Evening Lantern'))).toEqual([1, 2])
  })

  it('is the same article’s own voice and whom it names for it', () => {
    expect(range(`a1 · Aunedale Courier\n${SOURCES.own} ${SOURCES.lindal}`)).toEqual([1, 1])
  })
})

describe('two origins', () => {
  it('are two people, in one article or in two', () => {
    expect(range(`a1 · Aunedale Courier\n${SOURCES.lindal} ${SOURCES.other}`)).toEqual([2, 2])
    expect(range(`a1 · Aunedale Courier\n${SOURCES.lindal}\n\na2 · The Evening Lantern\n${SOURCES.other}`)).toEqual([2, 2])
  })

  it('are what two newsrooms say in their own voice, which may be one', () => {
    expect(range(`a1 · Aunedale Courier\n${SOURCES.own}\n\na2 · The Evening Lantern\n${SOURCES.own}`)).toEqual([1, 2])
  })

  it('are a speaker’s words told to two outlets, which may be one', () => {
    const example = `a1 · Aunedale Courier · 2025-01-01\n[Marta Lindal] told the Courier that *there was no alarm*.

a2 · The Evening Lantern · 2025-01-02\n[Marta Lindal] told the Lantern that *no bell was rung*.`
    expect(counted(example).origins.map(({ mayBeSameAs }) => mayBeSameAs[0]!.why)).toEqual(['same speaker', 'same speaker'])
  })

  it('are two papers of other names, an office and a person of whom none is told, a company and one that is named, which may be one', () => {
    const two = (a: string, b: string) =>
      counted(
        `a1 · Aunedale Courier · 2025-01-01\n${a} said *there was no alarm*.\n\na2 · The Evening Lantern · 2025-01-09\n${b} said *no bell was rung*.`,
      )
    const of = (a: string, b: string) => {
      const { independentOrigins, origins } = two(a, b)
      return [independentOrigins, origins[0]!.mayBeSameAs[0]?.why]
    }
    expect(of('[A report]', '[The letter]')).toEqual([[1, 2], 'like wording'])
    expect(of('[Ivo Brandt]', '[the mayor]')).toEqual([[1, 2], 'speaker unclear'])
    expect(of('[Night Ovens]', '[The Dockers’ Union]')).toEqual([[2, 2], undefined])
    expect(of('[the company]', '[The Dockers’ Union]')).toEqual([[1, 2], 'speaker unclear'])
  })

  it.each([
    ['[an official]', '[the ministry]', 'may speak for it'],
    ['[An official]', '[Minister Ivo Brandt]', 'may speak for it'],
    ['[authorities]', '[police]', 'may speak for it'],
    ['[Inspector Ivo Brandt]', '[police]', 'may speak for it'],
    ['[A spokeswoman]', '[The Dockers’ Union]', 'may speak for it'],
    ['[a police statement]', '[Inspector Ivo Brandt]', 'may speak for it'],
    ['[A source]', '[Ivo Brandt]', 'unnamed sources'],
    ['[a witness]', '[police]', 'unnamed sources'],
    ['[firefighters]', '[the fire brigade]', 'like wording'],
    ['[Laura Arnau]', '[Laura Arnau Mirand]', 'like wording'],
    ['[Hanna Brandt]', '[Ivo Brandt]', 'like wording'],
    ['[a crewman]', '[Ivo Brandt]', 'speaker unclear'],
    ['[survivors]', '[Ivo Brandt]', 'speaker unclear'],
    ['[organisers]', '[Ivo Brandt]', 'may speak for it'],
    ['[unconfirmed reports]', '[police]', 'speaker unclear'],
    ['[Aunedale Courier]', '[Ivo Brandt]', 'no source named'],
  ])('of %s and %s may be one', (a, b, why) => {
    const { independentOrigins, origins } = heard(a, b)
    expect([independentOrigins, origins[0]!.mayBeSameAs[0]?.why]).toEqual([[1, 2], why])
  })

  it.each([
    ['[a crewman]', '[Ivo Brandt, a dentist]'],
    ['[Ivo Brandt, a spokesman for the hospital]', '[the ministry]'],
    ['[Ivo Brandt]', '[Ivo Lindal]'],
    ['[two workers]', '[Ivo Brandt, a dentist]'],
    ['[police]', '[the ministry]'],
    ['[A report]', '[Ivo Brandt]'],
  ])('of %s and %s are two', (a, b) => {
    expect(heard(a, b).independentOrigins).toEqual([2, 2])
  })

  it('are one at least where it is not sure that both tell one claim', () => {
    const example = `a1 · Aunedale Courier\n${SOURCES.lindal}\n\na2 · The Evening Lantern\n${SOURCES.other}`
    expect(counted(example, ['1', '1']).independentOrigins).toEqual([2, 2])
    expect(counted(example, ['1', '2']).independentOrigins).toEqual([1, 2])
    const third = `${example}\n\na3 · Channel Nine\n“*It stayed silent*,” [Petra Holm] said.`
    expect(counted(third, ['1', '1', '2']).independentOrigins).toEqual([2, 3])
  })

  it('are sister papers with reporting of their own', () => {
    const foot = '© 2025 Costera Media'
    const example = `a1 · Aunedale Courier\n${SOURCES.lindal}\n${foot}\n\na2 · The Evening Lantern\n${SOURCES.other}\n${foot}`
    expect(range(example)).toEqual([2, 2])
  })
})

describe('no origin', () => {
  it('is a denial alone, or a withdrawal', () => {
    expect(range('a1 · Aunedale Courier\n[Torsten Heyl] denied that *the alarm was off*.')).toEqual([0, 0])
    expect(range('a1 · Aunedale Courier\n[Torsten Heyl] withdrew the claim that *the alarm was off*.')).toEqual([0, 0])
  })
})

describe('a lost attribution', () => {
  const source = 'a1 · Norland Press Agency · 2025-01-01\n*The alarm was off*, [Marta Lindal] said.'
  const lost = (text: string, link = 'a1 → a2 rewrite') =>
    counted(`${source}\n\na2 · The Evening Lantern · 2025-01-02\n${text}\n\n${link}`).lostAttribution

  it('is told with both sentences', () => {
    expect(lost('It was dark. *The alarm was off* when it happened.')).toEqual([
      { words: 'The alarm was off when it happened.', from: 'The alarm was off, Marta Lindal said.', direction: 'known' },
    ])
  })

  it('says where nobody knows which was first', () => {
    expect(lost('*The alarm was off* when it happened.', 'a1 – a2 copy')).toMatchObject([{ direction: 'unclear' }])
  })

  it('is one where the words of the other that say so were not read as a statement', () => {
    const given = (text: string) =>
      counted(
        `a1 · Norland Press Agency · 2025-01-01\n${text}\n\na2 · The Evening Lantern · 2025-01-02\n*The damage came to two million*.\n\na1 → a2 rewrite`,
      ).lostAttribution.length
    expect(given('*The report of the harbour board puts the damage at two million*.')).toBe(1)
    expect(given('*The damage came to two million* in all.')).toBe(0)
  })

  it('is shown beside the original of a copy, and beside what only cites another', () => {
    const again = 'a2 · Sarn News Agency · 2025-01-02\n*The alarm had been off*, [Marta Lindal] told Norland Press Agency.'
    const rewritten = 'a3 · The Evening Lantern · 2025-01-03\n*The alarm was off* when it happened.\n\na2 → a3 rewrite'
    const from = (link: string) => counted(`${source}\n\n${again}\n\n${rewritten}\n${link}`).lostAttribution.map(one => one.from)
    expect(from('a1 → a2 copy')).toEqual(['The alarm was off, Marta Lindal said.'])
    expect(from('a1 → a2 cite')).toEqual(['The alarm had been off, Marta Lindal told Norland Press Agency.'])
  })

  it('is none where somebody is named beside it, or nothing ties the two', () => {
    expect(lost('*The alarm was off*, according to a passenger.')).toEqual([])
    expect(lost('[Marta Lindal] said *the alarm was off*. *The alarm was off* indeed.')).toEqual([])
    expect(counted(`${source}\n\na2 · The Evening Lantern\n*The alarm was off* when it happened.`).lostAttribution).toEqual([])
  })
})
