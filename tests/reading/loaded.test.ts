import { describe, expect, test } from 'vitest'
import { LOADED_WORDS, readLoaded } from '../../src/reading/statements/loaded.ts'
import { type Marked, read } from './attributing.ts'
import { exampleOf } from './examples.ts'

function loadedIn(text: string, ...marked: readonly Marked[]): [string, string | null][] {
  const sentences = readLoaded({ body: text, ...read(text, ...marked) })
  return sentences.flatMap(({ loaded = [], loadedBy = [] }) =>
    loaded.map((span, at): [string, string | null] => [text.slice(...span), loadedBy[at]!.entry]),
  )
}
const words = (text: string) => loadedIn(text).map(([word]) => word)

describe('loaded words', () => {
  test('are found in every form, with their entry', () => {
    expect(loadedIn('The regime slammed the freedom fighters.')).toEqual([
      ['regime', 'regime'],
      ['slammed', 'slam'],
      ['freedom fighters', 'freedom-fighter'],
    ])
  })

  test('are the same with and without hyphens', () => {
    expect(words('The far-right party met. The far right party met.')).toEqual(['far-right', 'far right'])
    expect(words('It would be a would-be rival.')).toEqual(['would-be'])
  })

  test('are none where the word is literal or a fixed term', () => {
    expect(words('The tax regime, the free radicals, radical surgery and an explosive device.')).toEqual([])
  })

  test('are none inside a name, but are in a headline in title case', () => {
    expect(words('She left the Radical Party in May.')).toEqual([])
    expect(words('Mayor Slams Radical Plan For Harbour\n\nIt rained.')).toEqual(['Slams', 'Radical'])
  })

  test('are the longest phrase that fits', () => {
    expect(words('It was an angry mob.')).toEqual(['angry mob'])
  })

  test('are marked in what somebody says too', () => {
    expect(loadedIn('Ada Lowe called it a sham.', { source: 'Ada Lowe', cue: 'called', content: 'a sham' })).toEqual([
      ['sham', 'sham'],
    ])
  })

  test('are quotation marks around a word that nobody is quoted with', () => {
    expect(loadedIn('The “reform” of the harbour went on.')).toEqual([['“reform”', 'scare-quotes']])
    expect(words('The word “reform” was new. Bill “Red” Marsh left. The “Harbour Song” rang.')).toEqual([])
    expect(loadedIn('Ada Lowe called it “reform”.', { source: 'Ada Lowe', cue: 'called', content: '“reform”' })).toEqual([])
  })

  test('are slices in order that do not overlap, on a line without end too', () => {
    const text = 'The “regime” slammed it, '.repeat(20_000)
    const [sentence, ...more] = readLoaded({
      body: text,
      sentences: [{ span: [0, text.length], voice: 'outlet' }],
      statements: [],
    })
    expect(more).toEqual([])
    const spans = sentence!.loaded!
    expect(spans.length).toBe(40_000)
    expect(spans.every((span, at) => at === 0 || spans[at - 1]![1] <= span[0])).toBe(true)
  })
})

describe('ontology/loaded-words.json', () => {
  const entries = LOADED_WORDS.families.flatMap(family => family.entries)

  test('has several hundred entries, no id and no form twice', () => {
    expect(entries.length).toBeGreaterThan(500)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    const forms = entries.flatMap(entry => entry.forms.map(form => form.toLowerCase().replaceAll('-', ' ')))
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
  })

  test('names a kind for each, and explains it', () => {
    expect(entries.map(({ kind }) => kind).filter(kind => !(kind in LOADED_WORDS.kinds))).toEqual([])
  })

  test('bears on both sides in every family: what is lowered can be raised, what heightens takes no side', () => {
    for (const { id, neutral, note, entries } of LOADED_WORDS.families) {
      const does = new Set(entries.map(entry => entry.does))
      const symmetric = does.has('lowers') === does.has('raises')
      expect([id, symmetric, neutral !== '', note !== '']).toEqual([id, true, true, true])
    }
  })

  test('has for each wing the mirror of the other', () => {
    const forms = new Set(entries.flatMap(entry => entry.forms.map(form => form.toLowerCase().replaceAll('-', ' '))))
    const sided = [...forms].filter(form =>
      /\b(?:left|right) wing\b|^(?:far|hard|alt|radical|extreme) (?:left|right)$/.test(form),
    )
    const mirror = (form: string) => (form.includes('left') ? form.replace('left', 'right') : form.replace('right', 'left'))
    expect(sided.length).toBeGreaterThan(10)
    expect(sided.filter(form => !forms.has(mirror(form)))).toEqual([])
  })
})

test('docs/sentence.md shows the loaded words that come out', () => {
  const { text, json } = exampleOf('sentence', 1)
  expect(
    readLoaded({ body: text, ...read(text, { source: 'Ada Lowe', cue: 'called', content: 'it “a disgraceful sham.”' }) }),
  ).toEqual(json)
})
