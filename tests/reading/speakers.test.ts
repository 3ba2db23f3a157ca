import { describe, expect, test } from 'vitest'
import { read, speakerOf, speakers } from './attributing.ts'

describe('a speaker', () => {
  test('is found through an apposition and a paragraph break', () => {
    const text =
      'The ward was full by noon.\n\nHarold Venn, a doctor, said:\n\n“We turned nobody away.”\n\n“I would do it again,” he said.'
    const found = speakers(
      text,
      { source: 'Harold Venn, a doctor,', cue: 'said', content: '“We turned nobody away.”' },
      { source: 'he', cue: 'said', content: '“I would do it again,”', after: 'nobody away' },
    )
    expect(found).toEqual(['Harold Venn', 'Harold Venn'])
  })

  test('is whoever stands in apposition to a role, whatever lists know of the name', () => {
    const text = 'The minister, Tovan Reshk, told elders that the water was clean. He said so twice.'
    const described = read(
      text,
      { source: 'The minister, Tovan Reshk,', cue: 'told', content: 'the water was clean' },
      { source: 'He', cue: 'said', content: 'so' },
    )
    expect(described.statements.map(one => speakerOf(described, one))).toEqual(['Tovan Reshk', 'Tovan Reshk'])
    expect(described.entities.find(({ name }) => name === 'Tovan Reshk')?.kind).toBe('person')
  })

  test('is no ship, and no reef, though a person is named like the one or a role follows the other', () => {
    const text =
      'The Maren Dahl ran on to the reef at Gull Point, a member of its crew told the court. Kari Mohn, who chairs the union, was not there. She said nobody had asked.'
    const found = speakers(
      text,
      { source: 'a member of its crew', cue: 'told', content: 'The Maren Dahl ran on to the reef at Gull Point' },
      { source: 'She', cue: 'said', content: 'nobody had asked', after: 'not there' },
    )
    expect(found).toEqual(['a member', 'Kari Mohn'])
  })

  test('of two roles that are one person’s is that person, and "himself" adds nothing', () => {
    const text =
      'The founder and, until March, its chief executive, Rasmus Vell, told investors that it would pay. Vell himself said so.'
    const found = speakers(
      text,
      { source: 'The founder and, until March, its chief executive, Rasmus Vell,', cue: 'told', content: 'it would pay' },
      { source: 'Vell himself', cue: 'said', content: 'so', after: 'would pay' },
    )
    expect(found).toEqual(['Rasmus Vell', 'Rasmus Vell'])
  })

  test('may be led in by a role and the body in one breath', () => {
    const text = 'Chairperson of the Lakes Union Moses Kibet: “An attack on one is an attack on all.”'
    expect(
      speakers(text, {
        source: 'Chairperson of the Lakes Union Moses Kibet',
        cue: ':',
        content: '“An attack on one is an attack on all.”',
      }),
    ).toEqual(['Moses Kibet'])
  })

  test('some of several are told by whom they are of', () => {
    expect(
      speakers('Two of the nurses said the ward was cold.', {
        source: 'Two of the nurses',
        cue: 'said',
        content: 'the ward was cold',
      }),
    ).toEqual(['Two of the nurses'])
  })

  test('"the head of state" is the president', () => {
    const text = 'President Amadou Sarr met Fatou Ndiaye. The head of state said the talks had been frank.'
    expect(speakers(text, { source: 'The head of state', cue: 'said', content: 'the talks had been frank' })).toEqual([
      'Amadou Sarr',
    ])
  })

  test('"her sister" is who has her surname, where one may be meant', () => {
    const said = { source: 'Her sister', cue: 'said', content: 'it was hers' }
    expect(speakers('Marian Slate wept. Ruth Slate did not. Marian Slate left. Her sister said it was hers.', said)).toEqual([
      'Ruth Slate',
    ])
    expect(speakers('Ruth Slate and Ada Slate came. Marian Slate left. Her sister said it was hers.', said)).toEqual([null])
  })

  test('who is asked speaks next, not who asks', () => {
    const text = 'Magnus Thorsen questioned the guard. Asked by Thorsen where he had been, he said he had been fishing.'
    const [asked] = speakers(text, { source: 'he', cue: 'said', content: 'he had been fishing', after: 'been,' })
    expect(asked).not.toBe('Magnus Thorsen')
    const answer = 'Paula Wickes asked Mary Ferrier whether she had heard it. She said she had been asleep.'
    expect(
      speakers(
        answer,
        { source: 'Paula Wickes', cue: 'asked', content: 'whether she had heard it' },
        { source: 'She', cue: 'said', content: 'she had been asleep' },
      ),
    ).toEqual(['Paula Wickes', 'Mary Ferrier'])
  })

  test('after a sentence about two of one gender is nobody, until one of them comes up alone', () => {
    const both = 'Karim Haddad sat down with Joel Brand. Both men were tired. He said the talks had failed.'
    expect(speakers(both, { source: 'He', cue: 'said', content: 'the talks had failed' })).toEqual([null])
    const one = 'Karim Haddad sat down with Joel Brand. Both men were tired. Brand left first. He said the talks had failed.'
    expect(speakers(one, { source: 'He', cue: 'said', content: 'the talks had failed' })).toEqual(['Joel Brand'])
  })

  test('gets the name from what follows: "His name is", "who gave only the name"', () => {
    const text = '“The goats know,” the old man said.\n\nHis name is Tekle Gebru.'
    expect(speakers(text, { source: 'the old man', cue: 'said', content: '“The goats know,”' })).toEqual(['Tekle Gebru'])
    const given = 'Another, who gave his name only as Uwe, said he had bought a coat.'
    const described = read(given, { source: 'Another', cue: 'said', content: 'he had bought a coat' })
    expect(described.entities.find(({ id }) => id === described.statements[0]?.speaker)).toMatchObject({
      name: 'Uwe',
      kind: 'person',
    })
  })

  test('of "they" may be a family, or the body that spoke before', () => {
    const family = 'The family of the boy did not come. They said he had been brave.'
    expect(speakers(family, { source: 'They', cue: 'said', content: 'he had been brave' })).toEqual(['The family'])
    const club = 'The club said it was sorry. They said a successor would be named.'
    const found = speakers(
      club,
      { source: 'The club', cue: 'said', content: 'it was sorry' },
      { source: 'They', cue: 'said', content: 'a successor would be named' },
    )
    expect(found).toEqual(['The club', 'The club'])
  })

  test('of "it" is the body that the sentence before begins with, where no other came up', () => {
    const text = 'The trust has apologised. In a letter it says that lessons were learned.'
    expect(speakers(text, { source: 'it', cue: 'says', content: 'lessons were learned' })).toEqual(['The trust'])
  })

  test('who answers a question is who spoke before it, where it names nobody', () => {
    const text = '“That is my cousin,” Hamid Qureshi said. Daniel Leitch asked who the other man was. He said he did not know.'
    const found = speakers(
      text,
      { source: 'Hamid Qureshi', cue: 'said', content: '“That is my cousin,”' },
      { source: 'Daniel Leitch', cue: 'asked', content: 'who the other man was' },
      { source: 'He', cue: 'said', content: 'he did not know', after: 'man was' },
    )
    expect(found).toEqual(['Hamid Qureshi', 'Daniel Leitch', 'Hamid Qureshi'])
  })

  test('an office with capitals is no name beside the name', () => {
    const text = 'The Permanent Secretary, Mrs. Josephine Achieng, said that the ban was lifted.'
    expect(
      speakers(text, { source: 'The Permanent Secretary, Mrs. Josephine Achieng,', cue: 'said', content: 'the ban was lifted' }),
    ).toEqual(['Josephine Achieng'])
  })

  test('is a post’s account as a whole, and the name in brackets behind a part in a transcript', () => {
    expect(
      speakers('“I miss that bird,” wrote @deb_of_dock.', {
        source: '@deb_of_dock',
        cue: 'wrote',
        content: '“I miss that bird,”',
      }),
    ).toEqual(['deb_of_dock'])
    const aired = 'PRESENTER (Ruth Amadi): Is it a bend?\n\nMINISTER: It is a road.'
    expect(read(aired).statements.map(one => speakerOf(read(aired), one))).toEqual(['Ruth Amadi', 'MINISTER'])
  })

  test('is nobody’s spokesman, and the chair of the governors', () => {
    const text = 'Chair of Governors Sir Tim Raikes said it was fair. A spokesman for Republican Ada Lowe said it was not.'
    const found = speakers(
      text,
      { source: 'Chair of Governors Sir Tim Raikes', cue: 'said', content: 'it was fair' },
      { source: 'A spokesman for Republican Ada Lowe', cue: 'said', content: 'it was not', after: 'fair.' },
    )
    expect(found).toEqual(['Tim Raikes', 'A spokesman'])
  })

  test('of a weekly paper has the day in the name', () => {
    const text = 'The Sunday Lantern reported that the bridge would close.'
    expect(speakers(text, { source: 'The Sunday Lantern', cue: 'reported', content: 'the bridge would close' })).toEqual([
      'Sunday Lantern',
    ])
  })

  test('of a quoted paragraph alone is the only one who spoke or was named before it', () => {
    const text = 'Otto Lenz read from a sheet of paper.\n\n“We lent the bell, and it has not come back to us.”'
    const alone = { content: '“We lent the bell, and it has not come back to us.”' }
    expect(speakers(text, alone)).toEqual(['Otto Lenz'])
    expect(speakers(text.replace('read', 'and Peter Stroud read'), { content: alone.content })).toEqual([null])
  })

  test('is the full name for a surname, with or without a title', () => {
    const text = 'Sen. Ada Q. Lowe spoke first. Lowe said the dam would hold. “It will,” Mrs. Lowe added.'
    const found = speakers(
      text,
      { source: 'Lowe', cue: 'said', content: 'the dam would hold', after: 'first' },
      { source: 'Mrs. Lowe', cue: 'added', content: '“It will,”' },
    )
    expect(found).toEqual(['Ada Q. Lowe', 'Ada Q. Lowe'])
  })

  test('of "she" and of "he" is told apart by title and given name', () => {
    const text = 'Mr. Orrin Pell met Ms. Runa Castor on the quay. She said the ferry was late. He said it was early.'
    const found = speakers(
      text,
      { source: 'She', cue: 'said', content: 'the ferry was late' },
      { source: 'He', cue: 'said', content: 'it was early' },
    )
    expect(found).toEqual(['Runa Castor', 'Orrin Pell'])
  })

  test('stays unclear where two men are equally in view', () => {
    const text = 'The quarrel between Martin Gale and Peter Stroud went on. “Enough of this,” he said.'
    expect(speakers(text, { source: 'he', cue: 'said', content: '“Enough of this,”' })).toEqual([null])
  })

  test('goes on from paragraph to paragraph over men who are only spoken about', () => {
    const text = 'Martin Gale said Peter Stroud had never paid.\n\n“Not once,” he said.'
    const found = speakers(
      text,
      { source: 'Martin Gale', cue: 'said', content: 'Peter Stroud had never paid' },
      { source: 'he', cue: 'said', content: '“Not once,”', after: 'paid.' },
    )
    expect(found).toEqual(['Martin Gale', 'Martin Gale'])
  })

  test('stays unclear for a bare surname that two people share on one footing', () => {
    const text = 'Mayor Ines Marlow and Judge Owen Marlow were there. Marlow said the hall was cold.'
    expect(speakers(text, { source: 'Marlow', cue: 'said', content: 'the hall was cold', after: 'there.' })).toEqual([null])
  })

  test('is one body under its name and its acronym', () => {
    const text =
      'The Harbour Safety Commission (HSC) met on Monday. The HSC said the crane was sound. The commission declined to say more.'
    const found = speakers(
      text,
      { source: 'The HSC', cue: 'said', content: 'the crane was sound' },
      { source: 'The commission', cue: 'declined', content: 'to say more' },
    )
    expect(found).toEqual(['Harbour Safety Commission', 'Harbour Safety Commission'])
  })

  test('without a name is an entity of its own', () => {
    const described = read('A senior official said the talks had failed.', {
      source: 'A senior official',
      cue: 'said',
      content: 'the talks had failed',
    })
    expect(described.entities).toMatchObject([{ name: 'A senior official', kind: 'unnamed', mentions: [{ form: 'nominal' }] }])
    expect(described.statements[0]!.speaker).toBe('e1')
  })

  test('is found for a role that the text gave to one person', () => {
    const text = 'Gov. Lena Ashby toured the mill with the owner, Tom Reese. The governor said it would reopen.'
    expect(speakers(text, { source: 'The governor', cue: 'said', content: 'it would reopen' })).toEqual(['Lena Ashby'])
  })

  test('of a passive stands after "by"', () => {
    const text = 'The plan was called reckless by Judge Ines Marlow, who had read it twice.'
    expect(speakers(text, { source: 'Judge Ines Marlow, who had read it twice', cue: 'called', content: 'reckless' })).toEqual([
      'Ines Marlow',
    ])
  })

  test('of "I" inside a quotation is whoever is quoted', () => {
    const text = '“I believe we were misled,” said Runa Castor.'
    const found = speakers(
      text,
      { source: 'Runa Castor', cue: 'said', content: '“I believe we were misled,”' },
      { source: 'I', cue: 'believe', content: 'we were misled' },
    )
    expect(found).toEqual(['Runa Castor', 'Runa Castor'])
  })

  test('of "I" in the outlet’s own words is unclear', () => {
    expect(speakers('I think the bridge is ugly.', { source: 'I', cue: 'think', content: 'the bridge is ugly' })).toEqual([null])
  })

  test('is unclear where there is no source', () => {
    expect(
      speakers('The bridge is reportedly unsafe.', { cue: 'reportedly', content: 'The bridge is unsafe'.slice(0, 10) }),
    ).toEqual([null])
  })
})

