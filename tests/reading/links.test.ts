import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describe } from '../../src/reading/describe.ts'
import { openTools, readArticle } from '../../src/reading/read.ts'
import type { Tagged } from '../../src/reading/tagger/tagger.ts'
import { type Links, type LinkWeights, linkHead, openLinks } from '../../src/reading/who/links.ts'
import type { InView } from '../../src/reading/who/salience.ts'
import { articleOf, attribute, speakerOf } from './attributing.ts'

const fileOf = (name: string) => JSON.parse(readFileSync(new URL(`../../models/${name}`, import.meta.url), 'utf8'))
const weights = fileOf('links.json') as LinkWeights
const STATE_WIDTH = 384
const waves = (count: number, step: number, from: number) => Array.from({ length: count }, (_, i) => Math.sin(i * step + from))

test('the shipped head gives the shares that training had', () => {
  const head = linkHead(weights)
  const cases = fileOf('links-parity.json') as number[][]
  expect(cases.map(shares => shares.length)).toEqual([1, 2, 5])
  for (const expected of cases) {
    const met = expected.map((_, k) => ({
      read: head.met(waves(STATE_WIDTH, 0.37, k)),
      traits: waves(weights.traits.mean.length, 1.3, k),
    }))
    const shares = head.shares(head.asked(waves(STATE_WIDTH, 0.37, 100)), met)
    shares.forEach((share, k) => void expect(share).toBeCloseTo(expected[k]!, 3))
  }
})

test('the shares of those in view and of nobody sum to one', () => {
  const words = [0, 10, 20].map(start => ({ start, end: start + 4 })) as unknown as Tagged['words']
  const states = Float32Array.from(waves(3 * STATE_WIDTH, 0.37, 0))
  const links = openLinks({ words, states, candidates: [] }, linkHead(weights))
  const view = { beat: 1, content: -1, quoted: false }
  const someone = (head: number) => {
    const referent = { kind: 'person', gender: 'female' } as InView['referent']
    return { referent, score: 1, times: 1, last: { referent, weight: 1, beat: 0, content: -1, quoted: false, head } }
  }
  const shares = (...met: InView[]) => links.shares({ at: 20, word: 'she', view, plays: true }, met)
  expect(shares()).toEqual([])
  const [one] = shares(someone(3))
  expect(one).toBeGreaterThan(0)
  expect(one).toBeLessThan(1)
  const two = shares(someone(3), someone(13))
  expect(two[0]! + two[1]!).toBeLessThan(1)
})

/** Who says the last thing, where the head gives these shares to Lowe and to Calder, of whom Calder is most in view. */
function speaker(lowe: number, calder: number): string | null | undefined {
  const text = 'Mary Lowe left the harbour. Ruth Calder told the board.\n\nShe said the crane was safe.'
  const marked = attribute(text, { source: 'She', cue: 'said', content: 'the crane was safe', after: 'board' })
  const links: Links = {
    shares: (_, met) =>
      met.map(({ referent }) =>
        text.slice(...referent.name) === 'Mary Lowe' ? lowe : text.slice(...referent.name) ? calder : 0,
      ),
  }
  const tagged = { words: [], candidates: [], states: new Float32Array() }
  const described = describe(articleOf(text), [marked], { tagged, weights: undefined, links })
  return speakerOf(described, described.statements[0])
}

test('whoever is most in view is meant where the head finds it likely, another only where it is surer', () => {
  expect(speaker(0.2, 0.56)).toBe('Ruth Calder')
  expect(speaker(0.3, 0.5)).toBeNull()
  expect(speaker(0.55, 0.2)).toBeNull()
  expect(speaker(0.65, 0.2)).toBe('Mary Lowe')
})

test('a Reading’s pronouns are linked by the head', async () => {
  const tools = await openTools()
  expect(tools.links).not.toBeNull()
  const text = 'Mayor Ada Lowe opened the ferry on Monday. She said that the pier would follow.'
  const { entities, statements } = await readArticle(articleOf(text), tools)
  const speaks = entities.find(({ id }) => id === statements.at(-1)?.speaker)
  expect(speaks?.name).toBe('Ada Lowe')
  expect(speaks?.mentions).toContainEqual({ span: [43, 46], form: 'pronoun' })
})
