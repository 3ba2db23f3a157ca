import { type Attribution, contains, type Span } from '../../record/index.ts'
import { findExchange } from '../words/exchange.ts'
import { indexAt } from '../words/spans.ts'
import { namesWithin } from './heads.ts'
import type { NameMention } from './names.ts'
import type { Referent } from './referents.ts'
import type { SpeakerInput } from './speakers.ts'
import type { Stage } from './stage.ts'

/** For each attribution that is a question or an answer without a name before it: who asks or answers; null where the text does not tell. */
export function interviewed(input: SpeakerInput, stage: Stage): Map<number, Referent | null> {
  const { scene, attributions, paragraphs } = input
  const parts = new Map<number, 'question' | 'answer'>()
  const bare = findExchange(scene.body, paragraphs)
  attributions.forEach((attribution, index) => {
    const part = lettered(scene.body, attribution) ?? printed(bare, attribution)
    if (part) parts.set(index, part)
  })
  const [first] = parts.keys()
  if (first === undefined) return new Map()
  const { asker, answerer } = partiesOf(input, stage, attributions[first]!.source[0]?.[0] ?? attributions[first]!.content[0]![0])
  const called = answerer ?? calledUpon(input, stage, parts)
  return new Map([...parts].map(([index, part]) => [index, part === 'answer' ? called : asker]))
}

function lettered(body: string, { source }: Attribution): 'question' | 'answer' | null {
  const [letters] = /^(?:Q|A|Question|Answer)(?=\.?$)/.exec(source.length === 1 ? body.slice(...source[0]!) : '') ?? []
  return letters ? (letters.startsWith('Q') ? 'question' : 'answer') : null
}

function printed(exchange: ReturnType<typeof findExchange>, { source, cue, content }: Attribution): 'question' | 'answer' | null {
  const first = source.length === 0 && cue.length === 0 && content[0]
  if (!first) return null
  if (exchange.some(({ question }) => contains(question, first))) return 'question'
  return exchange.some(({ answer }) => answer.some(span => contains(span, first))) ? 'answer' : null
}

/** Who asks and who answers, as the paragraphs before the first question tell: the only person there, or the only one who is said to talk. */
function partiesOf({ scene, names, cast }: SpeakerInput, stage: Stage, first: number) {
  const { body } = scene
  const asking = new Set<Referent>()
  const others = new Map<Referent, boolean>()
  for (const name of namesWithin(names, [0, first])) {
    const referent = stage.of(cast.bearers.get(name) ?? null)
    if (referent?.kind !== 'person') continue
    if (isAsking(body, scene.sentences, name)) asking.add(referent)
    else if (!name.possessive)
      others.set(referent, (others.get(referent) ?? false) || isTalking(scene.body, scene.sentences, name))
  }
  const met = [...others].filter(([referent]) => !asking.has(referent))
  const talking = met.filter(([, talks]) => talks)
  const answering = met.length === 1 ? met : talking
  return { asker: only([...asking]), answerer: only(answering.map(([referent]) => referent)) }
}

const only = (referents: readonly Referent[]): Referent | null => (referents.length === 1 ? referents[0]! : null)

/** "Lowe spoke to the Lantern", "an interview with Lowe". */
function isTalking(body: string, sentences: readonly Span[], { span }: NameMention): boolean {
  const [start, end] = sentences[indexAt(sentences, span[0])] ?? span
  return TALKS.test(body.slice(span[1], end)) || TALKED_WITH.test(body.slice(start, span[0]))
}
/** "interviewed by Lowe", "our critic, Lowe", and whoever is talked to by somebody else than the outlet. */
function isAsking(body: string, sentences: readonly Span[], { span, lead }: NameMention): boolean {
  const [start] = sentences[indexAt(sentences, span[0])] ?? span
  const before = body.slice(start, lead?.[0] ?? span[0])
  return ASKS.test(before) || (TALKS_TO.test(before) && !/^(?:We|I|Our)\b/.test(before))
}

const ASKS = /\b(?:by|our\s\p{L}+,)\s$/iu
const TALKS_TO = /\b(?:talk(?:s|ed)|spoke|speaks|tells|told|sat\sdown|sits\sdown)\s(?:(?:to|with)\s)?(?:our\s\p{L}+,?\s)?$/u
const TALKS =
  /^(?:,[^.]{1,80},)?\s(?:(?:has|had|recently|also|sat\sdown\sand)\s)*(?:spoke|speaks|spoken|talk(?:s|ed)|tells|told|answer(?:s|ed)|sat\sdown|discuss(?:es|ed)|explain(?:s|ed))\b/
const TALKED_WITH =
  /\b(?:interview(?:ed|s)?|conversation|chat(?:ted)?|spoke|speaks|talk(?:s|ed)?|sat\sdown|caught\sup|asked)\s(?:(?:to|with)\s)?(?:[^.]{0,60},\s|(?:[\p{L}’'-]+\s){0,6})$/u

/** "Officer Pell, did you knock?": the only one whom the questions call upon. */
function calledUpon(
  { scene, attributions, names, cast }: SpeakerInput,
  stage: Stage,
  parts: ReadonlyMap<number, 'question' | 'answer'>,
): Referent | null {
  const { body } = scene
  const called = new Set<Referent>()
  for (const [index, part] of parts) {
    const span = part === 'question' ? attributions[index]!.content[0]! : null
    if (!span) continue
    for (const name of namesWithin(names, span)) {
      const opens = (name.lead?.[0] ?? name.span[0]) <= span[0] && /^,\s/.test(body.slice(name.span[1], name.span[1] + 2))
      const closes =
        /,\s$/.test(body.slice(0, name.lead?.[0] ?? name.span[0])) && /^[?.]/.test(body.slice(name.span[1], name.span[1] + 1))
      const referent = opens || closes ? stage.of(cast.bearers.get(name) ?? null) : null
      if (referent) called.add(referent)
    }
  }
  return only([...called])
}