test('a body whose name begins with a colour or a region has its whole name', () => {
  for (const name of ['White House', 'European Central Bank', 'Arab League'])
    expect(speakers(`The ${name} said no.`, { source: `The ${name}`, cue: 'said', content: 'no' })).toEqual([name])
  expect(speakers('White evangelicals said no.', { source: 'White evangelicals', cue: 'said', content: 'no' })).toEqual([
    'White evangelicals',
  ])
})

describe('a source without a name', () => {
  test('is whoever gets a name with the same role further on', () => {
    const text =
      'The tunnel opens in May, the state’s transport secretary said.\n\nThe secretary, Priya Nair, said the drills were new.'
    const found = speakers(
      text,
      { source: 'the state’s transport secretary', cue: 'said', content: 'The tunnel opens in May' },
      { source: 'The secretary, Priya Nair,', cue: 'said', content: 'the drills were new', after: 'May' },
    )
    expect(found).toEqual(['Priya Nair', 'Priya Nair'])
  })

  test('a spokesman is another one’s, unless the text takes him up', () => {
    const text = 'A spokesman for the port said no. Mill spokesman Otto Lenz said yes.'
    const marked = { source: 'A spokesman for the port', cue: 'said', content: 'no' }
    expect(speakers(text, marked)).toEqual(['A spokesman'])
    const taken = { source: 'The spokesman, Otto Lenz,', cue: 'said', content: 'yes', after: 'no.' }
    expect(speakers(text.replace('Mill spokesman Otto Lenz', 'The spokesman, Otto Lenz,'), marked, taken)).toEqual([
      'Otto Lenz',
      'Otto Lenz',
    ])
  })

  test('is unclear where two get that role, or where somebody came in between who may be meant', () => {
    const text = 'A judge said the dam was unsafe. Judge Ada Lowe and Judge Orrin Pell sat on the panel.'
    expect(speakers(text, { source: 'A judge', cue: 'said', content: 'the dam was unsafe' })).toEqual([null])
    const seen = 'A bus driver saw it. Janko Petric left at six. The driver said the van had no lights.'
    expect(speakers(seen, { source: 'The driver', cue: 'said', content: 'the van had no lights' })).toEqual([null])
  })

  test('is unclear where somebody without a role is introduced right behind it', () => {
    const text = 'The pier will close, its owner confirmed. Dieter Klug, who bought it in 1998, said orders had dried up.'
    const found = speakers(
      text,
      { source: 'its owner', cue: 'confirmed', content: 'The pier will close' },
      { source: 'Dieter Klug, who bought it in 1998,', cue: 'said', content: 'orders had dried up' },
    )
    expect(found).toEqual([null, 'Dieter Klug'])
  })

  test('is not its owner: the minister is not the minister’s adviser', () => {
    const text = 'The minister’s adviser said no. The minister said yes.'
    const found = speakers(
      text,
      { source: 'The minister’s adviser', cue: 'said', content: 'no' },
      { source: 'The minister', cue: 'said', content: 'yes', after: 'no' },
    )
    expect(found).toEqual(['The minister’s adviser', 'The minister'])
  })

  test('is unclear for an office that the text gives to nobody, though one person is in view', () => {
    const text = 'Four people were hurt on Monday. Piet Oduya was among them. The mayor said the road was shut.'
    const said = { cue: 'said', content: 'the road was shut' }
    expect(speakers(text, { source: 'The mayor', ...said })).toEqual([null])
    expect(speakers(text.replace('mayor', 'man'), { source: 'The man', ...said })).toEqual(['Piet Oduya'])
  })

  test('is another one than somebody in view whose role the text tells', () => {
    const text = 'Father Declan Moy read the plan aloud. The bishop said it was prudent.'
    expect(speakers(text, { source: 'The bishop', cue: 'said', content: 'it was prudent' })).toEqual([null])
  })

  test('"the statement" is the one that was put out before, and a statement from somebody is theirs', () => {
    const text = 'The union put out a statement on Friday. The statement said the talks were over.'
    const described = read(text, { source: 'The statement', cue: 'said', content: 'the talks were over', after: 'Friday' })
    const speaker = described.entities.find(({ id }) => id === described.statements[0]!.speaker)!
    expect(speaker.mentions.map(({ span }) => text.slice(...span))).toEqual(['a statement', 'The statement'])
    expect(
      speakers('According to a statement from Commissioner Dele Adu, the bridge is safe.', {
        source: 'a statement from Commissioner Dele Adu',
        cue: 'According to',
        content: 'the bridge is safe',
      }),
    ).toEqual(['Dele Adu'])
  })

  test('may be an age: the 36-year-old is who is in view', () => {
    const text = 'Jo Kane has retired. The 36-year-old said her knees had decided.'
    expect(speakers(text, { source: 'The 36-year-old', cue: 'said', content: 'her knees had decided' })).toEqual(['Jo Kane'])
  })

  test('with capitals is nobody’s name, and a relative named later is somebody else', () => {
    const text = 'Orla Wind’s Chief Executive, Peter Lund, said: “The port knows.”'
    const marked = { source: 'Orla Wind’s Chief Executive, Peter Lund,', cue: 'said:', content: '“The port knows.”' }
    expect(speakers(text, marked)).toEqual(['Peter Lund'])
    const kin = 'Lord Ashby said no. The deeds were forged by a cousin, Rupert Ashby, in 1990.'
    expect(speakers(kin, { source: 'Lord Ashby', cue: 'said', content: 'no' })).toEqual(['Ashby'])
  })

  test('in a press release is who has the office and the name', () => {
    const text = 'The Minister for Roads, Hon. Grace Achieng, was there. The Minister stated: “We will repair it.”'
    expect(speakers(text, { source: 'The Minister', cue: 'stated', content: '“We will repair it.”', after: 'there' })).toEqual([
      'Grace Achieng',
    ])
  })
})

