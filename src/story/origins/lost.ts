import type { LostAttribution, Span, Statement } from '../../record/index.ts'
import { extentOf, overlaps, textOf } from '../../record/index.ts'
import type { Root } from './roots.ts'
import { partsOf, type Scene, sentencesOf } from './scene.ts'
import { type Telling, wholeOf } from './teller.ts'

/**
 * Where an article says in its own voice what the telling that it has it from gave in somebody's mouth, or on a report's word; both as whole sentences, in the
 * order of the tellings, one for each sentence.
 *
 * Nothing is lost where the article attributes it in the same sentence or in the one before, or has the same source tell something else in
 * the one before; nor where the other says it in its own voice as well.
 */
export function lostIn(scene: Scene, tellings: readonly Telling[], roots: readonly Root[]): readonly LostAttribution[] {
  const lost = new Map<string, LostAttribution>()
  tellings.forEach((telling, index) => {
    const { from, first } = roots[index]!
    const { article, statement } = telling
    if (statement !== null || from === null) return
    // Of an original and its copies the original: who rewrites an agency's text is not shown beside another paper's print of it. What only cites is no copy.
    const isCopy = from.telling.article.debts.some(({ to, kind }) => to === first.article.id && kind === 'copy')
    const source = isCopy && first.article !== article && first.statement !== null ? first : from.telling
    if (source.statement === null ? !isSaidSo(source) : isDeed(source.statement)) return
    if (tellings.some(other => other.article === source.article && other.statement === null && !isSaidSo(other))) return
    const span = sentencesOf(article, telling.spans)
    if (isAttributed(telling, span) || tellings.some(other => isBeside(other, telling, span))) return
    if (isGoingOn(scene, source, telling, span) || isNamed(scene, source, telling, span)) return
    const there = { article: source.article.id, span: sentencesOf(source.article, wholeOf(source)) }
    const key = `${article.id} ${span[0]}`
    if (!lost.has(key)) lost.set(key, { article: article.id, span, from: there, direction: from.direction })
  })
  return [...lost.values()]
}

/** Whether the verb tells of a deed more than of words: who votes for a plan does not say that there is one. What an authority orders is so by its word. */
const isDeed = ({ cueLemma }: Statement): boolean => cueLemma !== null && DEEDS.has(cueLemma)
const DEEDS: ReadonlySet<string> = new Set(
  'agree approve choose decide demand hope intend plan prepare record refuse seek thank try vote want wish'.split(' '),
)

/** Whether a telling in somebody's mouth stands in the same sentence or in the one before. */
function isBeside({ article, statement, spans }: Telling, { article: own }: Telling, sentence: Span): boolean {
  if (statement === null || article !== own) return false
  const before = article.sentences.findLast(([, end]) => end <= sentence[0])
  return spans.some(span => overlaps(span, sentence) || (before !== undefined && overlaps(span, before)))
}

/** Whether whom the source names speaks in the sentence before: "there were 74 aboard, Bravante says. It went 280 metres too far." */
function isGoingOn({ entities }: Scene, source: Telling, { article }: Telling, sentence: Span): boolean {
  const speaker = entities.of(source.article.id, source.statement?.speaker ?? null)
  const before = article.sentences.findLast(([, end]) => end <= sentence[0])
  if (speaker === null || before === undefined || /\n/.test(article.body.slice(before[1], sentence[0]))) return false
  return [...article.statements.values()].some(
    statement =>
      entities.of(article.id, statement.speaker) === speaker && partsOf(statement).some(span => overlaps(span, before)),
  )
}

/** Whether a sentence names whom the source names: he tells of himself, or by a verb that was not read as one of speaking. */
function isNamed({ entities }: Scene, { article, statement }: Telling, { article: own }: Telling, sentence: Span): boolean {
  const speaker = entities.of(article.id, statement?.speaker ?? null)
  return (
    speaker !== null && own.named.some(({ entity, span }) => overlaps(span, sentence) && entities.of(own.id, entity) === speaker)
  )
}

/** Whether a sentence says on whose word it stands by words that were not read as a statement: "the engineer's report puts the cost at 38 million". */
function isSaidSo({ article, spans }: Telling): boolean {
  const isRead = ({ content }: Statement): boolean => content.some(part => spans.some(span => overlaps(part, span)))
  return NAMING.test(textOf(article.body, sentencesOf(article, spans))) && ![...article.statements.values()].some(isRead)
}

/** Whether a sentence, or the one before, says on whose word the telling in it stands. */
function isAttributed({ article, spans }: Telling, sentence: Span): boolean {
  if (article.citations.some(({ span }) => overlaps(span, sentence))) return true
  if ([NAMING, UTTERING].some(form => form.test(textOf(article.body, sentence)))) return true
  const before = article.sentences.findLast(([, end]) => end <= sentence[0])
  return [...article.statements.values()].some(statement => {
    const naming = extentOf([...statement.source, ...statement.cue])
    // A verb inside the telling is part of what is told: "the crew had been warned".
    if (naming === null || spans.some(span => overlaps(span, naming))) return false
    if (!statement.content.some(content => spans.some(span => overlaps(span, content)))) return false
    return overlaps(naming, sentence) || (before !== undefined && overlaps(naming, before))
  })
}

/** What was reported to the police, and who wrote a book, is told here and not said. */
const NAMING =
  /\baccording to\b|\b(?:gives?|gave|puts?) (?:the|its|his|her|their) (?:number|figure|toll|total|cost|damage|loss|value|price)\b|\bsa(?:id|ys|ying)\b|(?<!\b(?:is|are|was|were|been|being) )\btold\b|\breported(?:ly)?\b(?! to\b)|\bwrote\b(?! (?:the|an?|his|her|its|their|it|them)\b)|\bha(?:s|ve|d) it from\b|\bby (?:(?:the|one) (?:count|account|reckoning|estimates?) of|(?:his|her|its|their)(?: own)? (?:count|account|reckoning|estimates?))\b/i

/** "Stop at once, advises the maker", "There is no other, moan the owners", "All are punished, it goes on": verbs that seldom stand in a statement that was read. */
const UTTERED =
  '(?:(?:advis|argu|boast|explain|fum|grumbl|growl|insist|moan|mutter|reckon|scoff|sigh|snap|sneer|thunder|urg|warn|whin|claim|add|complain|jok)(?:e?s|e?d|e)?|go(?:es)? on|went on)'
const UTTERING = new RegExp(
  String.raw`\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) ${UTTERED}\b|[,?!”’] ${UTTERED} (?:the|an?|his|her|its|their|\p{Lu}\p{L}+)\b|, (?:the|an?|his|her|its|their) \p{L}+ ${UTTERED}[.,]`,
  'u',
)
