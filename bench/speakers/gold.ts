import { readFileSync } from 'node:fs'
import type { Attribution, Span } from '../../src/record/index.ts'
import { corporaFolder, recordsOf } from '../corpora.ts'

/** A source that was read by hand: whom it means, as places of the text only. */
export interface GoldSource {
  readonly article: string
  readonly annotator: string
  readonly source: readonly Span[]
  /** `nominal`: without a name, and somebody else is meant than its own words say; `own`: it stands for itself. */
  readonly form: 'pronoun' | 'nominal' | 'name' | 'own'
  /** Every place that names whom it means; null where nobody can tell. */
  readonly antecedent: readonly Span[] | null
}

interface PolnearArticle {
  readonly id: string
  readonly text: string
  readonly annotations: Readonly<Record<string, readonly Omit<Attribution, 'confidence'>[]>>
}

export function readGold(): GoldSource[] {
  const lines = readFileSync(new URL('gold.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map(line => JSON.parse(line) as GoldSource)
}

/** PolNeAR's dev articles by id; null where the corpora are not on this machine. */
export function readDev(): Map<string, PolnearArticle> | null {
  const folder = corporaFolder()
  if (!folder) return null
  const articles = recordsOf<PolnearArticle>(folder, 'polnear', 'dev.jsonl.gz')
  return new Map(articles.map(article => [article.id, article]))
}

export function attributionsOf(article: PolnearArticle, annotator: string): Attribution[] {
  return article.annotations[annotator]!.map(({ source, cue, content }) => ({ source, cue, content, confidence: 1 }))
}
