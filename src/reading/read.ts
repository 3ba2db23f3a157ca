import type { Article, Reading } from '../record/index.ts'
import { describe, type Ear } from './describe.ts'
import { addLayers, type Layers } from './layers.ts'
import { type MeaningHead, meaningHead } from './meanings/head.ts'
import { meantIn } from './meanings/meant.ts'
import { MODELS } from './model.ts'
import { freeArrays } from './tagger/arrays.ts'
import { decode } from './tagger/decode.ts'
import { furtherFile, openTagger, type Tagged, type Tagger } from './tagger/tagger.ts'
import type { ReadOptions } from './thread/whole.ts'
import { type LinkHead, type LinkWeights, linkHead, openLinks } from './who/links.ts'

/** What a reading needs beside the article; opened once a thread. */
export interface Tools {
  readonly tagger: Tagger
  /** Says whom pronouns mean; null where the model has none. */
  readonly links: LinkHead | null
  /** Says what clauses mean; null where the model has none. */
  readonly meanings: MeaningHead | null
  /** `sha256:` and a digest; names the weights in every Reading. */
  readonly modelDigest: string
}

/** The layers of an article's Reading: who said what, who is meant, when and where, whose voice each sentence is told in, and who was heard. */
export async function readArticle(
  article: Article,
  tools: Tools,
  { signal, meanings: isAsked = false }: ReadOptions = {},
): Promise<Layers & Pick<Reading, 'meanings'>> {
  const tagged = await tools.tagger.tag(article.articleBody, signal)
  const described = describe(article, decode(tagged, tools.tagger.settings), hear(tagged, tools))
  const meanings = isAsked && tools.meanings && meantIn({ article, ...described, tagged, head: tools.meanings })
  freeArrays([tagged.states, ...(tagged.voice ? [tagged.voice] : [])])
  return { ...(await addLayers(article, described)), ...(meanings && { meanings }) }
}

/** What the model gives for a text beside its attributions. */
export function hear(tagged: Tagged, { tagger, links }: Pick<Tools, 'tagger' | 'links'>): Ear {
  return { tagged, weights: tagger.settings.voice, links: links && openLinks(tagged, links) }
}

/** The shipped model, or the one in the folder `modelPath`. Throws `model-missing`, `model-mismatch`. */
export async function openTools(options: { readonly modelPath?: string } = {}): Promise<Tools> {
  const directory = options.modelPath ?? MODELS
  const tagger = await openTagger(directory)
  const bytes = await furtherFile(directory, 'links.json')
  const links = bytes && linkHead(JSON.parse(bytes.toString('utf8')) as LinkWeights)
  const meant = await furtherFile(directory, 'meanings.bin')
  return { tagger, links, meanings: meant && meaningHead(meant), modelDigest: tagger.digest }
}
