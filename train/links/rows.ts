/**
 * Pronouns with everybody whom each may mean, for `links.py` to learn from: traits as the link head reads them, and the states of their words.
 *
 *   HEARSAY_CORPORA=… npx tsx train/links/rows.ts FOLDER
 *
 * Writes rows.jsonl and states.bin (float32, 384 a word). Gold: GUM and ECB+, training parts. Silver: CoreNLP's coreference over PolNeAR train,
 * where it names somebody in view and, of those who speak or act, the one whom the rules name.
 */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bareArticle } from '../../bench/articles.ts'
import { corporaFolder, recordsOf } from '../../bench/corpora.ts'
import { type GoldMention, isMention, readEcb, readGum } from '../../bench/entities/gold.ts'
import { describe } from '../../src/reading/describe.ts'
import { openTools } from '../../src/reading/read.ts'
import { decode } from '../../src/reading/tagger/decode.ts'
import { STATE_WIDTH } from '../../src/reading/tagger/tagger.ts'
import { type Asked, type Links, traitsOf, wordAt } from '../../src/reading/who/links.ts'
import type { InView } from '../../src/reading/who/salience.ts'
import type { Span } from '../../src/record/index.ts'

interface Chained {
  readonly corpus: 'gum' | 'ecbplus' | 'corenlp'
  readonly id: string
  readonly text: string
  /** For the place where a mention begins the other mentions of its chain. */
  readonly chains: ReadonlyMap<number, readonly Pick<GoldMention, 'span' | 'head'>[]>
}

async function main(folder: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  const rows = createWriteStream(join(out, 'rows.jsonl'))
  const states = createWriteStream(join(out, 'states.bin'))
  const { tagger } = await openTools()
  let count = 0
  for (const text of chainedTexts(folder)) {
    const tagged = await tagger.tag(text.text)
    const words = new Map<number, number>()
    const indexOf = (offset: number) => {
      const word = wordAt(tagged.words, offset)
      const known = words.get(word)
      if (known !== undefined) return known
      states.write(Buffer.from(tagged.states.slice(word * STATE_WIDTH, (word + 1) * STATE_WIDTH).buffer))
      words.set(word, count)
      return count++
    }
    const links: Links = {
      shares(asked, met) {
        const row = rowOf(text, asked, met, indexOf)
        if (row) rows.write(`${JSON.stringify(row)}\n`)
        return met.map((one, index) => (index === 0 ? one.score / (one.score + (met[1]?.score ?? 0)) : 0))
      },
    }
    describe(bareArticle(text.id, text.text), decode(tagged, tagger.settings), { tagged, weights: undefined, links })
  }
  rows.end()
  states.end()
}

function rowOf({ corpus, chains }: Chained, asked: Asked, met: readonly InView[], indexOf: (offset: number) => number) {
  const chain = chains.get(asked.at)
  // ECB+ marks only some sentences: who is alone there may be named elsewhere.
  if (!chain || met.length === 0 || (corpus === 'ecbplus' && chain.length === 0)) return null
  const right = met.map(({ referent }) =>
    referent.mentions.some(({ span, form }) => form !== 'pronoun' && chain.some(mention => isMention(span, mention))),
  )
  if (corpus === 'corenlp' && (!right.includes(true) || (asked.plays && !right[0]))) return null
  return {
    corpus,
    word: asked.word,
    pronoun: indexOf(asked.at),
    met: met.map((one, index) => ({
      head: indexOf(one.last.head),
      right: right[index],
      traits: traitsOf(asked, one, met).map(trait => Number(trait.toFixed(4))),
    })),
  }
}

function* chainedTexts(folder: string): Generator<Chained> {
  for (const { id, text, mentions } of readGum(folder, 'train')) yield { corpus: 'gum', id, text, chains: chainsOf(mentions) }
  for (const { id, text, mentions } of readEcb(folder, 'train')) yield { corpus: 'ecbplus', id, text, chains: chainsOf(mentions) }
  const texts = new Map(
    recordsOf<{ id: string; text: string }>(folder, 'polnear', 'train.jsonl.gz').map(({ id, text }) => [id, text]),
  )
  for (const { id, coreference } of recordsOf<{ id: string; coreference: Span[][] }>(
    folder,
    'polnear',
    'train.corenlp.jsonl.gz',
  )) {
    const mentions = coreference.flatMap((chain, index) =>
      chain.map(span => ({ span, head: [span[1] - 1, span[1]] as const, chain: String(index) })),
    )
    yield { corpus: 'corenlp', id, text: texts.get(id)!, chains: chainsOf(mentions) }
  }
}

/** Where several mentions begin ("his", "his brother") the shortest counts. */
function chainsOf(mentions: readonly Pick<GoldMention, 'span' | 'head' | 'chain'>[]): Chained['chains'] {
  const shortest = new Map<number, (typeof mentions)[number]>()
  for (const mention of mentions) {
    const known = shortest.get(mention.span[0])
    if (!known || mention.span[1] < known.span[1]) shortest.set(mention.span[0], mention)
  }
  const byChain = new Map<string, (typeof mentions)[number][]>()
  for (const mention of mentions) byChain.set(mention.chain, [...(byChain.get(mention.chain) ?? []), mention])
  return new Map([...shortest].map(([at, mention]) => [at, byChain.get(mention.chain)!.filter(other => other !== mention)]))
}

const [out] = process.argv.slice(2)
const folder = corporaFolder()
if (!out || !folder) throw new Error('usage: HEARSAY_CORPORA=… npx tsx train/links/rows.ts FOLDER')
await main(folder, out)
