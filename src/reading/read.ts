import type { Article } from '../record/index.ts'
import { describe } from './describe.ts'
import { addLayers, type Layers } from './layers.ts'
import { MODELS } from './model.ts'
import { decode } from './tagger/decode.ts'
import { openTagger, type Tagger } from './tagger/tagger.ts'

/** What a reading needs beside the article; opened once a thread. */
export interface Tools {
  readonly tagger: Tagger
  /** `sha256:` and a digest; names the weights in every Reading. */
  readonly modelDigest: string
}

/** The layers of an article's Reading: who said what, who is meant, when and where, whose voice each sentence is told in, and who was heard. */
export async function readArticle(article: Article, tools: Tools, signal?: AbortSignal): Promise<Layers> {
  const tagged = await tools.tagger.tag(article.articleBody, signal)
  const { settings } = tools.tagger
  return addLayers(article, describe(article, decode(tagged, settings), { tagged, weights: settings.voice }))
}

/** The shipped model, or the one in the folder `modelPath`. Throws `model-missing`, `model-mismatch`. */
export async function openTools(options: { readonly modelPath?: string } = {}): Promise<Tools> {
  const tagger = await openTagger(options.modelPath ?? MODELS)
  return { tagger, modelDigest: tagger.digest }
}
