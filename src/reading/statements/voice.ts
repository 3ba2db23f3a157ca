import type { Attribution, Sentence, Span } from '../../record/index.ts'

/**
 * Each sentence with whose voice it is told in.
 *
 * `outlet`: no word of it is the content of a statement. `attributed`: it has nothing but content, the source and cue that go with
 * it, and small words that join them ("X said that Y"). `mixed`: the outlet adds words of its own.
 */
export function readVoices(body: string, sentences: readonly Span[], attributions: readonly Attribution[]): Sentence[] {
  const marks = new Uint8Array(body.length)
  for (const { source, cue } of attributions) for (const [start, end] of [...source, ...cue]) marks.fill(FRAME, start, end)
  for (const { content } of attributions) for (const [start, end] of content) marks.fill(CONTENT, start, end)
  return sentences.map(span => ({ span, voice: voiceOf(body, span, marks) }))
}

const FRAME = 1
const CONTENT = 2

function voiceOf(body: string, [start, end]: Span, marks: Uint8Array): Sentence['voice'] {
  let content = false
  let own = false
  for (const word of body.slice(start, end).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)) {
    const mark = marks[start + word.index]!
    if (mark === CONTENT) content = true
    else if (mark !== FRAME && !JOINING.has(word[0].toLowerCase())) own = true
  }
  if (!content) return 'outlet'
  return own ? 'mixed' : 'attributed'
}

/** Words that join a statement's parts and say nothing of their own. */
const JOINING = new Set(
  'a an the and but or so yet that as to of for in on at by with also then if whether while is was has had have been be did not'.split(
    ' ',
  ),
)
