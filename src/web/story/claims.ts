import type { Appearance, Claim } from '../../record/index.ts'
import { speakerOf, type Told } from './told.ts'

/** On whose word a claim is told: one speaker in one stance, with all the appearances. */
export interface Word {
  readonly speaker: string
  readonly stance: Appearance['stance']
  /** `outlet`: in the voice of outlets themselves. */
  readonly kind: 'speaker' | 'outlet' | 'unclear'
  readonly appearances: readonly Appearance[]
}

/** A claim with what its line on the page says. */
export interface ToldClaim {
  readonly claim: Claim
  readonly number: number
  /** In how many articles it is told. */
  readonly articles: number
  readonly words: readonly Word[]
}

/** The claims, those first that most articles tell; equal ones by their appearances, then in the order of the story. */
export function claimsOf(told: Told): readonly ToldClaim[] {
  return told.story.claims
    .map(claim => ({
      claim,
      articles: new Set(claim.appearances.map(({ article }) => article)).size,
      words: wordsOf(told, claim),
    }))
    .sort((a, b) => b.articles - a.articles || b.claim.appearances.length - a.claim.appearances.length)
    .map((one, index) => ({ ...one, number: index + 1 }))
}

function wordsOf(told: Told, { appearances }: Claim): readonly Word[] {
  const words = new Map<string, { appearances: Appearance[] } & Omit<Word, 'appearances'>>()
  for (const appearance of appearances) {
    const kind = appearance.statement === null ? 'outlet' : appearance.speaker === null ? 'unclear' : 'speaker'
    const key = `${kind} ${appearance.speaker} ${appearance.stance}`
    const word = words.get(key)
    if (word) word.appearances.push(appearance)
    else words.set(key, { speaker: speakerOf(told, appearance), stance: appearance.stance, kind, appearances: [appearance] })
  }
  return [...words.values()]
}