describe('a pronoun', () => {
  test('is unclear where two share the sentence before alike', () => {
    const marked = { source: 'He', cue: 'said', content: 'the lease was void', after: '.' }
    const joined = 'Owen Pryce, the union’s lawyer, and Peter Stroud, the mill’s, argued. He said the lease was void.'
    expect(speakers(joined, marked)).toEqual([null])
    const pair = 'When Owen Pryce sat down with Peter Stroud, both men were tired. He said the lease was void.'
    expect(speakers(pair, marked)).toEqual([null])
  })

  test('is the role that the sentence before begins with, not the place behind it', () => {
    const text = 'The bishop of Velm has apologised. He said that he had failed.'
    expect(speakers(text, { source: 'He', cue: 'said', content: 'he had failed', after: 'apologised' })).toEqual(['The bishop'])
  })

  test('in the plural is the group that the sentence before begins with', () => {
    const text = 'Striking bakers came back on Monday. They said the ovens were gone.'
    expect(speakers(text, { source: 'They', cue: 'said', content: 'the ovens were gone' })).toEqual(['Striking bakers'])
  })
})

describe('press formats', () => {
  test('a dash before the name', () => {
    const text = '“The pier is safe again.” -Commissioner Ada Lowe'
    expect(speakers(text, { source: 'Commissioner Ada Lowe', cue: '-', content: '“The pier is safe again.”' })).toEqual([
      'Ada Lowe',
    ])
  })

  test('a name, a colon and a quotation in the next paragraph', () => {
    const text = 'And from Chairwoman Runa Castor:\n\n“The budget is balanced.”'
    expect(speakers(text, { source: 'Chairwoman Runa Castor', cue: ':', content: '“The budget is balanced.”' })).toEqual([
      'Runa Castor',
    ])
  })

  test('from the desk of somebody', () => {
    const text = 'From the desk of Superintendent Orrin Pell\n\nSchools reopen on Monday.'
    const found = speakers(text, {
      source: 'Superintendent Orrin Pell',
      cue: 'From the desk of',
      content: 'Schools reopen on Monday.',
    })
    expect(found).toEqual(['Orrin Pell'])
  })
})

test('every mention of an entity is a slice of the text and its name is one of them', () => {
  const text = 'Sen. Ada Lowe spoke. Lowe said no. She said it twice.'
  const described = read(
    text,
    { source: 'Lowe', cue: 'said', content: 'no', after: 'spoke' },
    { source: 'She', cue: 'said', content: 'it twice' },
  )
  const entity = described.entities[0]!
  expect(entity.mentions.map(({ span, form }) => [text.slice(...span), form])).toEqual([
    ['Ada Lowe', 'name'],
    ['Lowe', 'name'],
    ['She', 'pronoun'],
  ])
  expect(speakerOf(described, described.statements[1])).toBe('Ada Lowe')
})
