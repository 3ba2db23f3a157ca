import type { Span } from '../../record/index.ts'
import { ACTING_NOUNS, THING_NOUNS } from '../words/lexicon.ts'
import { headOf } from './heads.ts'
import { NEVER } from './name-words.ts'
import type { NameMention } from './names.ts'
import { classOf } from './nouns.ts'

/**
 * Whether the words can mean somebody who acts or has a say: a name, a pronoun, a role, a body, a group, a document. "The water",
 * "every standard" and "only" cannot.
 */
export function isSomebody(body: string, span: Span, names: readonly NameMention[]): boolean {
  const head = headOf(body, [span], names)
  if (head === null) return false
  if (head.form !== 'nominal' || head.noun.joint || head.noun.owner !== null) return true
  const { noun } = head
  const text = body.slice(head.span[0], head.span[1])
  // A capital inside the phrase is a name that no list knows, and so is a lone word at the head of a sentence that opens none.
  if (/\s\p{Lu}|^\p{Lu}{2}/u.test(text)) return true
  if (noun.determiner === '' && noun.modifiers.length === 0 && /^\p{Lu}/u.test(text)) return !NEVER.has(noun.head)
  if (THING_NOUNS.has(noun.head)) return false
  return classOf(noun) !== 'other' || ACTING_NOUNS.has(noun.head) || PERSONAL.test(noun.head)
}

/** Endings of who does something for a living or at the moment: "protester", "arsonist", "landlord". */
export const PERSONAL =
  /(?:[^aeiou]er|[aeiou][^aeiou]er|or|ist|ant|ent|ian|man|woman|person|child|boy|girl|lord|lady|mate|guard|folk)$/
