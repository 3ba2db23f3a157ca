import type { Entity, Reading, Span, Statement } from '../../record/index.ts'
import { extentOf, overlaps, textOf } from '../../record/index.ts'

/** Somebody's answer to what another has said of them. */
export interface Reply {
  readonly answer: Statement
  readonly accusation: Statement
  /** The words that say that it is one. */
  readonly said: Span
}

/**
 * The answers of an article, where it says that they are: "responding to the allegation, she said", "rejected the accusation", or, behind a
 * verb that accuses, "replied". What is answered is the last thing that somebody else said, not far before, and it is said of who answers
 * or of the body that they speak for.
 *
 * Gap: an accusation that stands in another article only, or farther before.
 */
export function repliesIn({ article, statements = [], sentences = [], entities = [] }: Reading): readonly Reply[] {
  const inOrder = [...statements].sort((a, b) => partsOf(a)[0] - partsOf(b)[0])
  const places = inOrder.map(each => sentences.findIndex(({ span }) => overlaps(span, partsOf(each))))
  return inOrder.flatMap((answer, index): Reply[] => {
    const place = places[index]!
    if (answer.speaker === null || !GIVEN.has(answer.polarity) || !isOf(answer, ANSWERING) || place === -1) return []
    const before = inOrder.findLastIndex((each, at) => at < index && isOther(each, answer))
    const accusation = inOrder[before]
    if (!accusation || places[before]! < place - SENTENCES_BETWEEN || overlaps(partsOf(accusation), partsOf(answer))) return []
    if (!accuses(accusation, answer, { entities, body: article.articleBody })) return []
    const at = { own: inOrder.filter(({ speaker }) => speaker === answer.speaker), body: article.articleBody, answer }
    const replied = isOf(accusation, ACCUSING) && isOf(answer, REPLYING) ? extentOf(answer.cue) : null
    // "She rejected the accusation. “Our basins are lined,” she said."
    const said = answeredIn(sentences[place]?.span, at) ?? answeredIn(sentences[place - 1]?.span, at) ?? replied
    return said ? [{ answer, accusation, said }] : []
  })
}

const GIVEN: ReadonlySet<Statement['polarity']> = new Set(['asserted', 'denied'])

/** An answer follows what it answers; by judgement. */
const SENTENCES_BETWEEN = 2

/** Who asks and who says nothing says nothing that could be answered, and who passes an answer on is not answered. */
const isOther = ({ id, speaker, polarity }: Statement, answer: Statement): boolean =>
  speaker !== answer.speaker && id !== answer.within && GIVEN.has(polarity)

interface Around {
  readonly entities: readonly Entity[]
  readonly body: string
}

/** Whether a statement puts forward that who answers, or the body that the words for them name, has done something. */
function accuses(accusation: Statement, answer: Statement, { entities, body }: Around): boolean {
  const { speaker, polarity, source, content } = accusation
  if (polarity !== 'asserted' || speaker === null) return false
  const isMeant = ({ id, kind, mentions }: Entity) =>
    id !== speaker && (id === answer.speaker || (kind !== 'place' && mentions.some(({ span }) => isIn(answer.source, span))))
  const meant = entities.filter(isMeant).flatMap(({ mentions }) => mentions.map(({ span }) => span))
  if (isOf(accusation, ACCUSING)) return meant.some(span => overlaps(span, partsOf(accusation)) && !isIn(source, span))
  if (!isOf(accusation, SAYING)) return false
  const [start] = content[0]!
  return meant.some(span => isIn(content, span) && OPENING.test(body.slice(start, span[0])))
}

/** What stands before the subject of what is said. */
const OPENING = /^["“'‘]?(?:that )?["“'‘]?(?:the )?$/i

interface Answered {
  readonly own: readonly Statement[]
  readonly body: string
  readonly answer: Statement
}

/** Where a sentence says that something is answered by who speaks in it. */
function answeredIn(sentence: Span | undefined, { own, body, answer }: Answered): Span | null {
  if (sentence === undefined) return null
  const text = textOf(body, sentence)
  const opening = OPENING_WITH_IT.exec(text)
  if (opening && own.some(({ source }) => isIn(source, sentence))) return [sentence[0], sentence[0] + opening[0].length]
  const found = ANSWERED.exec(text)
  if (!found) return null
  const said: Span = [sentence[0] + found.index, sentence[0] + found.index + found[0].length]
  const isTheirs = own.some(({ cue }) => isIn(cue, said))
  return isTheirs && !isIn(answer.content, [said[0], said[0] + 1]) ? said : null
}

const isIn = (spans: readonly Span[], span: Span): boolean => spans.some(each => overlaps(each, span))
const isOf = ({ cueLemma }: Statement, verbs: ReadonlySet<string>): boolean => cueLemma !== null && verbs.has(cueLemma)
const partsOf = ({ source, cue, content }: Statement): Span => extentOf([...source, ...cue, ...content])!

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const ACCUSING = setOf('accuse allege blame charge condemn criticise criticize denounce fault')
const REPLYING = setOf('answer counter rebut reply respond retort')
const SAYING = setOf(
  'add announce argue assert claim declare explain insist maintain note recount report reveal say state suggest tell testify write',
)
const ANSWERING: ReadonlySet<string> = new Set([
  ...REPLYING,
  ...SAYING,
  ...setOf('blame call contest deny describe dismiss dispute post refute reject tweet'),
])

/** Which accusation: the one just told, all of it, and not "the new accusation" or "the claim that …". */
const IT =
  '(?:all (?:of )?)?(?:the|that|this|those|these) (?:accusation|allegation|charge|claim|criticism|reproach)(?:s|es)?(?! (?:that|of|about)\\b)'
const DENIED = 'den(?:y|ied|ying|ies)'
/** "rejected the accusation", "denied wrongdoing". */
const ANSWERED = new RegExp(
  `\\b(?:(?:${DENIED}|(?:answer|counter|reject|contest)(?:ed|ing|s)?|dismiss(?:ed|ing|es)?|rebut(?:ted|ting|s)?|(?:refut|disput)(?:ed?|ing|es)|(?:respond(?:ed|ing|s)?|repl(?:y|ied|ying|ies)|react(?:ed|ing|s)?) to) ${IT}\\b|${DENIED} (?:it|this|(?:any )?wrongdoing)(?=[.,;:—]))`,
  'i',
)
/** "Asked about the accusation, …", "In response to that claim, …". */
const OPENING_WITH_IT = new RegExp(
  `^["“]?(?:asked about|confronted with|(?:in (?:answer|response|reply)|reacting|responding|replying) to) (?:it|this|that|${IT}),`,
  'i',
)
