import { isBe } from '../../../reading/clauses/verbs.ts'
import { isRole } from '../../../reading/who/nouns.ts'
import type { Content, Term } from '../content.ts'
import type { Telling } from '../tellings.ts'
import { areOfTwoVoices } from './voices.ts'

/** Somebody whom a telling points to. */
export interface Pointed {
  readonly item: number
  readonly term: Term
}

/**
 * Pairs of persons to whom an article points in two mouths for one deed, the second without telling it again: "she said that it was she who had
 * called the police. According to the report, it was a neighbour."
 */
export function pointedInTurn(
  tellings: readonly Telling[],
  bodies: ReadonlyMap<string, string>,
  isPerson: (key: string) => boolean,
): (readonly [Pointed, Pointed])[] {
  const personIn = ({ content }: Telling): Term | null => pointedAt(content, isPerson)
  return tellings.flatMap((own, item) => {
    const deed = tellings[item + 1]
    const answer = tellings[item + 2]
    if (!deed || !answer || deed.article !== own.article || answer.article !== own.article) return []
    const body = bodies.get(own.article)!
    if (deed.sentence !== own.sentence || answer.sentence !== own.sentence + 1) return []
    if (body.slice(own.span[1], deed.span[0]) !== ' who ' || !endsSentence(body, answer) || !areOfTwoVoices(own, answer))
      return []
    const [first, second] = [personIn(own), personIn(answer)]
    const areTwo = first && second && first.key !== second.key && !first.words.some(word => second.words.includes(word))
    return areTwo
      ? [
          [
            { item, term: first },
            { item: item + 2, term: second },
          ] as const,
        ]
      : []
  })
}

/** "It was *she*", "it was an *employee* of a bank"; null where it is no person, is denied, or more is told. */
function pointedAt({ words, terms, negated, modality }: Content, isPerson: (key: string) => boolean): Term | null {
  if (words[0] !== 'it' || !isBe(words[1] ?? '') || words.length > CLEFT_WORDS || negated || modality !== 'told') return null
  const person = terms.find(({ kind, key, at }) => (kind === 'entity' ? isPerson(key) : isRole(words[at]!)))
  return person ?? null
}

/** "It was an employee of a bank in town". */
const CLEFT_WORDS = 9

/** Whether nothing hangs on it: not "it was an employee who". */
const endsSentence = (body: string, { span: [, end] }: Telling): boolean =>
  /^[.”"’]*(?:,|\s*$|\s+\p{Lu})/u.test(body.slice(end, end + 6))
