import type { Attribution, Span } from '../../record/index.ts'
import { overlaps } from '../../record/index.ts'
import { isSomebody } from '../who/somebody.ts'

/** The attribution with its source where the words around the cue tell it and the tagger put it elsewhere: passives and posts. */
export function withSource(body: string, attribution: Attribution): Attribution {
  return quotedAsSaying(body, attribution) ?? byAgent(body, behindCue(body, withoutTold(body, attribution)))
}

/** "Mensah was quoted by the radio as saying that": the words are Mensah's. Null where it is no such sentence. */
function quotedAsSaying(body: string, attribution: Attribution): Attribution | null {
  const [subject, told, ...rest] = attribution.content
  const [verb, ...more] = attribution.cue
  if (!subject || !told || !verb || more.length > 0 || subject[1] > verb[0] || told[0] < verb[1]) return null
  const cue = body.slice(verb[0], verb[1])
  if (!QUOTED.test(cue) || !HELPERS.test(body.slice(subject[1], verb[0]))) return null
  const saying = (/\sas$/.test(cue) ? SAYING : AS_SAYING).exec(body.slice(told[0], told[1]))
  if (!saying) return null
  const said: Span = [told[0], told[0] + saying[1]!.length]
  return { ...attribution, source: [subject], cue: [verb, said], content: [[told[0] + saying[0].length, told[1]], ...rest] }
}

const QUOTED = /^(?:(?:is|are|was|were|has|have|had|been|also|later|widely)\s)*quoted\b/i
const HELPERS = /^\s(?:(?:is|are|was|were|has|have|had|been|also|later|widely)\s)*$/
const SAYING = /^((?:saying|telling|claiming|insisting|having\ssaid))\s/
const AS_SAYING = /^(as\s(?:saying|telling|claiming|insisting|having\ssaid))\s/

/** "Residents were warned that", "Jurors heard that": they are told, and do not speak; the attribution without them. */
function withoutTold(body: string, attribution: Attribution): Attribution {
  const { source, cue } = attribution
  const [told, verb] = [source.at(-1), cue[0]]
  if (!told || !verb || source.length > 1 || told[1] > verb[0]) return attribution
  const words = body.slice(told[1], cue.at(-1)![1])
  const isHearer = HEARD.test(words) && HEARERS.test(body.slice(...told))
  return TOLD.test(words) || isHearer ? { ...attribution, source: [] } : attribution
}

const TOLD =
  /^\s(?:(?:has|have|had|having)\s)?(?:is|are|was|were|been|being)\s(?:\p{L}+ly\s|also\s|later\s|then\s|first\s)?(?:told|warned|assured|informed|advised|reminded|notified)$/u

const HEARD = /^\s(?:(?:has|have|had|also|later)\s)*(?:hears?|heard)$/
const HEARERS =
  /^(?:the\s|an?\s)?(?:[\p{L}'’-]+\s)?(?:court|jur(?:y|ors?)|inquiry|inquest|tribunal|hearing|panel|committee|commission|councillors|magistrates?|mps)\b/iu

/** `tweeted @name` and `was told by the inspectors that`: a source right behind the cue that was left out. */
function behindCue(body: string, attribution: Attribution): Attribution {
  const end = attribution.cue.at(-1)?.[1]
  if (attribution.source.length > 0 || end === undefined) return attribution
  const match = BEHIND.exec(body.slice(end, end + BEHIND_CUE_UNITS))
  const words = match?.[1] ?? match?.[2]
  if (!match || !words) return attribution
  const at = end + match[0].length - words.length
  const source: Span = [at, at + words.length]
  if (!attribution.content.some(span => overlaps(span, source))) return { ...attribution, source: [source] }
  // "She was accused by her deputy of": the tagger has the deputy in what she is accused of.
  const content = attribution.content.flatMap((span): Span[] => {
    const rest: Span = [Math.max(span[0], source[1] + 1), span[1]]
    return overlaps(span, source) ? (rest[0] < rest[1] ? [rest] : []) : [span]
  })
  return match[2] && content.length > 0 ? { ...attribution, source: [source], content } : attribution
}

const BEHIND = /^\s(@\w{2,30})|^\sby\s(\p{L}[\p{L}'’ -]{1,40}?)(?=\s(?:that|in|on|at|to|as|of|last|this|whether)\s|[,.;:])/u
const BEHIND_CUE_UNITS = 60

/** "The claim was dismissed as nonsense by the palace": whoever stands behind "by" at the end of what was said. */
function byAgent(body: string, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution
  const [verb, last] = [cue[0], content.at(-1)]
  if (source.length > 0 || !verb || !last || last[0] < verb[1] || !PASSIVE.test(body.slice(verb[0], verb[1]))) return attribution
  const match = BY_AGENT.exec(body.slice(last[0], last[1]))
  if (!match) return attribution
  const at = last[0] + match.index
  const agent: Span = [last[1] - match[1]!.length, last[1]]
  // "It is thought that they fled by boat": the clause has its own "by".
  if (/^that\s/.test(body.slice(...content[0]!)) || !isSomebody(body, agent, [])) return attribution
  return { ...attribution, source: [agent], content: [...content.slice(0, -1), [last[0], at]] }
}

const PASSIVE = /^(?:(?:has|have|had)\s)?(?:been|is|are|was|were|being)\s/i
/** A gerund before "by" may have its own agent: "accused of being paid by the mill". */
const BY_AGENT =
  /(?<!\b(?:be|been|being)\s\p{L}+)\sby\s((?:(?:the|an?|his|her|its|their|some|many|several|two|three)\s)?(?:[\p{L}’'-]+\s){0,3}[\p{L}’'-]+)$/u
