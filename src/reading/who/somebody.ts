import type { Span } from '../../record/index.ts'
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
  if (THINGS.has(noun.head)) return false
  return classOf(noun) !== 'other' || ACTING.has(noun.head) || PERSONAL.test(noun.head)
}

/** Endings of who does something for a living or at the moment: "protester", "arsonist", "landlord". */
export const PERSONAL =
  /(?:[^aeiou]er|[aeiou][^aeiou]er|or|ist|ant|ent|ian|man|woman|person|child|boy|girl|lord|lady|mate|guard|folk)$/

/** Others that act, and what acts for them in a war. */
export const ACTING = new Set(
  `crew mob gang junta regime side leadership wing arm navy militia unit squad patrol family couple neighbour ally enemy thief crowd nation
   world community command security artillery infantry cavalry convoy fleet warship gunboat drone delegation mission opposition insurgency
   resistance garrison brigade battalion regiment corps cartel syndicate faction tribe clan clergy church judiciary prosecution defence defense
   bench jury leader chief head boss monk nun saint victim suspect youth teen teenager pupil public electorate workforce management duo trio
   bomb shell missile rocket mine faithful`.split(/\s+/),
)

/** Things and abstractions that end as persons do, or that stand in the plural as groups do. */
export const THINGS = new Set(
  `water number order paper power river tower matter letter computer border corner center centre weather summer winter dinner chapter disaster
   cancer theater factor sector motor mirror error terror door floor labor labour harbor harbour flavor color honor favor rumor tumor behavior
   corridor reactor tractor generator helicopter cover offer answer tender shelter server counter filter meter liter quarter chamber fever silver
   copper butter rubber timber lumber ladder charter register barrier frontier career pressure quarter
   event moment agreement statement document payment investment development movement element environment treatment equipment instrument
   amendment argument accident incident content percent extent talent intent comment segment fragment cement plant restaurant warrant grant
   shipment settlement announcement tent rent cent current parent-company
   figures numbers results prices rates costs profits shares stocks markets sales exports imports taxes tariffs plans talks words questions
   answers standards rules laws rights values goals targets efforts steps measures issues matters problems concerns fears hopes doubts signs
   events days weeks months years hours minutes times things ways parts places areas streets roads houses homes buildings cars trucks buses
   trains ships boats planes weapons arms guns rockets missiles bombs shells fires floods storms rains winds waters moments agreements`.split(
    /\s+/,
  ),
)
