import type { Origin, OriginWhy } from '../../record/index.ts'
import { extentOf } from '../../record/index.ts'
import type { Held, Scene } from './scene.ts'
import type { Telling } from './teller.ts'
import type { Voice } from './voices.ts'
import { merged, type Wording } from './wording.ts'

/** Voices that are one origin, before anything is said about which others it may be. */
export interface Sounded {
  readonly id: string
  readonly voices: readonly Voice[]
  /** The earliest article held that has it first hand. */
  readonly earliest: Held
  readonly wording: Wording
  readonly speakers: ReadonlySet<string>
  readonly newsrooms: ReadonlySet<string>
  /** Whether only outlets tell it in their own voice, or a release does, naming nobody. */
  readonly isUnsourced: boolean
  readonly isUnclear: boolean
}

/** The origins in the order of their earliest articles, and which of them each voice is part of. `keyOf` says which voices are one. */
export function soundedIn(
  voices: readonly Voice[],
  keyOf: (key: string) => string,
): { readonly origins: readonly Sounded[]; readonly of: ReadonlyMap<string, Sounded> } {
  const groups = new Map<string, Voice[]>()
  for (const voice of voices) {
    const key = keyOf(voice.teller.key)
    groups.set(key, [...(groups.get(key) ?? []), voice])
  }
  const origins = [...groups.values()].map((group, index) => soundedOf(group, `o${index + 1}`))
  return { origins, of: new Map(origins.flatMap(origin => origin.voices.map(({ teller }) => [teller.key, origin] as const))) }
}

function soundedOf(voices: readonly Voice[], id: string): Sounded {
  const [first] = voices as [Voice]
  return {
    id,
    voices,
    earliest: first.earliest,
    wording: merged(voices.map(({ wording }) => wording)),
    speakers: new Set(voices.flatMap(({ teller }) => teller.speaker ?? [])),
    newsrooms: new Set(voices.map(({ teller }) => teller.newsroom)),
    isUnsourced: voices.every(
      ({ teller, wording }) => teller.kind === 'outlet' || (teller.kind === 'text' && wording.names.size === 0),
    ),
    isUnclear: voices.every(({ teller }) => teller.kind === 'unclear'),
  }
}

/** The origin as the Story shows it. `about`: what was said of it later. */
export function recordOf(
  scene: Scene,
  { id, voices, earliest }: Sounded,
  about: readonly Telling[],
): Omit<Origin, 'mayBeSameAs'> {
  const carriers = voices.flatMap(voice => voice.carriers)
  const rank = (article: string) => scene.articles.get(article)!.rank
  const articles = new Set([...carriers.map(({ article }) => article), ...about.map(({ article }) => article.id)])
  const evidence = [
    ...carriers.map(carrier => carrier.evidence),
    ...about.map(({ article, spans }) => ({ article: article.id, span: extentOf(spans)! })),
  ]
  return {
    id,
    root: { article: earliest.id, speaker: voices[0]!.teller.speaker },
    articles: [...articles].sort((a, b) => rank(a) - rank(b)),
    why: WHYS.filter(why => carriers.some(carrier => carrier.why === why)),
    evidence: distinct(evidence.sort((a, b) => rank(a.article) - rank(b.article) || a.span[0] - b.span[0])),
  }
}

const WHYS: readonly OriginWhy[] = ['wire credit', 'shared text', 'cites', 'own telling']

function distinct(evidence: Origin['evidence']): Origin['evidence'] {
  return [...new Map(evidence.map(one => [`${one.article} ${one.span.join()}`, one])).values()]
}
